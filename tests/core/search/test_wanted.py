import pytest
from hypothesis import given
from hypothesis import strategies as st

from bytescope.core.document.document import Document
from bytescope.core.errors import InputError
from bytescope.core.search.folding import Folded, Spelled, folded
from bytescope.core.search.scan import Scan
from bytescope.core.search.wanted import Wanted, matcher_of, parse_wanted, position_in, replacement, written
from bytescope.core.source.memory import MemorySource
from bytescope.core.ticket import Ticket


def found(line, data):
    """Offsets of the hits of what ``line`` asks for."""
    scan = Scan(Document(MemorySource(data)).snapshot(), matcher_of(parse_wanted(line)), Ticket())
    return [start for batch in scan.hits() for start in batch.starts.tolist()]


@pytest.mark.parametrize(
    ("line", "data", "wanted"),
    [
        ("DE ?D ?? EF", b"\xde\xad\0\xef\xde\x1d\x55\xef\xde\xa1\0\xef", [0, 4]),
        ("hex:0xDE,0x?D", b"\xde\xad", [0]),
        ("text:abc", b"xabcABC", [1]),
        ("text(i):aBc", b"xabcABC", [1, 4]),
        ("text(latin-1,i):é", b"\xe9\xc9\xc8", [0, 1]),
        ("text(utf-8,i):ÄÖ", "äöÄÖäÖ".encode(), [0, 4, 8]),
        ("text(utf-8,i):σ", "σςΣ".encode(), [0, 2, 4]),
        ("text(utf-16le,i):жЖ", "жЖЖж".encode("utf-16-le"), [0, 4]),
        ("text(cp500,i):Az", "aZxAz".encode("cp500"), [0, 3]),
        ("text(w):cat", b"cat concat cat_ (cat)", [0, 17]),
        ("text(utf-8,w):cat", "écat cat".encode(), [6]),
        ("text(utf-16be,w):cat", "cats cat".encode("utf-16-be"), [10]),
        ("text(gbk):中", "中文".encode("gbk"), [0]),
        ("re:[0-9]{2}", b"a12b3c45", [1, 6]),
        ("re(i):a+b", b"AAB ab", [0, 4]),
        ("re(w):[a-z]+x", b"abx abxy", [0]),
        ("u32le:5", b"\5\0\0\0\0\0\0\5", [0]),
        ("u32be:5", b"\5\0\0\0\0\0\0\5", [4]),
        ("u16(align=2):1..2", b"\1\0\0\1\2\0", [0, 4]),
        ("i8:-2 ± 1", b"\xff\xfe\xfd\xfc\1", [0, 1, 2]),
        ("u8:2 +- 3", b"\5\6\0", [0, 2]),
        ("f64(align=8):1.5 ± 0.2", b"\0\0\0\0\0\0\xfa\x3f" + b"\0\0\0\0\0\0\xfc\x3f", [0]),
        ("f32be:1.1", b"\x3f\x8c\xcc\xcd", [0]),
        ("u64:0xFFFFFFFFFFFFFFFE..0xFFFFFFFFFFFFFFFF", b"\xfe" + b"\xff" * 7, [0]),
        ("not:00", b"\0\0ab\0c", [2, 5]),
        ("not:FF 00", b"\xff\0\xff\0\xff\1\xff\0", [4]),
    ],
)
def test_what_is_asked_for_is_found(line, data, wanted):
    assert found(line, data) == wanted


@pytest.mark.parametrize(
    ("line", "position"),
    [
        ("DE ?", 4),
        ("DE G0", 3),
        ("?? ??", 0),
        ("hex:DE AX", 8),
        ("bytes:00", 0),
        ("text(klingon):a", 5),
        ("text(i,klingon):a", 7),
        ("text(ascii):aé", 13),
        ("text:", 5),
        ("re:(ab", 6),
        ("re:ab)c", 5),
        ("re:a**", 4),
        ("re:(?=a)", 3),
        ("re:a*", 3),
        ("re:é", 3),
        (r"re:a\1", 4),
        ("re:[z-a]", 4),
        ("u32:abc", 4),
        ("u8:300", 3),
        ("u8:1..300", 6),
        ("u8:9..3", 6),
        ("u8:3 ± -1", 7),
        ("f32:x", 4),
        ("u32(align=x):5", 4),
        ("", 0),
    ],
)
def test_what_does_not_parse_is_refused_at_its_character(line, position):
    def read():
        wanted = parse_wanted(line)
        try:
            matcher_of(wanted)
        except InputError as error:
            raise InputError(str(error), position_in(line, error)) from error

    with pytest.raises(InputError, match=r"\.$") as caught:
        read()
    assert caught.value.position == position


wanteds = st.builds(
    Wanted,
    st.sampled_from(["hex", "text", "re", "not"]),
    st.text(max_size=12),
    st.just("utf-8"),
    st.booleans(),
    st.booleans(),
    number=st.just("u32"),
    big=st.just(False),
    align=st.integers(1, 99),
) | st.builds(
    Wanted,
    st.just("number"),
    st.text(max_size=9),
    encoding=st.just("utf-8"),
    fold=st.just(False),
    word=st.just(False),
    number=st.sampled_from(["u8", "i64", "f32"]),
    big=st.booleans(),
    align=st.integers(1, 99),
)


@given(wanteds)
def test_what_is_written_down_is_read_as_the_same(wanted):
    assert parse_wanted(written(wanted)) == wanted


@given(st.text(st.characters(max_codepoint=0x24F), min_size=1, max_size=6))
def test_text_is_found_in_any_capitals(text):
    for other in (text, text.swapcase() if len(text.swapcase()) == len(text) else text):
        pairs = zip(text, other)
        if any(one != two and one.casefold() != two.casefold() for one, two in pairs):
            continue
        line = written(Wanted("text", text, fold=True))
        assert found(line, b"-" + other.encode() + b"-") == [1]


def test_plain_text_in_any_capitals_needs_no_expression():
    assert isinstance(folded("Kiss", "utf-8"), Folded)
    assert isinstance(folded("Жук", "utf-8"), Folded)
    spelled = folded("Журавль", "utf-8")
    assert isinstance(spelled, Spelled)
    assert len(spelled.begin.values) == 8


@pytest.mark.parametrize(
    ("line", "text", "wanted"),
    [
        ("DE ??", "01 02", b"\1\2"),
        ("DE", "", b""),
        ("text(utf-16le):a", "b", b"b\0"),
        ("u16be:1..5", "258", b"\1\2"),
        ("f32:1.5", "2.0", b"\0\0\0\x40"),
        ("re:a+", "\\xFFz", b"\xffz"),
    ],
)
def test_what_is_put_in_its_place_is_typed_in_the_same_way(line, text, wanted):
    assert replacement(parse_wanted(line), text) == wanted


@pytest.mark.parametrize(("line", "text"), [("DE", "?D"), ("u8:1", "1..2"), ("u8:1", "256"), ("re:a", "\\q")])
def test_what_cannot_be_put_is_refused(line, text):
    with pytest.raises(InputError):
        replacement(parse_wanted(line), text)
