"""The SIGBUS handler itself, compiled by numba: async-signal-safe, no Python, no GIL, no allocation.

Layout of the memory at ``table`` (64-bit integers), shared with ``guard``:
``ROWS`` rows of 8: start, end (addresses; start 0 = free), descriptor, offset of ``start`` in the file,
hits, three unused; then for each row a log of ``LOG`` pairs (start, end) of what was replaced, where
bit 0 of the start says that it lay behind the end of the file.
"""

from __future__ import annotations

from typing import Any

ROWS = 256
LOG = 4096
ROW_BYTES = 64
LOG_BYTES = LOG * 16
TABLE_BYTES = ROWS * (ROW_BYTES + LOG_BYTES)

START, END, FD, POSITION, HITS = 0, 8, 16, 24, 32

SIGBUS = 7
_SEEK_END = 2
_PROT_READ_WRITE = 3
_MAP_PRIVATE_FIXED_ANONYMOUS_NORESERVE = 0x02 | 0x10 | 0x20 | 0x4000
_SI_CODE, _SI_ADDR = 8, 16  # of siginfo_t on 64-bit Linux


def build(table: int, previous: int, os_page: int) -> Any:
    """Compile the handler; about a second with the import of numba. Returns numba's CFunc (keep it alive).

    ``previous`` is the address of the ``struct sigaction`` to go back to when a fault is not ours.
    The addresses become constants of the machine code, so it is never cached on disk.
    """
    from numba import cfunc, types

    load, store, load32, store32, add = _memory_access()
    function = types.ExternalFunction
    errno_place = function("__errno_location", types.intp())
    seek = function("lseek", types.int64(types.int32, types.int64, types.int32))
    map_ = function(
        "mmap", types.intp(types.intp, types.intp, types.int32, types.int32, types.int32, types.int64)
    )
    sigaction = function("sigaction", types.int32(types.int32, types.intp, types.intp))
    raise_ = function("raise", types.int32(types.int32))
    # numba takes values of closures as constants, but not names that were imported.
    rows, log, row_bytes, log_bytes = ROWS, LOG, ROW_BYTES, LOG_BYTES
    logs = table + ROWS * ROW_BYTES

    def on_sigbus(_number: int, info: int, _context: int) -> None:
        place = errno_place()
        saved = load32(place)
        code = load32(info + _SI_CODE)
        done = False
        if code > 0:  # by the kernel: a fault, not kill(2)
            fault = load(info + _SI_ADDR)
            for row in range(rows):
                at = table + row * row_bytes
                start = load(at + START)
                if start != 0 and start <= fault and fault < load(at + END):
                    page = fault & -os_page
                    file_end = seek(load(at + FD), 0, _SEEK_END)
                    gone = file_end >= 0 and load(at + POSITION) + (page - start) >= file_end
                    stop = page + os_page
                    slot = add(at + HITS, 1)
                    if gone or slot >= log:  # at once: replaced pages are few, mappings are limited
                        stop = load(at + END)
                    if slot < log:
                        # Told before it is done: who sees the zeros also finds the entry.
                        entry = logs + row * log_bytes + slot * 16
                        store(entry + 8, stop)
                        store(entry, page | (1 if gone else 0))
                    flags = _MAP_PRIVATE_FIXED_ANONYMOUS_NORESERVE
                    done = map_(page, stop - page, _PROT_READ_WRITE, flags, -1, 0) == page
                    break
        if not done:
            # As if we had never been there: the access faults again, or the signal comes again.
            sigaction(SIGBUS, previous, 0)
            if code <= 0:
                raise_(SIGBUS)
        store32(place, saved)

    signature = types.void(types.int32, types.intp, types.intp)
    return cfunc(signature, nopython=True)(on_sigbus)


def _memory_access() -> tuple[Any, Any, Any, Any, Any]:
    """load64, store64, load32, store32 and atomic add of 64 bits (gives the old value), at raw addresses."""
    from llvmlite import ir
    from numba import types
    from numba.extending import intrinsic

    def loader(bits: int, result: Any) -> Any:
        def load(_context: Any, address: Any) -> Any:
            def generate(_target: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
                pointer = builder.inttoptr(arguments[0], ir.IntType(bits).as_pointer())
                return builder.load(pointer)

            return result(types.intp), generate

        return intrinsic(load)

    def storer(bits: int, kind: Any) -> Any:
        def store(_context: Any, address: Any, value: Any) -> Any:
            def generate(context: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
                pointer = builder.inttoptr(arguments[0], ir.IntType(bits).as_pointer())
                builder.store(arguments[1], pointer)
                return context.get_dummy_value()

            return types.void(types.intp, kind), generate

        return intrinsic(store)

    def add(_context: Any, address: Any, amount: Any) -> Any:
        def generate(_target: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
            pointer = builder.inttoptr(arguments[0], ir.IntType(64).as_pointer())
            return builder.atomic_rmw("add", pointer, arguments[1], "seq_cst")

        return types.int64(types.intp, types.int64), generate

    return (
        loader(64, types.int64),
        storer(64, types.int64),
        loader(32, types.int32),
        storer(32, types.int32),
        intrinsic(add),
    )
