"""Saves on files of all sorts: links, attributes, modes, windows, and files that others change meanwhile."""

import fcntl
import os
import shutil
import stat
import subprocess
import tempfile
from pathlib import Path

import pytest

from bytescope.core.document.document import Document
from bytescope.core.document.patterns import Repeat
from bytescope.core.errors import OpenError, OutsideChangeError, RefusedError, SaveError
from bytescope.core.ranges import ByteRange
from bytescope.core.source.access import Access
from bytescope.core.source.memory import AnonymousSource
from bytescope.core.source.opening import open_file
from bytescope.core.storage import preflight
from bytescope.core.storage.plan import plan_save
from bytescope.core.storage.preflight import check
from bytescope.core.storage.save import save, save_as
from bytescope.core.ticket import Ticket
from helpers.saving import opened, save_document, sparse_file

OLD = b"0123456789" * 1000
NOBODY = 65_534


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "file"
    path.write_bytes(OLD)
    return path


@pytest.fixture
def document(path):
    document = opened(path)
    yield document
    document.base.close()


def inserted(data: bytes) -> bytes:
    return OLD[:5] + data + OLD[5:]


def test_a_window_is_saved_at_its_place(path):
    document = Document(open_file(bytes(path), offset=1000, length=500))
    document.write(0, b"start")
    document.write(497, b"end")
    outcome = save_document(document)
    assert path.read_bytes() == OLD[:1000] + b"start" + OLD[1005:1497] + b"end" + OLD[1500:]
    assert (outcome.new_base.size, outcome.new_base.windowed) == (500, True)
    document.undo()
    save_document(document)
    assert path.read_bytes()[1497:1500] == OLD[1497:1500]
    document.base.close()


@pytest.mark.parametrize("moves", [False, True])
def test_mode_owner_and_attributes_are_kept(path, document, moves):
    os.chmod(path, 0o4751)
    if os.geteuid() == 0:
        os.chown(path, 1234, 2345)
        os.chmod(path, 0o4751)
    os.setxattr(path, "user.note", b"kept")
    document.base.refresh()
    if moves:
        document.insert(5, b"more")
    else:
        document.write(5, b"more")
    before = path.stat()
    outcome = save_document(document)
    after = path.stat()
    assert outcome.in_place is not moves
    assert (after.st_uid, after.st_gid) == (before.st_uid, before.st_gid)
    assert stat.S_IMODE(after.st_mode) == 0o4751
    assert os.getxattr(path, "user.note") == b"kept"
    assert (after.st_ino == before.st_ino) is not moves


@pytest.mark.parametrize("moves", [False, True])
def test_a_symbolic_link_stays_one(tmp_path, path, moves):
    link = tmp_path / "link"
    link.symlink_to("file")
    document = opened(link)
    document.insert(5, b"xyz") if moves else document.write(5, b"xyz")
    save_document(document)
    assert link.is_symlink()
    assert path.read_bytes()[:8] == b"01234xyz"
    document.base.close()


def test_both_names_of_a_hard_link_see_the_new_bytes(path, document):
    other = path.with_name("other")
    other.hardlink_to(path)
    document.base.refresh()
    document.insert(5, b"xyz")
    outcome = save_document(document)
    assert other.read_bytes() == path.read_bytes() == inserted(b"xyz")
    assert outcome.in_place
    assert "hard links" in outcome.sentence
    document.undo()
    assert document.snapshot().read(0, document.size).data == OLD


@pytest.fixture
def somebody():
    """A folder others may enter, and an ordinary person's rights where the tests run as root."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    as_root = os.geteuid() == 0
    if as_root:
        os.chown(folder, NOBODY, -1)
        os.seteuid(NOBODY)
    yield folder
    if as_root:
        os.seteuid(0)
    folder.chmod(0o755)
    shutil.rmtree(folder)


def test_in_a_folder_without_permission_the_file_is_rewritten_in_place(somebody):
    path = somebody / "file"
    path.write_bytes(OLD)
    somebody.chmod(0o555)
    document = opened(path)
    document.insert(5, b"xyz")
    outcome = save_document(document)
    assert outcome.in_place
    assert "no new file can be made in its folder" in outcome.sentence
    assert path.read_bytes() == inserted(b"xyz")
    with pytest.raises(SaveError, match="may not write here"):
        as_new(document, somebody / "copy")
    document.base.close()


@pytest.mark.needs_root
def test_a_file_of_somebody_else_keeps_its_owner(somebody):
    path = somebody / "file"
    path.write_bytes(OLD)
    path.chmod(0o666)
    os.seteuid(0)
    os.chown(path, 1, -1)
    os.seteuid(NOBODY)
    document = opened(path)
    document.insert(5, b"xyz")
    outcome = save_document(document)
    assert "its owner would change" in outcome.sentence
    assert path.read_bytes() == inserted(b"xyz")
    assert path.stat().st_uid == 1
    document.base.close()


def test_holes_stay_holes_in_a_new_file(tmp_path):
    path = sparse_file(tmp_path / "sparse", {0: b"a" * 4096, 10 << 20: b"b" * 4096}, 1 << 30)
    document = opened(path)
    document.insert(4096, bytes(4096))
    outcome = save_document(document)
    assert not outcome.in_place
    assert path.stat().st_size == (1 << 30) + 4096
    assert path.stat().st_blocks * 512 < 1 << 20
    assert os.pread(document.base.fd, 4, (10 << 20) + 4096) == b"bbbb"
    document.base.close()


def test_undo_after_a_new_file_shows_the_old_bytes(path, document):
    document.insert(5, b"xyz")
    save_document(document)
    document.write(0, b"later")
    document.undo()
    document.undo()
    assert document.snapshot().read(0, document.size).data == OLD
    save_document(document)
    assert path.read_bytes() == OLD


def test_undo_after_a_fill_over_a_hole_costs_no_room(tmp_path):
    path = sparse_file(tmp_path / "sparse", {}, 1 << 20)
    document = opened(path)
    document.fill(ByteRange(0, 1 << 20), Repeat(b"a"))
    outcome = save_document(document)
    assert outcome.kept.spooled == 0
    document.undo()
    assert document.snapshot().read(0, 1 << 20).data == bytes(1 << 20)
    document.base.close()


def test_the_sentence_tells_how_much_was_verified(document):
    document.write(0, b"x")
    outcome = save_document(document)
    assert outcome.verified_all
    assert outcome.sentence.startswith("Saved 1 byte; ")
    assert "all of it was read back" in outcome.sentence


# -- what stands against a save ---------------------------------------------------------------------


def test_a_change_from_outside_is_asked_about(path, document):
    document.write(0, b"mine")
    plan = plan_save(document)
    with path.open("r+b") as file:
        file.seek(100)
        file.write(b"theirs")
    os.utime(path, ns=(1, 1))
    with pytest.raises(OutsideChangeError, match="changed by another program"):
        check(document, plan)
    with pytest.raises(OutsideChangeError, match="changed by another program"):
        save(document.snapshot(), document.base, plan, Ticket())
    assert path.read_bytes()[:4] == OLD[:4]
    save_document(document, force=True)
    assert path.read_bytes()[:4] == b"mine"
    assert path.read_bytes()[100:106] == b"theirs"


@pytest.mark.parametrize("force", [False, True])
@pytest.mark.parametrize("what", ["replaced", "deleted", "shrank"])
def test_a_file_that_is_not_there_any_more_is_never_written(path, document, what, force):
    document.write(0, b"mine")
    if what == "shrank":
        os.truncate(path, 100)
    else:
        path.rename(path.with_name("moved"))
    if what == "replaced":
        path.write_bytes(OLD)
    with pytest.raises(OutsideChangeError, match="Save As"):
        save_document(document, force=force)
    for left in path.parent.iterdir():
        assert left.read_bytes()[:4] == OLD[:4]


def test_a_file_that_grew_is_not_cut_by_force(path, document):
    document.resize(len(OLD) + 10)
    with path.open("ab") as file:
        file.write(b"theirs")
    with pytest.raises(OutsideChangeError, match="longer"):
        save_document(document, force=True)
    assert path.read_bytes() == OLD + b"theirs"


def test_a_lock_of_another_program_is_told(path, document):
    document.write(0, b"x")
    with path.open("rb") as file:
        fcntl.flock(file, fcntl.LOCK_SH)
        with pytest.raises(RefusedError, match="locked by another program"):
            check(document, plan_save(document))
    check(document, plan_save(document))


def test_a_full_disk_is_told_before_anything_is_written(path, document, monkeypatch):
    document.resize(1 << 20)
    document.fill(ByteRange(0, 1 << 20), Repeat(b"a"))
    monkeypatch.setattr(preflight, "free_bytes", no_room)
    with pytest.raises(SaveError, match="not enough space"):
        save_document(document)
    assert path.read_bytes() == OLD
    document.undo()
    document.undo()
    document.write(0, b"needs none")
    save_document(document)


def no_room(place) -> int:
    return 0


def test_a_document_that_changed_after_the_plan_is_refused(document):
    document.write(0, b"x")
    plan = plan_save(document)
    document.write(1, b"x")
    with pytest.raises(RefusedError, match="save again"):
        save(document.snapshot(), document.base, plan, Ticket())


def test_a_running_program_cannot_be_written(tmp_path):
    program = tmp_path / "sleep"
    shutil.copy("/bin/sleep", program)
    with subprocess.Popen([program, "60"]) as running:
        try:
            document = opened(program)
            document.write(0, b"x")
            with pytest.raises(RefusedError, match="running"):
                save_document(document)
            document.base.close()
        finally:
            running.kill()


# -- Save As ----------------------------------------------------------------------------------------


def as_new(document, target, **options):
    base = document.base
    original = base if hasattr(base, "path") else None
    return save_as(
        document.snapshot(), bytes(target), Ticket(), original=original, **{"overwrite": False, **options}
    )


@pytest.mark.parametrize("how", ["same path", "hard link", "symbolic link"])
def test_save_as_never_writes_over_the_open_file(tmp_path, path, document, how):
    target = path if how == "same path" else tmp_path / "other"
    if how == "hard link":
        target.hardlink_to(path)
    if how == "symbolic link":
        target.symlink_to(path)
    document.write(0, b"x")
    with pytest.raises(RefusedError, match="use Save"):
        as_new(document, target, overwrite=True)
    assert path.read_bytes() == OLD


def test_save_as_makes_a_file_and_leaves_the_original(tmp_path, path, document):
    document.write(0, b"new")
    old_mask = os.umask(0o027)
    try:
        outcome = as_new(document, tmp_path / "copy")
    finally:
        os.umask(old_mask)
    assert (tmp_path / "copy").read_bytes() == b"new" + OLD[3:]
    assert stat.S_IMODE((tmp_path / "copy").stat().st_mode) == 0o640
    assert path.read_bytes() == OLD
    assert outcome.new_base.path == bytes(tmp_path / "copy")
    outcome.new_base.close()


def test_save_as_asks_before_it_replaces_a_file(tmp_path, document):
    target = tmp_path / "there"
    target.write_bytes(b"precious")
    target.chmod(0o600)
    with pytest.raises(RefusedError, match="exists already"):
        as_new(document, target)
    assert target.read_bytes() == b"precious"
    as_new(document, target, overwrite=True).new_base.close()
    assert target.read_bytes() == OLD
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_save_as_keeps_a_symbolic_link_and_writes_where_it_leads(tmp_path, document):
    (tmp_path / "link").symlink_to("aim")
    as_new(document, tmp_path / "link").new_base.close()
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "aim").read_bytes() == OLD


def test_save_as_keeps_holes(tmp_path):
    document = Document(AnonymousSource(1 << 30))
    document.write(1 << 29, b"x")
    outcome = as_new(document, tmp_path / "copy")
    assert (tmp_path / "copy").stat().st_size == 1 << 30
    assert (tmp_path / "copy").stat().st_blocks <= 16
    assert outcome.new_base.size == 1 << 30
    assert outcome.sentence.startswith("Saved 1,073,741,824 bytes")
    assert outcome.sentence.endswith("compared. 1,073,741,823 bytes of the file are holes and take no space.")
    outcome.new_base.close()


def test_save_as_of_a_document_open_for_reading_only(tmp_path, path):
    source = open_file(bytes(path), Access.READ)
    as_new(Document(source), tmp_path / "copy").new_base.close()
    assert (tmp_path / "copy").read_bytes() == OLD
    source.close()


@pytest.mark.parametrize("target", ["/dev/null", ".", "missing/folder/file", "/proc/version"])
def test_save_as_to_what_is_no_file_is_refused(tmp_path, document, target):
    with pytest.raises((RefusedError, SaveError)):
        as_new(document, tmp_path / target, overwrite=True)


def test_bytes_that_are_gone_are_not_saved_as_zeros_unless_asked_for(tmp_path, path, document):
    os.truncate(path, 4000)
    with pytest.raises(SaveError, match="cannot be read"):
        as_new(document, tmp_path / "copy")
    assert not (tmp_path / "copy").exists()
    outcome = as_new(document, tmp_path / "copy", lossy=True)
    assert (tmp_path / "copy").read_bytes() == OLD[:4000] + bytes(6000)
    assert "6,000 bytes could not be read" in outcome.sentence
    outcome.new_base.close()


def test_save_as_leaves_no_second_file(tmp_path, document):
    as_new(document, tmp_path / "copy").new_base.close()
    assert sorted(os.listdir(tmp_path)) == ["copy", "file"]
    with pytest.raises(OpenError):
        open_file(bytes(tmp_path / "nothing"))
