"""What holds for every test: no screen, no files of the person, no warnings, nothing left behind."""

from __future__ import annotations

import gc
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

# A shell starts background jobs with Ctrl-C ignored, and so are what they start; some tests press it.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# Before anything imports Qt: the platform and the folders are read once.
_HOME = Path(tempfile.mkdtemp(prefix="bytescope-tests-"))
os.environ["QT_QPA_PLATFORM"] = os.environ.get("BYTESCOPE_TEST_PLATFORM") or "offscreen"
os.environ["HOME"] = str(_HOME)
for _variable, _folder in {
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_STATE_HOME": "state",
    "XDG_CACHE_HOME": "cache",
    "XDG_RUNTIME_DIR": "runtime",
}.items():
    os.environ[_variable] = str(_HOME / _folder)
    (_HOME / _folder).mkdir(mode=0o700)
for _variable in ("QT_STYLE_OVERRIDE", "QT_QPA_PLATFORMTHEME", "QT_SCALE_FACTOR", "QT_LOGGING_RULES"):
    os.environ.pop(_variable, None)

import logging  # noqa: E402

import hypothesis  # noqa: E402
import hypothesis.configuration  # noqa: E402
import pytest  # noqa: E402

from bytescope.ui.toolkit import survive_errors  # noqa: E402
from helpers.again import done_again, run_again  # noqa: E402
from helpers.leaks import leaks, running_threads  # noqa: E402
from helpers.logfail import LogWatch  # noqa: E402
from helpers.patience import PatientBot  # noqa: E402

hypothesis.configuration.set_hypothesis_home_dir(_HOME / "hypothesis")
for _profile, _examples in {"push": 60, "nightly": 2000}.items():
    hypothesis.settings.register_profile(
        _profile,
        max_examples=_examples,
        deadline=None,  # a busy machine is no bug
        database=None,
        derandomize=_profile == "push",  # a push is judged by its change; new examples are tried at night
        print_blob=True,
        suppress_health_check=[hypothesis.HealthCheck.too_slow],
    )


@dataclass(frozen=True)
class Size:
    """How much a test should do: little on each push, plenty at night."""

    nightly: bool

    def of(self, push: int, nightly: int | None = None) -> int:
        """``push``, or at night ``nightly`` (where not given, 25 times as much)."""
        if not self.nightly:
            return push
        return 25 * push if nightly is None else nightly


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--nightly", action="store_true", help="long random scripts and large files")


def pytest_configure(config: pytest.Config) -> None:
    survive_errors()  # before any class of a widget is made
    hypothesis.settings.load_profile("nightly" if config.getoption("--nightly") else "push")
    # The platform without a screen cannot tell a window manager the size limits of a window, and says so.
    config.addinivalue_line(
        "qt_log_ignore", "^This plugin does not support (propagateSizeHints|raise|grabbing the keyboard)"
    )


def pytest_unconfigure() -> None:
    _empty_clipboard()
    shutil.rmtree(_HOME, ignore_errors=True)


def _empty_clipboard() -> None:
    """Without a screen Qt frees what was copied after Python has ended, and crashes over it."""
    if "PySide6.QtGui" in sys.modules:
        from PySide6.QtGui import QGuiApplication

        if isinstance(QGuiApplication.instance(), QGuiApplication):
            QGuiApplication.clipboard().clear()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if os.geteuid() == 0:
        return
    skip = pytest.mark.skip(reason="needs root")
    for item in items:
        if item.get_closest_marker("needs_root"):
            item.add_marker(skip)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> bool | None:
    return run_again(item, nextitem)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if lines := done_again(config):
        terminalreporter.section("done again: the kernel may have taken pages")
        terminalreporter.write("".join(f"{line}\n" for line in lines))


@pytest.fixture
def size(request: pytest.FixtureRequest) -> Size:
    """How much to do in this run."""
    return Size(request.config.getoption("--nightly"))


@pytest.fixture
def qtbot(qapp: object, request: pytest.FixtureRequest) -> PatientBot:
    """pytest-qt's robot, with more patience."""
    return PatientBot(request)


@pytest.fixture(autouse=True)
def log_watch() -> Iterator[LogWatch]:
    """Fails the test at an unexpected warning; ``log_watch.allow(logger, pattern)`` expects one."""
    watch = LogWatch()
    root = logging.getLogger()
    root.addHandler(watch)
    yield watch
    root.removeHandler(watch)
    if lines := watch.unexpected():
        pytest.fail("unexpected log records:\n" + "\n".join(lines), pytrace=False)


def _folder(path: Path) -> str:
    """The part of the program a test belongs to: core, session, ui …"""
    return path.relative_to(Path(__file__).parent).parts[0]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """Looks at the widgets a test of the interface has made, before they are closed."""
    result = yield
    if _folder(item.path) in {"ui", "e2e"} and "PySide6.QtWidgets" in sys.modules:
        from helpers.faces import nameless_inputs, rich_labels

        if found := [*rich_labels(), *nameless_inputs()]:
            pytest.fail("widgets as they must not be:\n" + "\n".join(found), pytrace=False)
    return result


@pytest.fixture(autouse=True)
def no_leaks(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fails a test that leaves a window, an active timer or a running thread behind."""
    watched = _folder(request.path) in {"ui", "session", "e2e"} or "qapp" in request.fixturenames
    if not watched:
        yield
        return
    before = running_threads()
    # What is there already is not this test's: out of the collector's sight, looking costs a tenth.
    gc.freeze()
    yield
    found = leaks(before)
    gc.unfreeze()
    if found:
        pytest.fail("left behind:\n" + "\n".join(found), pytrace=False)


@pytest.fixture
def few_objects() -> Iterator[None]:
    """What is there already is out of the collector's sight: looking for what a test has made is quick."""
    gc.freeze()
    yield
    gc.unfreeze()


@pytest.fixture
def chinese(qapp):
    """The application, speaking Chinese for the time of the test."""
    from PySide6.QtCore import QTranslator

    from bytescope.ui.translating import translate_to

    assert translate_to("zh", qapp)
    yield qapp
    for child in qapp.findChildren(QTranslator):
        qapp.removeTranslator(child)
        child.setParent(None)
