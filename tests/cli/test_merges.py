"""Two people's work on one audit, merged by plain git in real repositories, with edits at random.

A few merges each time; `pytest --many` makes hundreds.
"""

import os
import random
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from ap_audit.cli.checking import check_file
from ap_audit.files.builtin import checklists_folder
from ap_audit.files.change import save_change
from ap_audit.files.contacts import contact_paths
from ap_audit.files.document import read_document
from ap_audit.files.library import Library
from ap_audit.files.making_contacts import make_contact
from ap_audit.files.workspace import Workspace
from ap_audit.model.audit import (
    Action,
    Answer,
    Audit,
    Decision,
    Evidence,
    OtherAnswer,
    Signature,
)
from ap_audit.model.contact import LoggedContact
from ap_audit.model.names import CriterionId
from ap_audit.model.seal import altered, digest_of
from ap_audit.model.words import ContactKind, Part, Rating, Seen
from tests.cli.running import TODAY, Shell

CHECKLIST = Library(shipped=checklists_folder()).edition("ap-provider@2026.1").checklist
RATED = [one for one in CHECKLIST.criteria() if not one.is_record]
DAY = date.fromisoformat(TODAY)
SLUG = "hillside-skills-centre"
NOTES = ("Letter seen.", "Two tutors are missing.\nAsk again in December.\n", "£5 million: seen")
RATINGS = (Rating.MET, Rating.PARTLY, Rating.NOT_MET, Rating.CANNOT_TELL)
SIGNED = Decision(state="signed", by="Headteacher", date=DAY, outcome="Use for the year")


@dataclass
class Repository:
    """A workspace in a real repository; every run goes on from its first commit."""

    workspace: Workspace
    audit: Path
    start: str = ""

    def git(self, *words: str) -> tuple[int, str]:
        """Run git; its exit code and output."""
        done = subprocess.run(
            ["git", "-c", "user.name=A", "-c", "user.email=a@school.invalid", *words],
            cwd=self.workspace.root,
            capture_output=True,
            check=False,
            encoding="utf-8",
            env={"PATH": os.environ["PATH"], "GIT_CONFIG_NOSYSTEM": "1", "HOME": "/nowhere"},
        )
        return done.returncode, done.stdout + done.stderr

    def fine(self, *words: str) -> str:
        """Run git, which must succeed; its output."""
        code, said = self.git(*words)
        assert code == 0, said
        return said.strip()

    def commit(self) -> str:
        """Commit everything; the commit."""
        self.fine("add", "--all")
        self.fine("commit", "--quiet", "--allow-empty", "-m", "x")
        return self.fine("rev-parse", "HEAD")

    def read(self) -> Audit:
        """The audit as it lies there."""
        return read_document(self.audit, Audit).value

    def save(self, audit: Audit) -> None:
        """Save the audit as every command does."""
        save_change(read_document(self.audit, Audit), audit)

    def merged(
        self, ours: Callable[[Audit], Audit], theirs: Callable[[Audit], Audit], *, base: Audit
    ) -> bool:
        """Whether what two people make of one state merges cleanly; the result lies there."""
        self.fine("checkout", "--quiet", "--force", "--detach", self.start)
        self.save(base)
        begun = self.commit()
        self.save(theirs(self.read()))
        other = self.commit()
        self.fine("checkout", "--quiet", begun)
        self.save(ours(self.read()))
        self.commit()
        code, said = self.git("merge", "--quiet", "-m", "merge", other)
        assert code == 0 or "CONFLICT" in said, said
        return code == 0


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """A school with one blank audit, committed."""
    folder = tmp_path_factory.mktemp("merges")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        path = Shell(folder).begin()
    made = Repository(Workspace(folder), path)
    made.fine("init", "--quiet")
    made.start = made.commit()
    return made


def worked_on(chance: random.Random, audit: Audit, keys: list[CriterionId], who: str) -> Audit:
    """The audit with something done to each of these answers, as the commands would."""
    for key in keys:
        answer = audit.answer(key)
        match chance.randrange(6):
            case 0 | 1:
                answer = replace(
                    answer,
                    rating=chance.choice(RATINGS),
                    note=chance.choice(NOTES),
                    date=DAY,
                    by=who,
                )
            case 2:
                action = Action(what=f"Ask {who}", owner=who, due=DAY)
                answer = replace(answer, actions={**answer.actions, f"ask-{who.lower()}": action})
            case 3:
                seen = Evidence(what=f"letter of {who}", seen=Seen.COPY, date=DAY)
                answer = replace(answer, evidence={**answer.evidence, f"{who.lower()}": seen})
            case 4:
                answer = replace(answer, claim=OtherAnswer(rating=Rating.MET, note="all of it"))
            case _:
                answer = replace(answer, rating=Rating.NOT_CHECKED, note=None, private="Ring.")
        audit = audit.with_answer(key, answer)
    return audit


def work(state: float, keys: list[CriterionId], who: str) -> Callable[[Audit], Audit]:
    """What one person does, the very same each time it is done."""
    return lambda audit: worked_on(random.Random(state), audit, keys, who)  # noqa: S311


def begun(chance: random.Random, blank: Audit) -> Audit:
    """An audit in which some questions have answers already."""
    keys = [one.key for one in chance.sample(RATED, chance.choice([0, 10, 40, len(RATED)]))]
    return worked_on(chance, blank, keys, "Lead")


def runs(usual: int, many: int) -> list[object]:
    """Seeds of the usual runs, and of those that take their time."""
    return [
        *range(usual),
        *(pytest.param(seed, marks=pytest.mark.many) for seed in range(usual, many)),
    ]


@pytest.mark.parametrize("seed", runs(4, 250))
def test_different_answers_merge(repository: Repository, seed: int) -> None:
    """Whatever two people do to different answers, neighbours too, git keeps both."""
    chance = random.Random(seed)  # noqa: S311 -- a sample, not a secret
    keys = [one.key for one in RATED]
    if seed % 2:  # neighbours, where one's lines end and the other's begin
        at = chance.randrange(len(keys) - 8)
        keys = keys[at : at + 8]
    chance.shuffle(keys)
    half = chance.randint(1, min(6, len(keys) - 1))
    mine, theirs = keys[:half], keys[half : 2 * half + 1]
    base = begun(chance, blank_of(repository))
    ours = work(chance.random(), mine, "Anna")
    others = work(chance.random(), theirs, "Ben")

    assert repository.merged(ours, others, base=base)
    assert repository.read() == ours(others(base))


def blank_of(repository: Repository) -> Audit:
    """The audit as it was begun."""
    repository.fine("checkout", "--quiet", "--force", "--detach", repository.start)
    return repository.read()


def sealed(audit: Audit) -> Audit:
    """The audit as it was prepared and accepted, with the seals that `sign` makes."""
    signatures = {}
    for part, name in ((Part.PREPARED, "A. Lead"), (Part.ACCEPTED, "H. Head")):
        decided = replace(audit, decision=SIGNED) if part is Part.ACCEPTED else audit
        made = Signature(name=name, role="Some role", date=DAY, digest="sha256:" + "0" * 64)
        signatures[part] = replace(made, digest=digest_of(decided, part, made))
    placed = {part: signatures[part] for part in (Part.ACCEPTED, Part.PREPARED)}
    return replace(audit, decision=SIGNED, signatures=placed)


@pytest.mark.parametrize("seed", runs(2, 60))
def test_signing_while_another_corrects_an_answer(repository: Repository, seed: int) -> None:
    """Git keeps both, the last answer before the decision too; no seal stands for the result."""
    chance = random.Random(seed)  # noqa: S311 -- a sample, not a secret
    base = begun(chance, blank_of(repository))
    key = list(CHECKLIST.by_id())[-1] if seed % 2 else chance.choice(RATED).key
    signed = sealed(base)

    def corrected(audit: Audit) -> Audit:
        changed = worked_on(random.Random(seed), audit, [key], "Ben")  # noqa: S311
        return changed.with_answer(key, replace(changed.answer(key), note="Corrected."))

    assert altered(signed) == ()
    assert repository.merged(lambda _: signed, corrected, base=base)
    merged = repository.read()
    assert merged == replace(corrected(base), decision=SIGNED, signatures=signed.signatures)
    assert altered(merged) == (Part.PREPARED, Part.ACCEPTED)


@pytest.mark.parametrize("seed", runs(1, 40))
def test_contacts_of_two_people(repository: Repository, seed: int) -> None:
    """Each is a file of its own, though both were on one day and of one kind."""
    chance = random.Random(seed)  # noqa: S311 -- a sample, not a secret

    def logs(who: str, audit: Audit) -> Audit:
        for number in range(chance.randint(1, 3)):
            contact = LoggedContact(
                format="ap-audit/contact@1",
                date=DAY,
                kind=ContactKind.VISIT,
                with_="Centre manager",
                by=who,
                note=f"{number} pupils at lunch.",
            )
            make_contact(repository.workspace, SLUG, contact)
        return audit

    base = blank_of(repository)
    known = len(contact_paths(repository.workspace))

    assert repository.merged(
        lambda audit: logs("Anna", audit), lambda audit: logs("Ben", audit), base=base
    )
    assert len(contact_paths(repository.workspace)) >= known + 2
    for one in contact_paths(repository.workspace):
        assert check_file(one.path, repository.workspace, date(2026, 11, 26)) == ()


@pytest.mark.parametrize("seed", runs(2, 60))
def test_the_same_answer_twice_is_a_conflict(repository: Repository, seed: int) -> None:
    """Git stops, and `check` names just those answers, with both versions in words."""
    chance = random.Random(seed)  # noqa: S311 -- a sample, not a secret
    both = [one.key for one in chance.sample(RATED, chance.randint(1, 4))]
    rest = [one.key for one in RATED if one.key not in both]
    mine, theirs = rest[:3], rest[-3:]
    base = blank_of(repository)

    def rated(rating: Rating, keys: list[CriterionId]) -> Callable[[Audit], Audit]:
        def made(audit: Audit) -> Audit:
            for key in keys:
                audit = audit.with_answer(key, Answer(rating=rating, note=rating.title, date=DAY))
            return audit

        return made

    clean = repository.merged(
        rated(Rating.MET, [*both, *mine]), rated(Rating.NOT_MET, [*both, *theirs]), base=base
    )

    assert not clean
    problems = check_file(repository.audit, repository.workspace, date(2026, 11, 26))
    assert {problem.what for problem in problems} == {
        f"two versions of the answer '{key}'" for key in both
    }
    assert all("(HEAD): met" in problem.hint for problem in problems)
    repository.fine("merge", "--abort")
