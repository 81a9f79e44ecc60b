"""Letters that somebody types find the titles that they meant, the best first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bytescope.core.text.fuzzy import fitness

TITLES = ("Fill", "Find", "Find Next", "Flush to Disk", "Differences", "Insert Mode", "Zoom Out", "Forward")


def best(typed: str) -> str:
    return max(TITLES, key=lambda title: fitness(typed, title))


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("fill", "Fill"),
        ("next", "Find Next"),
        ("mode ins", "Insert Mode"),
        ("fd", "Flush to Disk"),
        ("ZOOM", "Zoom Out"),
        ("find", "Find"),
    ],
)
def test_the_meant_title_comes_first(typed: str, title: str) -> None:
    assert best(typed) == title


def test_every_word_has_to_fit() -> None:
    assert fitness("find", "Find Next") > 0
    assert fitness("find page", "Find Next") == 0
    assert fitness("find page", "Find Next", aside="on this page") > 0
    assert fitness("xin", "Find Next") == 0


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_part_of_a_title_finds_it(before: str, part: str) -> None:
    title = f"{before}{part}"
    words = part.split()
    assert (fitness(part, title) > 0) == bool(words)


@given(st.text(max_size=40), st.text(max_size=40))
def test_what_is_found_holds_the_letters(typed: str, title: str) -> None:
    if fitness(typed, title):
        assert set("".join(typed.casefold().split())) <= set(title.casefold())
