"""``bytescope find``: kinds of patterns, ranges, forms of output."""

import json
from pathlib import Path

import pytest

from bytescope.cli import main
from helpers.files import sparse_file


def test_find_knows_kinds_ranges_and_forms(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    def find(*arguments: object) -> str:
        status.append(main(["find", *map(str, arguments)]))
        return capsys.readouterr().out

    status: list[int] = []
    path = tmp_path / "file"
    path.write_bytes(b"\xde\xad\0\xef" + b"Needle" + bytes(6) + b"NEEDLE" + b"\5\0\0\0")
    assert find(path, "DE ?D ?? EF") == "0\n"
    assert find(path, "text(i):needle", "--all") == "4\n16\n"
    assert find(path, "text(i):needle", "--all", "--range", "5..") == "16\n"
    assert find(path, "text(i):needle", "--last") == "16\n"
    assert find(path, "re:[A-Z]+[a-z]*", "--first", "2") == "4\n16\n"
    assert find(path, "u32(align=2):4..6") == "22\n"
    assert find(path, "not:00", "--count") == "3\n"
    assert find(path, "re:N[A-Z]+", "--format", "csv").splitlines() == [
        "offset,length,page,bytes",
        "16,6,0,4e4545444c45",
    ]
    assert json.loads(find(path, "text:Need", "--all", "--format", "json")) == [
        {"offset": 4, "length": 4, "page": 0, "bytes": "4e656564"}
    ]
    assert set(status) == {0}
    assert json.loads(find(path, "text:xyz", "--format", "json")) == []
    assert status[-1] == 1
    sparse = sparse_file(tmp_path / "tera", 1 << 40, [])
    assert find(sparse, "00000000", "--count") == f"{(1 << 40) // 4}\n"
