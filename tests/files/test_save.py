"""Bytes on a disk, with real faults: limits, permissions, kills, a full disk."""

import errno
import os
import resource
import shutil
import signal
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ap_audit.errors import Refused
from ap_audit.files.save import make_folder, only_writer, replace_file, write_new
from tests.forked import in_a_copy, without_powers

OLD, NEW = b"old\n", b"new\n" * 5000
CALLS = {"open", "os.rename", "os.link", "os.remove", "os.mkdir", "os.chmod"}


@pytest.fixture
def path(tmp_path: Path) -> Iterator[Path]:
    """A file with something in it, in a folder of its own."""
    folder = tmp_path / "audits"
    folder.mkdir()
    path = folder / "audit.yaml"
    path.write_bytes(OLD)
    yield path
    if folder.is_dir():
        folder.chmod(0o755)


def attempt(work: Callable[[], None], *, first: Callable[[], None] = lambda: None) -> str:
    """What a person is told when the work is tried in a process of its own, after a preparation."""

    def tried() -> str:
        first()
        return saving(work)

    said, code = in_a_copy(tried)
    assert code == 0, said
    return said


def saving(work: Callable[[], None]) -> str:
    """What a person is told of the work."""
    try:
        work()
    except Refused as refused:
        return f"{refused.message} {refused.hint}"
    return "saved"


def at_call(number: int, do: Callable[[], None], folder: Path) -> Callable[[], bool]:
    """From now on, do this at the Nth call that touches the folder; whether that was done."""
    left = number

    def hook(event: str, words: tuple[object, ...]) -> None:
        nonlocal left
        if event in CALLS and str(words[0]).startswith(str(folder)):
            left -= 1
            if not left:
                do()

    sys.addaudithook(hook)
    return lambda: left <= 0


def fail() -> None:
    """The disk says no."""
    raise OSError(errno.EIO, os.strerror(errno.EIO))


def kill() -> None:
    """The power, or the person, says no."""
    os.kill(os.getpid(), signal.SIGKILL)


def test_new_content_or_old(path: Path) -> None:
    """A file is replaced as a whole, and nothing else stays in its folder."""
    replace_file(path, NEW)

    assert path.read_bytes() == NEW
    assert list(path.parent.iterdir()) == [path]


def test_new_file_never_replaces(path: Path) -> None:
    """A new file is never written over one that is there."""
    with pytest.raises(Refused, match="is there already, and was left as it is"):
        write_new(path, NEW)

    assert path.read_bytes() == OLD
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_permissions_stay(path: Path, mode: int) -> None:
    """A changed file has the permissions that it had."""
    path.chmod(mode)

    replace_file(path, NEW)

    assert stat.S_IMODE(path.stat().st_mode) == mode


def test_link_stays_a_link(path: Path) -> None:
    """Where a file is reached by a link, the file behind it changes and the link stays."""
    link = path.parent.parent / "link.yaml"
    link.symlink_to(path)

    replace_file(link, NEW)

    assert link.is_symlink()
    assert path.read_bytes() == NEW


def test_every_call_that_fails(path: Path) -> None:
    """Whichever call fails, the file is the old one or the new one, and a person is told."""
    told: list[str] = []
    failed = "True"
    while failed == "True":
        path.write_bytes(OLD)

        def work(number: int = len(told) + 1) -> str:
            reached = at_call(number, fail, path.parent)
            said = saving(lambda: replace_file(path, NEW))
            return f"{reached()} {said}"

        answer, code = in_a_copy(work)
        assert code == 0, answer
        failed, _, said = answer.partition(" ")
        # Where the folder cannot be synced the new file is there, and still not called saved.
        assert path.read_bytes() in ((NEW,) if said == "saved" else (OLD, NEW))
        told.append(said)
        for stray in path.parent.glob(".*.tmp"):
            stray.unlink()
    assert len(told) > 4
    assert any("could not be saved: the disk reported an error." in said for said in told)
    assert told[-1] == "saved"


@pytest.mark.parametrize("new", [True, False], ids=["new-file", "changed-file"])
def test_every_call_that_is_the_last(path: Path, new: bool) -> None:  # noqa: FBT001 -- a case
    """Killed at whichever call, the file is the old one or the new one, never half of it."""
    target = path.with_name("new.yaml") if new else path
    codes: list[int] = []
    while not codes or codes[-1] == -signal.SIGKILL:
        target.unlink(missing_ok=True)
        if not new:
            path.write_bytes(OLD)

        def work(number: int = len(codes) + 1) -> str:
            at_call(number, kill, path.parent)
            (write_new if new else replace_file)(target, NEW)
            return ""

        codes.append(in_a_copy(work)[1])
        now = target.read_bytes() if target.exists() else b""
        assert now in ((b"", NEW) if new else (OLD, NEW))
    assert len(codes) > 4
    assert codes[-1] == 0


def test_file_size_limit(path: Path) -> None:
    """Where only a part can be written, the old file stays and the reason is said."""
    said = attempt(
        lambda: replace_file(path, NEW),
        first=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096)),
    )

    assert "could not be saved: the file would be larger than is allowed." in said
    assert "Nothing saved before is lost." in said
    assert path.read_bytes() == OLD
    assert list(path.parent.iterdir()) == [path]


def test_no_more_open_files(path: Path) -> None:
    """Where no file can be opened any more, the old file stays."""

    def full() -> None:
        resource.setrlimit(resource.RLIMIT_NOFILE, (12, 12))
        while True:
            try:
                os.open(os.devnull, os.O_RDONLY)
            except OSError:
                return

    said = attempt(lambda: replace_file(path, NEW), first=full)

    assert "could not be saved: too many open files." in said.lower()
    assert path.read_bytes() == OLD


def test_folder_that_may_not_be_written(path: Path) -> None:
    """A folder without permission is said; root's powers are given up to see it."""
    path.parent.chmod(0o555)

    changed = attempt(lambda: replace_file(path, NEW), first=without_powers)
    made = attempt(lambda: write_new(path.with_name("b"), NEW), first=without_powers)
    folder = attempt(lambda: make_folder(path.with_name("c") / "d"), first=without_powers)

    assert path.read_bytes() == OLD
    for said in (changed, made, folder):
        assert "could not be saved: you may not write there." in said


def test_file_that_may_not_be_written(path: Path) -> None:
    """A file that somebody protected is not replaced, though its folder would let it."""
    path.chmod(0o444)

    said = attempt(lambda: replace_file(path, NEW), first=without_powers)

    assert "could not be saved: you may not write there." in said
    assert path.read_bytes() == OLD


def move_folder(path: Path) -> None:
    """The folder is somewhere else now."""
    path.parent.rename(path.parent.with_name("gone"))


def file_for_folder(path: Path) -> None:
    """A file has the folder's name now."""
    shutil.rmtree(path.parent)
    path.parent.write_bytes(b"")


def folder_for_file(path: Path) -> None:
    """A folder has the file's name now."""
    path.unlink()
    (path / "inside").mkdir(parents=True)


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (move_folder, "the folder is gone"),
        (file_for_folder, "a file stands where a folder is needed"),
        (folder_for_file, "a folder stands where a file is needed"),
    ],
    ids=["folder-gone", "file-for-folder", "folder-for-file"],
)
def test_things_in_the_way(path: Path, make: Callable[[Path], None], why: str) -> None:
    """What stands where it should not is named."""
    make(path)

    assert f"could not be saved: {why}." in attempt(lambda: replace_file(path, NEW))


def test_name_that_is_too_long(path: Path) -> None:
    """A name that the disk cannot hold is said."""
    said = attempt(lambda: write_new(path.with_name("x" * 300), NEW))

    assert "could not be saved: the name is too long." in said


def test_full_disk(tmp_path: Path) -> None:
    """On a disk that is really full the old file stays, and the reason is said."""
    small = tmp_path / "small"
    small.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", str(small)]
    if (
        not shutil.which("mount")
        or subprocess.run(mount, capture_output=True, check=False).returncode
    ):
        pytest.skip("a small disk cannot be mounted here, so a full one was not tried")
    try:
        path = small / "audit.yaml"
        path.write_bytes(OLD)
        with pytest.raises(Refused, match="could not be saved: the disk is full"):
            replace_file(path, NEW)
        assert path.read_bytes() == OLD
        assert list(small.iterdir()) == [path]
    finally:
        subprocess.run(["umount", str(small)], check=True)


def test_one_writer_at_a_time(path: Path) -> None:
    """Two programs that add to one file in turns lose nothing, and a killed one lets go."""

    def add(sign: str) -> str:
        for _ in range(25):
            with only_writer(path.parent):
                replace_file(path, path.read_bytes() + sign.encode())
        return ""

    def killed() -> str:
        with only_writer(path.parent):
            kill()
        return ""

    def both() -> str:
        child = os.fork()
        add("a" if child else "b")
        if not child:
            os._exit(0)
        return str(os.waitpid(child, 0)[1])

    assert in_a_copy(killed)[1] == -signal.SIGKILL
    assert in_a_copy(both) == ("0", 0)
    assert sorted(path.read_bytes().removeprefix(OLD)) == sorted(b"ab" * 25)
