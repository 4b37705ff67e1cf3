"""A school's workspace in a real git repository."""

import subprocess
from dataclasses import dataclass
from pathlib import Path

from tests.cli.copies import made_once
from tests.cli.running import Shell

ANY = -1
"""Any exit code will do."""


@dataclass(frozen=True)
class School(Shell):
    """A workspace kept in git, and commands started in it."""

    def git(self, *words: str, code: int = 0) -> str:
        """Run git; its standard output."""
        done = subprocess.run(
            ["git", "-c", "user.name=A", "-c", "user.email=a@school.invalid", *words],
            cwd=self.folder,
            capture_output=True,
            check=False,
        )
        assert code in (done.returncode, ANY), done.stderr.decode()
        return done.stdout.decode()

    def commit(self, message: str) -> None:
        """Commit everything."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "-m", message)

    def answer(self, name: str, rating: str, *more: str) -> None:
        """Answer one question of Hillside's audit."""
        self.fine(
            *("answer", "hillside", name, rating, "--by", "AP lead", "--today", "2026-11-24"), *more
        )

    @property
    def audit(self) -> Path:
        """Hillside's newest audit."""
        return max(self.folder.glob("providers/hillside*/audits/*.yaml"))


@made_once
def begun(shell: Shell) -> School:
    """A school with one audit, a standard question of it answered, and one commit."""
    school = School(shell.folder)
    school.begin()
    school.git("init", "--quiet", "--template=", "-b", "main")
    school.answer("saf-staff-training", "met")
    school.commit("Begin")
    return school
