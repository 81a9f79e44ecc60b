"""Patches of bytes in memory: two versions of something, the patch between them, and what it makes."""

from hypothesis import strategies as st

from bytescope.core.document.document import Document
from bytescope.core.exchange.delta import difference
from bytescope.core.exchange.patching import patch_parts, prepare
from bytescope.core.source.memory import MemorySource
from bytescope.core.ticket import Ticket


def document(data):
    return Document(MemorySource(bytes(data)))


def content(snapshot):
    got = snapshot.read(0, snapshot.size)
    assert not got.lost
    return got.data


def patched(patch, data, **options):
    """``data`` with ``patch``, as one step that can be undone."""
    target = document(data)
    change = prepare(patch, target.snapshot(), Ticket(), **options).adopt(target)
    made = content(target.snapshot())
    if target.index:
        assert target.index == 1
        assert change.new_size == len(made)
        target.undo()
    assert content(target.snapshot()) == bytes(data)
    return made


def made_patch(old, new, kind):
    return b"".join(
        patch_parts(difference(document(old).snapshot(), document(new).snapshot(), Ticket()), kind, Ticket())
    )


@st.composite
def versions(draw):
    """Two versions of something: bytes changed, runs put in, taken out and moved."""
    old = bytearray(draw(st.binary(max_size=400)) * draw(st.sampled_from([1, 1, 30])))
    new = bytearray(old)
    for _ in range(draw(st.integers(0, 5))):
        at = draw(st.integers(0, len(new)))
        length = draw(st.integers(0, 80))
        piece = draw(st.sampled_from([b"\0" * length, draw(st.binary(max_size=80)), b"ab" * length]))
        match draw(st.sampled_from(["write", "insert", "delete"])):
            case "write":
                new[at : at + len(piece)] = piece
            case "insert":
                new[at:at] = piece
            case "delete":
                del new[at : at + length]
    return bytes(old), bytes(new)
