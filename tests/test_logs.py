"""What went wrong is kept and told, once, and the program goes on."""

from __future__ import annotations

import logging
import logging.handlers
import os
import sys
import threading
import warnings

import pytest

from bytescope.core.errors import InputError
from bytescope.logs import LOG_BYTES, LOG_FILES, Logs, sentence


@pytest.fixture
def logs(tmp_path):
    made = Logs(tmp_path / "state")
    yield made
    made.close()


def text_of(logs: Logs) -> str:
    return logs.path.read_text()


def test_records_arrive_in_the_file(logs, log_watch):
    log_watch.allow("bytescope.x", "odd")
    logging.getLogger("bytescope.x").warning("odd %s", "thing")
    logging.getLogger("bytescope.x").info("told")
    logging.getLogger("bytescope.x").debug("not told")
    assert "WARNING bytescope.x: odd thing" in text_of(logs)
    assert "told" in text_of(logs)
    assert "not told" not in text_of(logs)


def test_only_the_owner_may_read_it(logs):
    assert logs.path.stat().st_mode & 0o777 == 0o600
    assert logs.path.parent.stat().st_mode & 0o777 == 0o700


def test_names_that_are_not_utf8_can_be_logged(logs):
    logging.getLogger("bytescope").info("%s", os.fsdecode(b"caf\xe9"))
    assert "caf" in text_of(logs)


def test_the_log_stays_small(logs):
    line = "x" * 10_000
    for _ in range(LOG_FILES * LOG_BYTES // len(line) + 200):
        logging.getLogger("bytescope").info(line)
    found = list(logs.path.parent.iterdir())
    assert len(found) == LOG_FILES
    assert sum(path.stat().st_size for path in found) <= LOG_FILES * LOG_BYTES
    assert all(path.stat().st_mode & 0o777 == 0o600 for path in found)


def test_a_folder_that_cannot_be_made_is_no_reason_to_stop(tmp_path, capsys):
    (tmp_path / "file").write_text("")
    logs = Logs(tmp_path / "file" / "state")
    logging.getLogger("bytescope").info("still here")
    logs.close()
    assert logs.path is None
    assert "still here" in capsys.readouterr().err


def state() -> tuple:
    root = logging.getLogger()
    return sys.excepthook, threading.excepthook, root.level, root.handlers[:]


def test_closing_puts_everything_back(tmp_path):
    before = state()
    logs = Logs(tmp_path)
    logs.hook_exceptions(lambda *_: None)
    logs.close()
    assert state() == before


def raised(error: BaseException) -> BaseException:
    try:
        raise error
    except BaseException as caught:
        return caught


def call_hook(error: BaseException) -> None:
    sys.excepthook(type(error), error, error.__traceback__)


def test_an_exception_is_logged_and_told(logs, log_watch):
    log_watch.allow("bytescope", "not caught")
    told = []
    logs.hook_exceptions(lambda *what: told.append(what))
    call_hook(raised(ZeroDivisionError("a planted fault")))
    ((level, line),) = told
    assert level == "error"
    assert "a planted fault" in line
    assert "in raised" in text_of(logs)
    assert "ZeroDivisionError: a planted fault" in text_of(logs)


def test_exceptions_of_other_threads_are_logged_only(logs, log_watch):
    """Widgets live in the main thread; jobs report their errors themselves."""
    log_watch.allow("bytescope", "not caught")
    told = []
    logs.hook_exceptions(lambda *what: told.append(what))
    for thread in (
        threading.Thread(target=call_hook, args=(raised(ValueError("planted")),)),
        threading.Thread(target=int, args=("no number",)),
    ):
        thread.start()
        thread.join()
    assert text_of(logs).count("not caught") == 2
    assert told == []


def test_a_telling_that_fails_does_not_go_round_in_circles(logs, log_watch):
    log_watch.allow("bytescope", "not caught|could not be told")

    def tell(*_what: str) -> None:
        call_hook(raised(ValueError("again")))
        raise RuntimeError("no window")

    logs.hook_exceptions(tell)
    call_hook(raised(ValueError("first")))
    assert text_of(logs).count("not caught") == 2
    assert "no window" in text_of(logs)


def test_a_fault_that_comes_again_is_told_once(logs, log_watch):
    """As each paint call does: told each time, the message would be painted, and fail, for ever."""
    log_watch.allow("bytescope", "not caught")
    told = []
    logs.hook_exceptions(lambda *what: told.append(what))
    for _ in range(1000):
        call_hook(raised(ZeroDivisionError("planted")))
    call_hook(raised(KeyError("another")))
    assert len(told) == 2
    assert text_of(logs).count("not caught") < 20


def test_what_python_cannot_raise_is_logged(logs, log_watch):
    log_watch.allow("bytescope", "not caught")
    logs.hook_exceptions(lambda *_: None)

    class Bad:
        def __del__(self):
            raise ValueError("planted")

    Bad()
    assert "ValueError: planted" in text_of(logs)


def test_ctrl_c_stays_what_it_is(logs, capsys):
    told = []
    logs.hook_exceptions(lambda *what: told.append(what))
    call_hook(raised(KeyboardInterrupt()))
    assert told == []
    assert "KeyboardInterrupt" in capsys.readouterr().err


def test_our_errors_are_told_as_they_are():
    assert sentence(InputError("Type a number.")) == "Type a number."
    assert "KeyError" in sentence(KeyError())


@pytest.fixture
def qt_logs(logs):
    from PySide6.QtCore import qInstallMessageHandler

    logs.bridge_qt()
    yield logs
    qInstallMessageHandler(None)


def test_messages_of_qt_arrive(qt_logs, log_watch):
    from PySide6.QtCore import qDebug, qWarning

    log_watch.allow("qt.default", "planted")
    qWarning("planted 100% of it")
    qDebug("quiet")
    assert "WARNING qt.default: planted 100% of it" in text_of(qt_logs)
    assert "quiet" not in text_of(qt_logs)


def test_harmless_messages_of_qt_are_no_warnings(qt_logs):
    from PySide6.QtCore import qWarning

    qWarning("This plugin does not support propagateSizeHints()")
    assert text_of(qt_logs) == ""


def test_nothing_is_left_open(tmp_path):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        Logs(tmp_path).close()
