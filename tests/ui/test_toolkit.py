"""A PySide6 that would bring Python down is refused with the command that mends it."""

from __future__ import annotations

import sys

import pytest

from bytescope.core.errors import InputError
from bytescope.ui import toolkit


@pytest.mark.parametrize(
    ("qt", "python", "fits"),
    [
        ((6, 12, 0), (3, 11, 7), False),
        ((6, 12, 0), (3, 12, 0), True),
        ((6, 13, 1), (3, 11, 0), False),
        ((6, 11, 3), (3, 11, 7), True),
        ((6, 11, 3), (3, 13, 0), True),
        ((6, 9, 1), (3, 13, 0), False),
        ((6, 9, 1), (3, 11, 0), False),
        ((6, 9, 2), (3, 11, 0), True),
    ],
)
def test_pairs_that_are_known(qt, python, fits):
    said = toolkit.unfit(qt, python)
    assert (said == "") is fits
    if not fits:
        assert f"{sys.executable} -m pip install" in said
        assert said.count(". ") == 0
        assert said.endswith(".")


def test_what_is_installed_here_fits(qapp):
    toolkit.load()
    toolkit.look_for_garbage()
    toolkit.check()
    assert abs(toolkit.used_up()) < 10


def test_what_uses_up_none_is_refused_whatever_its_number(qapp, monkeypatch):
    monkeypatch.setattr(toolkit, "used_up", lambda: 100)
    monkeypatch.setattr(sys, "version_info", (3, 11, 7))
    with pytest.raises(InputError, match="pip install"):
        toolkit.check()


def test_nothing_is_measured_where_none_cannot_be_used_up(qapp, monkeypatch):
    monkeypatch.setattr(toolkit, "used_up", lambda: 100)
    monkeypatch.setattr(sys, "version_info", (3, 12, 0))
    toolkit.check()
