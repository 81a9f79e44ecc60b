"""Random edit scripts against a plain list of bytes: contents, marks, changes, undo, saves.

BYTESCOPE_SCRIPTS sets how many are played (20,000 in a push; a night can take millions).
"""

from __future__ import annotations

import os

import pytest

from bytescope.core.document import spans
from helpers.scripts import LivePlayer, play

SCRIPTS = int(os.environ.get("BYTESCOPE_SCRIPTS", "20000"))
PARTS = 10


@pytest.mark.parametrize("part", range(PARTS - 1))
def test_scripts_agree_with_a_list_of_bytes(part):
    count = SCRIPTS // PARTS
    play(part * count, count, largest=60, steps=10)


def test_scripts_agree_when_leaves_are_tiny(monkeypatch):
    monkeypatch.setattr(spans, "LEAF_SPANS", 16)
    monkeypatch.setattr(spans, "_FEW", 2)
    play(1_000_000_000, SCRIPTS // PARTS - SCRIPTS // 200, largest=60, steps=10)


def test_long_scripts_agree(monkeypatch):
    monkeypatch.setattr(spans, "LEAF_SPANS", 16)
    monkeypatch.setattr(spans, "_FEW", 2)
    play(2_000_000_000, SCRIPTS // 200, largest=300, steps=80)


def test_live_scripts_agree_with_a_list_of_bytes():
    play(3_000_000_000, SCRIPTS // PARTS, LivePlayer, largest=60, steps=10)
