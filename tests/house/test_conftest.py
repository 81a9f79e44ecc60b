"""The checks that hold for every test do fail when they should."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
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


PLANTED = (
    """
import pytest

@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item, nextitem):
    from helpers.again import run_again
    return run_again(item, nextitem)
""",
    """
import pytest

turns = {}

def turn(name, made):
    turns[name] = turns.get(name, 0) + 1
    assert made == turns[name], "the fixtures are made anew"
    return turns[name]

@pytest.fixture
def made(request):
    return turns.get(request.node.name, 0) + 1

@pytest.mark.page_cache
def test_in_the_end(request, made):
    assert turn(request.node.name, made) == 3

@pytest.mark.page_cache
def test_never(request, made):
    assert turn(request.node.name, made) < 0

def test_of_another_kind(request, made):
    assert turn(request.node.name, made) == 2

def test_turns():
    assert turns == {"test_in_the_end": 3, "test_never": 5, "test_of_another_kind": 1}
""",
)


def test_what_hangs_on_the_page_cache_alone_is_done_again(tmp_path: Path):
    for name, text in zip(("conftest.py", "test_planted.py"), PLANTED):
        (tmp_path / name).write_text(text)
    (tmp_path / "pytest.ini").write_text("[pytest]\nmarkers =\n  page_cache\n")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(tmp_path)]
    environment = os.environ | {
        "PYTHONPATH": os.pathsep.join(sys.path),
        "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
    }
    said = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True).stdout
    assert "2 failed, 2 passed" in said, said
    assert "test_never" in said
    assert "test_of_another_kind" in said
