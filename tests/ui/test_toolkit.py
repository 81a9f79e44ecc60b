"""A PySide6 that would bring Python down is refused with the command that mends it."""

from __future__ import annotations

import os
import subprocess
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


RAISING = """
from bytescope.ui import toolkit
toolkit.load()
from PySide6.QtCore import QCoreApplication, QEvent, QObject

class Raising(QObject):
    def event(self, event):
        return {}["no such key"]

application = QCoreApplication([])
try:
    QCoreApplication.sendEvent(Raising(), QEvent(QEvent.Type.User))
except KeyError as error:
    print(error)
"""


def test_an_error_in_a_method_that_qt_calls_is_no_crash():
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", RAISING], env=environment, capture_output=True, text=True)
    assert "no such key" in done.stdout, (done.returncode, done.stderr)


def test_what_an_override_takes_gives_and_is_called_stays(qapp):
    from PySide6.QtCore import QAbstractListModel

    class Model(QAbstractListModel):
        def rowCount(self, parent=None, *, more=0):
            """How many."""
            return 3 + more

    assert Model().rowCount() == 3
    assert Model().rowCount(None, more=2) == 5
    assert (Model.rowCount.__name__, Model.rowCount.__doc__) == ("rowCount", "How many.")
