"""How sure one may be of pages that were not read: against counting every case, and its properties."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bytescope.core.pages import confidence as module
from bytescope.core.pages.confidence import brought_text, most_others, percent_text, share_error


def hides(total, read, others):
    """The probability that no other page is among those read, exactly."""
    return math.comb(total - others, read) / math.comb(total, read)


@given(st.integers(1, 400), st.data())
def test_against_the_exact_distribution(total, data):
    read = data.draw(st.integers(1, total))
    most = most_others(total, read)
    assert 0 <= most <= total - read
    assert hides(total, read, most) >= 0.05 - 1e-9
    if most < total - read:
        assert hides(total, read, most + 1) < 0.05 + 1e-9


@pytest.mark.parametrize(("read", "share"), [(1, 94.9), (4, 52.3), (16, 16.4), (64, 3.9), (128, 1.6)])
def test_known_values_of_256(read, share):
    assert round(most_others(256, read) / 256 * 100, 1) == share


@given(st.integers(1, 1 << 40), st.integers(1, 1 << 40), st.integers(0, 1 << 20))
def test_reading_more_never_makes_less_sure(total, read, more):
    read = min(read, total)
    later = min(total, read + more)
    assert most_others(total, later) <= most_others(total, read)
    assert most_others(total, total) == 0


@given(st.integers(1, 5000))
def test_leaving_the_correction_out_errs_on_the_safe_side(read):
    total = 1 << 20
    exact = most_others(total, read)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "MANY", 1)
        assert most_others(total, read) >= exact


def test_nothing_read_says_nothing():
    assert most_others(256, 0) == 256
    assert share_error(0.5, 256, 0) == 1.0


@given(st.floats(0, 1), st.integers(2, 1 << 30), st.integers(1, 1 << 30))
def test_the_error_of_a_share(share, total, read):
    read = min(read, total)
    error = share_error(share, total, read)
    assert 0 <= error <= 1
    assert error == pytest.approx(share_error(1 - share, total, read))
    assert share_error(share, total, total) == 0
    assert share_error(share, total, min(total, read * 2)) <= error


def test_the_error_of_a_half():
    assert share_error(0.5, 256, 64) == pytest.approx(1.96 * math.sqrt(0.25 / 64 * 192 / 255))


def test_bounds_are_rounded_up():
    assert percent_text(42 / 256) == "16.5 %"
    assert percent_text(0.164) == "16.4 %"
    assert percent_text(1e-9) == "0.1 %"
    assert percent_text(0) == "0.0 %"


def test_what_looking_did_is_told():
    assert brought_text(0, True) == "Reading for the map brought no page of the file into memory."
    assert brought_text(1234, True) == "Reading for the map brought 1,234 pages of the file into memory."
    assert "not known" in brought_text(0, False)
