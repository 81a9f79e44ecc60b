"""What a save looks at, and makes sure of, at single moments: seen through the calls it makes."""

import os
import stat
from dataclasses import replace

import pytest

from bytescope.core.errors import OutsideChangeError
from bytescope.core.storage.calls import CALLS
from bytescope.core.storage.plan import plan_save
from bytescope.core.storage.save import save, save_as
from bytescope.core.ticket import Ticket
from helpers.saving import opened


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "file"
    path.write_bytes(b"0123456789" * 1000)
    return path


@pytest.fixture
def document(path):
    document = opened(path)
    yield document
    document.base.close()


def test_a_file_that_is_exchanged_at_the_last_moment_is_not_written(path, document):
    other = path.with_name("other")
    other.write_bytes(b"somebody else's")
    document.write(0, b"new")

    def exchanged(name, flags, *rest, **how):
        if name == document.base.path and flags & os.O_RDWR and other.exists():
            other.replace(path)
        return os.open(name, flags, *rest, **how)

    plan = plan_save(document)
    with pytest.raises(OutsideChangeError, match="replaced"):
        save(document.snapshot(), document.base, plan, Ticket(), calls=replace(CALLS, open=exchanged))
    assert path.read_bytes() == b"somebody else's"


def test_the_folder_is_synced_after_a_new_file_has_got_its_name(path, document):
    made = []

    def synced(fd):
        made.append("folder" if stat.S_ISDIR(os.fstat(fd).st_mode) else "file")
        os.fsync(fd)

    def linked(*names, **how):
        made.append("name")
        os.link(*names, **how)

    calls = replace(CALLS, fsync=synced, link=linked)
    target = bytes(path.with_name("another"))
    done = save_as(
        document.snapshot(), target, Ticket(), original=document.base, overwrite=False, calls=calls
    )
    done.new_base.close()
    assert "name" in made
    assert "file" in made[: made.index("name")]
    assert "folder" in made[made.index("name") :]
