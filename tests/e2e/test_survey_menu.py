"""The Survey menu: how much is read for the map, how fast, and whether at all."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from bytescope.ui.window import Window
from helpers.walking import Walker


def test_the_limits_are_chosen_kept_and_shown(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    walker = Walker(window, qtbot)
    (tmp_path / "a").write_bytes(b"text" * 5000)
    (tmp_path / "b").write_bytes(b"text" * 5000)
    walker.open(tmp_path / "a")
    actions, survey = window.actions_table, walker.session.survey
    assert actions["survey.reads_all"].isChecked()
    assert actions["survey.rate_0"].isChecked()
    actions["survey.rate_200"].trigger()
    actions["survey.reads_view"].trigger()
    assert (survey.whole, survey.rate) == (False, 200_000_000)
    assert not actions["survey.rate_0"].isChecked()
    assert actions["survey.rate_200"].isChecked()
    walker.open(tmp_path / "b")
    assert walker.session.survey is not survey
    assert (walker.session.survey.whole, walker.session.survey.rate) == (False, 200_000_000)
    settings = window.workspace.settings
    assert (settings.survey_whole, settings.survey_rate) == (False, 200)


def test_the_status_bar_tells_what_looking_did(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    walker = Walker(window, qtbot)
    (tmp_path / "a").write_bytes(b"text" * 5000)
    walker.open(tmp_path / "a")
    qtbot.waitUntil(lambda: "into memory" in window.status.work.known.toolTip())
