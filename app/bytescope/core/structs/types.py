"""The types that a definition is made of, with the sizes of those that do not depend on the bytes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from bytescope.core.inspect.kind import Order
from bytescope.core.structs.expressions import Expr

Form = Literal["u", "i", "f", "char", "wchar", "uleb", "sleb", "pointer", "void", "kind"]

LARGEST = 1 << 62
"""No type may be larger, in bytes."""
DEEPEST = 24
"""Types inside each other."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value. ``order``: its own byte order, else that of the whole. ``size`` None: it ends by itself.

    ``kind``: of form "kind", the key of the kind of value that the inspector has.
    """

    name: str
    form: Form
    size: int | None
    order: Order | None = None
    kind: str = ""

    @property
    def alignment(self) -> int:
        return _ALIGNED.get(self.name) or self.size or 1

    depth = 1


_ALIGNED = {"FILETIME": 4, "dos_time_t": 2, "GUID": 4, "uuid_t": 1}
"""Of those that C has as structures of smaller parts."""


@dataclass(frozen=True, slots=True)
class Enumeration:
    """A number whose values have names; of flags several hold at once."""

    name: str
    base: Scalar
    names: dict[int, str]
    flags: bool = False

    @property
    def size(self) -> int | None:
        return self.base.size

    @property
    def alignment(self) -> int:
        return self.base.alignment

    depth = 1


@dataclass(frozen=True, slots=True)
class Array:
    """``count`` times ``of``: a number, an expression over fields before it, "zero" (ends with an element of
    zeros) or "rest" (to the end of the document)."""

    of: Type
    count: int | Expr | Literal["zero", "rest"]
    size: int | None

    @property
    def name(self) -> str:
        """As C writes it, with the innermost count last."""
        inner: Type = self
        counts = ""
        while isinstance(inner, Array):
            counts += f"[{_count_text(inner.count)}]"
            inner = inner.of
        return inner.name + counts

    @property
    def alignment(self) -> int:
        return self.of.alignment

    @property
    def depth(self) -> int:
        return self.of.depth + 1


@dataclass(frozen=True, slots=True)
class Field:
    """A part of a structure. ``bits``: how many of its type's bits it has.

    ``at``: where it stands instead of behind the field before it, counted from the start of the outermost
    structure, or with ``in_file`` from the start of the document.
    """

    name: str
    type: Type
    bits: int | None = None
    at: Expr | None = None
    in_file: bool = False


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a field of a structure of fixed size stands; ``used``: bits of its unit before its own."""

    field: Field
    offset: int
    used: int = 0


@dataclass(frozen=True, slots=True)
class Struct:
    """Fields one behind the other, or all at the same place in a union.

    ``slots`` and ``size`` are None where they depend on the bytes. ``pack``: the largest
    alignment of a field. ``width``: the fields that can be named by their names alone, those of nameless
    structures inside as well.
    """

    name: str
    fields: tuple[Field, ...]
    union: bool
    pack: int
    slots: tuple[Slot, ...] | None
    size: int | None
    alignment: int
    depth: int
    width: int


Type: TypeAlias = Scalar | Enumeration | Array | Struct


def _count_text(count: int | Expr | str) -> str:
    if isinstance(count, str):
        return "" if count == "zero" else "EOF"
    return str(count) if isinstance(count, int) else count.text


def array_of(of: Type, count: int | Expr | Literal["zero", "rest"]) -> Array:
    """An array; its size is known where that of its elements and their number is."""
    size = of.size * count if of.size is not None and isinstance(count, int) else None
    return Array(of, count, size)


def struct_of(name: str, fields: list[Field], *, union: bool, pack: int) -> Struct:
    """A structure with its fields in their places."""
    alignment = min(pack, max((field.type.alignment for field in fields), default=1))
    depth = 1 + max((field.type.depth for field in fields), default=0)
    width = sum(1 + (0 if field.name else _width(field.type)) for field in fields)
    fixed = all(field.type.size is not None and field.at is None for field in fields)
    if not fixed:
        return Struct(name, tuple(fields), union, pack, None, None, alignment, depth, width)
    placer = Placer(union, pack)
    slots = []
    for field in fields:
        offset, used = placer.next(field)
        slots.append(Slot(field, offset, used))
        placer.take(offset, field.type.size or 0)
    size = placer.whole(alignment)
    return Struct(name, tuple(fields), union, pack, tuple(slots), size, alignment, depth, width)


def _width(type_: Type) -> int:
    return type_.width if isinstance(type_, Struct) else 0


class Placer:
    """Gives each field its place from the start of its structure, gaps and units of bit fields included."""

    def __init__(self, union: bool, pack: int) -> None:
        self._union = union
        self._pack = pack
        self._end = 0
        self._most = 0
        self._unit: tuple[int, int] | None = None  # where a unit of bit fields begins, and its size
        self._used = 0

    def next(self, field: Field) -> tuple[int, int]:
        """The offset of the next field, and the bits of its unit that stand before it."""
        size = field.type.size
        if field.bits is None or size is None:
            self._unit = None
            return self._aligned(field.type.alignment), 0
        unit = self._unit
        if self._union or unit is None or unit[1] != size or self._used + field.bits > size * 8:
            self._unit, self._used = (self._aligned(field.type.alignment), size), 0
        assert self._unit is not None
        used, self._used = self._used, self._used + field.bits
        return self._unit[0], used

    def take(self, offset: int, size: int) -> None:
        """The field came to stand there."""
        self._end = 0 if self._union else offset + size
        self._most = max(self._most, offset + size)

    def whole(self, alignment: int) -> int:
        """The size of all, with the gap behind the last."""
        return -(-self._most // alignment) * alignment

    def _aligned(self, alignment: int) -> int:
        step = min(self._pack, alignment)
        return -(-self._end // step) * step


def _scalars() -> dict[str, Scalar]:
    """The types that have a name from the start; ``long`` has 4 bytes, as on Windows."""
    made: dict[str, Scalar] = {}

    def add(names: str, form: Form, size: int | None, order: Order | None = None) -> None:
        for name in names.split(","):
            made[name] = Scalar(name, form, size, order)

    for bits in (8, 16, 24, 32, 48, 64, 128):
        size = bits // 8
        add(f"uint{bits},uint{bits}_t,UINT{bits},u{bits},__u{bits}", "u", size)
        add(f"int{bits},int{bits}_t,INT{bits},i{bits},s{bits},__s{bits}", "i", size)
        for order, short in (("little", "le"), ("big", "be")):
            add(f"__{short}{bits},uint{bits}_{short}", "u", size, order)  # type: ignore[arg-type]
            add(f"int{bits}_{short}", "i", size, order)  # type: ignore[arg-type]
    add("char,CHAR", "char", 1)
    add("wchar_t,wchar,WCHAR,char16_t", "wchar", 2)
    add("signed char", "i", 1)
    add("unsigned char,uchar,UCHAR,BYTE,_BYTE,byte,bool,_Bool,BOOLEAN", "u", 1)
    add("short,SHORT", "i", 2)
    add("unsigned short,ushort,USHORT,WORD,_WORD", "u", 2)
    add("int,INT,long,LONG,LONG32,BOOL", "i", 4)
    add("unsigned int,uint,UINT,unsigned long,ulong,ULONG,DWORD,_DWORD,ULONG32,DWORD32", "u", 4)
    add("long long,LONGLONG,LONG64,ssize_t,off_t,loff_t", "i", 8)
    add("unsigned long long,ULONGLONG,ULONG64,QWORD,_QWORD,DWORD64,size_t", "u", 8)
    add("OWORD,_OWORD", "u", 16)
    add("float16,half", "f", 2)
    add("float,float32", "f", 4)
    add("double,float64", "f", 8)
    add("uleb128", "uleb", None)
    add("ileb128,sleb128", "sleb", None)
    add("void", "void", 0)
    for name, kind, size, own in _KINDS:
        made[name] = Scalar(name, "kind", size, own, kind)
    return made


_KINDS: tuple[tuple[str, str, int, Order | None], ...] = (
    ("time32_t", "unix32", 4, None),
    ("time64_t", "unix64", 8, None),
    ("FILETIME", "filetime", 8, None),
    ("dos_time_t", "dos", 4, None),
    ("GUID", "uuid", 16, "little"),
    ("uuid_t", "uuid", 16, "big"),
)
"""Types with a meaning: name, kind of value, size, byte order of their own."""


SCALARS: dict[str, Scalar] = _scalars()
POINTER = 8
"""Bytes of a pointer."""
