"""Exports arrive whole or not at all, and never over what is shown."""

import os
import stat

import pytest

from bytescope.core.errors import BytescopeError, InputError
from bytescope.core.storage.exporting import exported


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_file_appears_when_all_is_written(tmp_path):
    target = tmp_path / "out"
    with exported(str(target)) as file:
        file.write(b"all")
        assert not target.exists()
    assert target.read_bytes() == b"all"
    assert names(tmp_path) == ["out"]
    umask = os.umask(0)
    os.umask(umask)
    assert stat.S_IMODE(target.stat().st_mode) == 0o666 & ~umask


def test_what_failed_leaves_the_old_file_and_nothing_beside_it(tmp_path):
    target = tmp_path / "out"
    target.write_bytes(b"old")
    target.chmod(0o640)
    with pytest.raises(TypeError), exported(str(target)) as file:
        file.writelines([b"new" * 9000, "no bytes"])
    assert target.read_bytes() == b"old"
    assert names(tmp_path) == ["out"]
    with exported(str(target)) as file:
        file.write(b"new")
    assert (target.read_bytes(), stat.S_IMODE(target.stat().st_mode)) == (b"new", 0o640)


def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "link").symlink_to("real")
    with exported(str(tmp_path / "link")) as file:
        file.write(b"x")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"x"


def test_never_over_the_file_itself(tmp_path):
    source = tmp_path / "source"
    source.write_bytes(b"data")
    (tmp_path / "other").hardlink_to(source)
    for name in ("source", "other"):
        with (
            pytest.raises(InputError, match="choose another output"),
            exported(str(tmp_path / name), [os.fsencode(source)], "table"),
        ):
            pass
    assert source.read_bytes() == b"data"


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full here")
def test_a_full_medium_is_one_sentence():
    why = r"The table could not be saved as .*no space left"
    with pytest.raises(BytescopeError, match=why), exported("/dev/full", what="table") as file:
        file.write(b"x" * 100000)


def test_a_pipe_without_a_reader_is_refused(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(BytescopeError, match="could not be saved"), exported(str(tmp_path / "pipe")):
        pass
