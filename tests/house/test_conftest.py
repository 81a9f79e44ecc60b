"""The checks that hold for every test do fail when they should."""

from __future__ import annotations

import logging
import os
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths, QTimer
from PySide6.QtWidgets import QWidget

from helpers.files import KINDS, ZONE, allocated_bytes, mixed_bytes, mixed_file, sparse_file
from helpers.leaks import leaks, running_threads
from helpers.logfail import LogWatch


def test_no_screen_is_used(qapp):
    assert qapp.platformName() == os.environ.get("BYTESCOPE_TEST_PLATFORM", "offscreen")


@pytest.mark.parametrize("kind", ["ConfigLocation", "CacheLocation", "HomeLocation", "StateLocation"])
def test_the_folders_of_the_person_are_not_touched(kind):
    place = QStandardPaths.writableLocation(getattr(QStandardPaths.StandardLocation, kind))
    assert "bytescope-tests-" in place


def test_an_unexpected_warning_is_reported():
    watch = LogWatch()
    watch.handle(logging.makeLogRecord({"name": "a.b", "levelno": logging.WARNING, "msg": "odd"}))
    assert len(watch.unexpected()) == 1


@pytest.mark.parametrize(
    ("logger", "pattern", "left"), [("a", "odd", 0), ("ab", "odd", 1), ("a.b", "even", 1)]
)
def test_only_what_was_named_is_allowed(logger, pattern, left):
    watch = LogWatch()
    watch.allow(logger, pattern)
    watch.handle(logging.makeLogRecord({"name": "a.b", "levelno": logging.WARNING, "msg": "odd"}))
    assert len(watch.unexpected()) == left


def test_the_watch_sees_real_records(log_watch):
    log_watch.allow("bytescope.test", "^planted$")
    logging.getLogger("bytescope.test").warning("planted")
    logging.getLogger("bytescope.test").info("no harm")
    assert log_watch.unexpected() == []


def test_a_window_left_open_is_found_once_and_removed(qapp):
    widget = QWidget()
    widget.setObjectName("forgotten")
    widget.show()
    (line,) = leaks(running_threads())
    assert "forgotten" in line
    assert "addWidget" in line
    assert leaks(running_threads()) == []


def test_an_active_timer_is_found_once_and_stopped(qapp):
    timer = QTimer()
    timer.start(50)
    (line,) = leaks(running_threads())
    assert "50 ms" in line
    assert not timer.isActive()


def test_a_running_thread_is_found(monkeypatch):
    monkeypatch.setattr("helpers.leaks.JOIN_SECONDS", 0.01)
    before = running_threads()
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait, name="planted")
    thread.start()
    try:
        (line,) = leaks(before)
    finally:
        stop.set()
        thread.join()
    assert "planted" in line


def test_a_thread_that_ends_is_no_leak():
    before = running_threads()
    threading.Thread(target=int).start()
    assert leaks(before) == []


def test_a_mixed_file_has_all_kinds(tmp_path: Path):
    size = ZONE * len(KINDS) + 5000
    path = mixed_file(tmp_path / "m", size)
    data = path.read_bytes()
    assert data == mixed_bytes(size)
    assert data[ZONE : 2 * ZONE] == bytes(ZONE)
    assert data[-5000:] == data[:5000]


def test_a_sparse_file_takes_no_room(tmp_path: Path):
    path = sparse_file(tmp_path / "s", 1 << 40, [(1 << 39, b"island")])
    assert path.stat().st_size == 1 << 40
    assert allocated_bytes(path) < 1 << 20
    with path.open("rb") as file:
        file.seek(1 << 39)
        assert file.read(6) == b"island"


def test_the_amount_grows_at_night(size):
    assert size.of(10) in (10, 250)
    assert size.of(1, 7) in (1, 7)
