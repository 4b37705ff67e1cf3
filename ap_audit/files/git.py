"""What git keeps of a workspace, read only: its files as they stood at a revision.

Git is run as a program, never through a shell. Nothing here writes to the repository, and nothing
is fetched from anywhere.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from ap_audit.errors import BadUsage, Refused
from ap_audit.files.document import LARGEST
from ap_audit.files.lines import shown

_ONLY_READING = {
    "GIT_NO_LAZY_FETCH": "1",  # a clone that leaves files out would ask a server for them
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
_PLAIN_FILE = ("100644", "100755")


class Kept(Struct, frozen=True, kw_only=True):
    """One file as git keeps it at a revision."""

    path: str
    """From the workspace's folder, with strokes."""
    mode: str
    blob: str
    size: int

    @property
    def readable(self) -> bool:
        """Whether it is a file that could be one of ours, and not a link or a huge one."""
        return self.mode in _PLAIN_FILE and self.size <= LARGEST


class LastChange(Struct, frozen=True, kw_only=True):
    """The commit in which a file was last changed, and who signed it."""

    commit: str
    date: str
    signature: str
    """One letter, as git has it: G good, B bad, U of unknown trust, X and Y expired, R revoked,
    E not to be checked here, N none.
    """
    signer: str
    committed: bool
    """Whether the file is as it was then."""
    tags: tuple[str, ...]
    """Signed tags with the file as it was then, whose signature is good."""
    missing: str = ""
    """What is missing to check it by: `list` where git is told of no list of signers, `list-file`
    where that file is not there, `key` where the public key or gpg is not; empty otherwise.
    """


class Repository(Struct, frozen=True):
    """The git repository that a folder lies in."""

    folder: Path
    program: str

    def commit(self, revision: str) -> str:
        """The full name of a revision; raises BadUsage where there is none of that name."""
        given = shown(revision)
        # What begins with a hyphen would be an option to git; `--verify` takes the rest as a name.
        if revision and not revision.startswith("-"):
            named = self._said("rev-parse", "--verify", "--quiet", revision).split("\n")[0]
            # The name first: what `:/words` looks for would be the words and the braces.
            found = self._said("rev-parse", "--verify", "--quiet", f"{named}^{{commit}}")
            if named and found:
                return found.split("\n")[0]
            if named:
                raise BadUsage(
                    f"'{given}' is no commit, or one that is missing from this git repository.",
                    hint="Look at it with git itself: git show, git fsck",
                )
        if not self._said("rev-list", "--all", "--max-count=1"):
            raise BadUsage(
                "This git repository has no commits yet, so there is nothing to compare with.",
                hint="Keep what is there: git add --all, then git commit",
            )
        if self._said("rev-parse", "--is-shallow-repository") == "true":
            raise BadUsage(
                f"There is no revision '{given}' here: this clone holds only part of the history.",
                hint="Fetch the rest of it first: git fetch --unshallow",
            )
        raise BadUsage(
            f"There is no revision '{given}' in this git repository.",
            hint="See what there is: git log --oneline, git branch --all",
        )

    def files(self, commit: str) -> dict[str, Kept]:
        """Every file below the folder at a commit, by its path from there."""
        done = self._done("ls-tree", "-r", "-z", "--long", commit, "--")
        found = {}
        for row in done.split(b"\0"):
            if not row:
                continue
            about, _, name = row.partition(b"\t")
            mode, _, blob, size = about.decode().split()
            path = name.decode("utf-8", errors="surrogateescape")
            number = int(size) if size.isdigit() else 0
            found[path] = Kept(path=path, mode=mode, blob=blob, size=number)
        return found

    def contents(self, files: list[Kept]) -> Iterator[tuple[Kept, bytes]]:
        """Each file with what is in it."""
        names = "".join(f"{kept.blob}\n" for kept in files)
        rest = self._done("cat-file", "--batch", given=names.encode())
        for kept in files:
            head, _, rest = rest.partition(b"\n")
            size = int(head.split()[-1])
            yield kept, rest[:size]
            rest = rest[size + 1 :]

    def names_before(self, older: str, newer: str = "") -> dict[str, str]:
        """What git takes files to have been called at an older commit, by what they are called now.

        Now is at a newer commit, or in the folder, where git has been told of the new name.
        """
        found = self._done(
            *(("diff-tree", "-r") if newer else ("diff",)),
            *("-z", "-M", "--relative", "--name-status", "--diff-filter=R"),
            *((older, newer) if newer else (older,)),
            "--",
        )
        parts = found.decode("utf-8", errors="surrogateescape").split("\0")
        return dict(zip(parts[2::3], parts[1::3], strict=False))

    def stages(self, path: Path) -> dict[int, bytes]:
        """The versions of a file that an unfinished merge left: 1 before both, 2 ours, 3 theirs."""
        rows = self._done("ls-files", "--unmerged", "-z", "--", path.name, at=path.parent)
        found = [row.partition(b"\t")[0].decode().split() for row in rows.split(b"\0") if row]
        kept = [Kept(path=stage, mode=mode, blob=blob, size=0) for mode, blob, stage in found]
        return {int(one.path): content for one, content in self.contents(kept)} if kept else {}

    def last_change(self, path: Path) -> LastChange | None:
        """Who last changed a file, as far as git can tell; None where it was never committed."""
        here = ("--", path.name)
        done = self._done("log", "-1", "--format=%H%x00%cs%x00%G?%x00%GS", *here, at=path.parent)
        if not done:
            return None
        found = done.decode("utf-8", errors="replace").rstrip("\n").split("\0")
        commit, date, signature, signer = found
        same = self._run("diff", "--quiet", commit, *here, at=path.parent)
        kind = self._kind_of_signature(commit) if signature in "NUE" else ""
        return LastChange(
            commit=commit,
            date=date,
            # git says that there is none where it does not know how to check it
            signature="E" if signature == "N" and kind else signature,
            signer=shown(signer),
            committed=same.returncode == 0,
            tags=tuple(self._signed_tags(commit, path)),
            missing=self._missing(kind, signature),
        )

    def _kind_of_signature(self, commit: str) -> str:
        """What a commit is signed with: `ssh`, or `key` for any other; empty where it is not."""
        heading = self._said("cat-file", "commit", commit).partition("\n\n")[0]
        begin = next((one for one in heading.splitlines() if one.startswith("gpgsig")), "")
        return "ssh" if "SSH SIGNATURE" in begin else "key" if begin else ""

    def _missing(self, kind: str, signature: str) -> str:
        if kind != "ssh":
            return "key" if kind and signature != "U" else ""
        signers = self._said("config", "--get", "--type=path", "gpg.ssh.allowedSignersFile")
        if not signers:
            return "list"
        return "" if (self.folder / signers).is_file() else "list-file"

    def _signed_tags(self, commit: str, path: Path) -> Iterator[str]:
        """Of the tags on later commits that have the file as it was, those well signed."""
        mark = "%(refname:strip=2)%00%(if)%(contents:signature)%(then)signed%(end)"
        said = self._said("for-each-ref", f"--contains={commit}", f"--format={mark}", "refs/tags")
        name = f"./{path.name}"
        for row in said.splitlines():
            tag, _, signed = row.partition("\0")
            if not signed:
                continue
            blobs = [
                self._run("rev-parse", "--verify", "--quiet", f"{where}:{name}", at=path.parent)
                for where in (commit, f"refs/tags/{tag}")
            ]
            good = self._run("verify-tag", f"refs/tags/{tag}").returncode == 0
            if good and blobs[0].stdout == blobs[1].stdout:
                yield shown(tag)

    def setting(self, name: str) -> str:
        """What a setting of this repository alone says; empty where it is not made."""
        return self._said("config", "--local", "--get", name)

    def make_setting(self, name: str, value: str) -> None:
        """Set something for this repository on this machine."""
        self._done("config", "--local", name, value)

    def _said(self, *words: str) -> str:
        done = self._run(*words)
        return done.stdout.decode("utf-8", errors="replace").strip() if not done.returncode else ""

    def _done(self, *words: str, given: bytes = b"", at: Path | None = None) -> bytes:
        done = self._run(*words, given=given, at=at)
        if done.returncode:
            raise _failed(done.stderr)
        return done.stdout

    def _run(
        self, *words: str, given: bytes = b"", at: Path | None = None
    ) -> "subprocess.CompletedProcess[bytes]":
        return subprocess.run(  # noqa: S603 -- git, by its full path, and no shell
            [
                self.program,
                "--no-pager",
                "--literal-pathspecs",
                "-C",
                str(at or self.folder),
                *words,
            ],
            input=given,
            capture_output=True,
            check=False,
            env={**os.environ, **_ONLY_READING},
        )


def repository_of(folder: Path, *, instead: str = "") -> Repository:
    """The repository that a folder lies in; raises BadUsage where there is no git, or none.

    *instead* is what can be done without. Raises Refused where git will not read it.
    """
    program = shutil.which("git")
    # On Windows a program in this very folder would be found first, whoever put it there.
    if program is None or Path(program).resolve().parent == Path.cwd():
        raise BadUsage(
            "This needs git, and there is no git on this machine.",
            hint=f"Install it, or {instead}" if instead else "Install it first: git-scm.com",
        )
    repository = Repository(folder, program)
    done = repository._run("rev-parse", "--is-inside-work-tree")  # noqa: SLF001 -- made here
    if done.stdout.strip() == b"true":
        return repository
    if b"not a git repository" in done.stderr or not done.returncode:
        raise BadUsage(
            f"'{folder}' is not in a git repository.",
            hint=f"Make it one: git init. Or {instead}" if instead else "Make it one: git init",
        )
    raise _failed(done.stderr)


def _failed(said: bytes) -> Refused:
    lines = said.decode("utf-8", errors="replace").strip().splitlines()
    if b"dubious ownership" in said:
        # Shared drives of schools: the folder belongs to whoever set it up.
        (add,) = [one.strip() for one in lines if "safe.directory" in one] or [""]
        return Refused(
            "This folder belongs to somebody else, so git does not read it.",
            hint=f"If you trust what is in it: {add}",
        )
    if b"lazy fetching disabled" in said:
        return Refused(
            "This clone leaves out the files of older revisions, and nothing is fetched from here.",
            hint="Fetch them first: git fetch --refetch --no-filter",
        )
    return Refused(
        f"git could not read the repository: {shown(lines[0]) if lines else 'it gave no reason'}",
        hint="Try the same with git itself: git log --oneline",
    )
