"""Settings: round trip, damage, wrong types, recent files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bytescope.session.settings import MAX_BYTES, MOST_RECENT, Recent, Settings, load, save


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    file = tmp_path / "sub" / "settings.json"
    kept = Settings(theme="dark", columns=32, recent=("/a", "/b\udcff"))
    save(kept, file)
    assert load(file) == (kept, None)
    assert [p.name for p in file.parent.iterdir()] == ["settings.json"]


def test_no_file_means_defaults_without_a_complaint(tmp_path: Path) -> None:
    assert load(tmp_path / "none.json") == (Settings(), None)


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[1, 2]", b"\xff\xfe", b"[" * 100_000, b'"' + b"x" * (MAX_BYTES + 2)]
)
def test_damage_means_defaults_and_a_sentence(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "settings.json"
    file.write_bytes(content)
    settings, complaint = load(file)
    assert settings == Settings()
    assert complaint is not None
    assert "damaged" in complaint


def test_values_of_a_wrong_type_fall_back_one_by_one(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text(
        json.dumps({"theme": 5, "columns": "x", "recent": ["/a", 3], "survey_whole": 1, "group": 2})
    )
    settings, _ = load(file)
    assert settings == Settings(recent=("/a",), group=2)


def test_recent_files_are_newest_first_once_and_few(tmp_path: Path) -> None:
    recent = Recent()
    for number in range(2 * MOST_RECENT):
        recent = recent.opened(f"/f{number}")
    recent = recent.opened(f"/f{MOST_RECENT + 3}")
    assert recent.paths[0] == f"/f{MOST_RECENT + 3}"
    assert len(recent.paths) == MOST_RECENT == len(set(recent.paths))
    assert f"/f{MOST_RECENT + 3}" not in recent.without(f"/f{MOST_RECENT + 3}").paths
