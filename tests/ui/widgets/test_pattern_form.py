"""Fields to pattern text and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bytescope.core.document.pattern_text import parse_pattern
from bytescope.core.document.patterns import Counter, OffsetStamp, PageStamp, Repeat, SeededRandom
from bytescope.core.errors import InputError
from bytescope.core.text.encodings import ENCODINGS
from bytescope.core.text.numbers import Names
from bytescope.ui.widgets.pattern_form import NUMBER_TYPES, WIDTHS, PatternForm, PatternKind, form_of


@pytest.mark.parametrize(
    ("form", "pattern"),
    [
        (PatternForm(hex="de ad"), Repeat(b"\xde\xad")),
        (PatternForm(PatternKind.TEXT, text="aé"), Repeat("aé".encode())),
        (PatternForm(PatternKind.TEXT, text="a", encoding="utf-16be"), Repeat(b"\0a")),
        (PatternForm(PatternKind.TEXT, text="A", encoding="cp037"), Repeat(b"\xc1")),
        (PatternForm(PatternKind.NUMBER, number_type="u16", order="be", number="1"), Repeat(b"\0\1")),
        (PatternForm(PatternKind.NUMBER, number_type="i8", order="be", number=" -1 "), Repeat(b"\xff")),
        (PatternForm(PatternKind.NUMBER, number_type="f32", number="1.0"), Repeat(b"\0\0\x80\x3f")),
        (PatternForm(PatternKind.COUNTER, start="5", step="2", width=2, order="be"), Counter(5, 2, 2, "big")),
        (PatternForm(PatternKind.OFFSETS, width=8), OffsetStamp(8, "little")),
        (PatternForm(PatternKind.PAGES, width=4, order="be"), PageStamp(4, "big")),
        (PatternForm(PatternKind.RANDOM, seed="7"), SeededRandom(7)),
    ],
)
def test_the_text_means_the_fields(form, pattern):
    assert parse_pattern(form.as_text()) == pattern
    assert parse_pattern(form_of(form.as_text()).as_text()) == pattern
    assert form_of(form.as_text()).kind is form.kind
    assert not form.missing()


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_every_encoding_of_the_list_is_known_to_patterns(encoding):
    form = PatternForm(PatternKind.TEXT, text="A", encoding=encoding)
    assert parse_pattern(form.as_text())


@given(
    st.builds(
        PatternForm,
        st.sampled_from([k for k in PatternKind if k is not PatternKind.HEX]),
        text=st.text(min_size=1),
        encoding=st.sampled_from(list(ENCODINGS)),
        number_type=st.sampled_from(NUMBER_TYPES),
        number=st.integers().map(str),
        start=st.integers().map(str),
        step=st.integers().map(str),
        width=st.sampled_from(WIDTHS),
        order=st.sampled_from(["le", "be"]),
        seed=st.integers(0).map(str),
        path=st.text(min_size=1),
    )
)
def test_a_text_comes_back_as_the_same_text(form):
    assert form_of(form.as_text()).as_text() == form.as_text()


@given(st.text())
def test_any_text_has_a_form(text):
    form_of(text).as_text()


@pytest.mark.parametrize("text", ["offset:3le", "text(shift_jis):a", "counter:1,2,3be", "AA", "whatever:5"])
def test_what_has_no_fields_stands_as_it_is(text):
    assert form_of(text) == PatternForm(hex=text)
    assert form_of(text).as_text() == text


@pytest.mark.parametrize("kind", [PatternKind.TEXT, PatternKind.FILE])
def test_empty_fields_are_missing(kind):
    assert PatternForm(kind).missing()


def test_numbers_may_be_expressions():
    names = Names(size=4096)
    form = PatternForm(PatternKind.COUNTER, start="size*2", step="-1Ki", width=8).worked_out(names)
    assert form.as_text() == "counter:8192,-1024,8le"
    number = PatternForm(PatternKind.NUMBER, number_type="u64", number="p2, 1Fh").worked_out(names)
    assert number.as_text() == "u64le:8192,31"
    assert PatternForm(PatternKind.RANDOM, seed="0x10").worked_out(names).as_text() == "random:16"


def test_floats_are_left_alone():
    form = PatternForm(PatternKind.NUMBER, number_type="f64", number="1e3")
    assert form.worked_out(Names(0)) == form


def test_a_bad_expression_is_an_input_error():
    with pytest.raises(InputError):
        PatternForm(PatternKind.RANDOM, seed="x").worked_out(Names(0))
