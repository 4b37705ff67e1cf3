"""What plain git makes of two people's work in one audit, without any help of ours."""

import random
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest
from msgspec.structs import replace

from ap_audit.files.change import save_change
from ap_audit.files.document import parse, read_document
from ap_audit.files.emit import emit_audit
from ap_audit.model.audit import Action, Answer, Audit, Evidence
from ap_audit.model.words import Rating, Seen
from tests.builders import audit

NAMES = [f"q-{number}" for number in range(20)]
START = audit(dict.fromkeys(NAMES, Rating.NOT_CHECKED))


def some_answer(chance: random.Random, who: str) -> Answer:
    """An answer of one to twenty lines."""
    return Answer(
        rating=chance.choice([Rating.MET, Rating.PARTLY, Rating.NOT_MET, Rating.CANNOT_TELL]),
        by=who,
        note=chance.choice([None, f"{who} saw it", f"{who} saw\n\nit all"]),
        evidence=chance.choice([{}, {"e1": Evidence(what=f"letter to {who}", seen=Seen.COPY)}]),
        actions=chance.choice([{}, {"a1": Action(what="Ask again", owner=who)}]),
    )


def version(folder: Path, answers: Mapping[str, Answer], name: str) -> Path:
    """The audit's file on one person's branch."""
    path = folder / name
    path.write_text(emit_audit(START, {"q-0": "First", "q-10": "Second"}), encoding="utf-8")
    document = read_document(path, Audit)
    save_change(document, replace(START, answers={**START.answers, **answers}))
    return path


def merged(folder: Path, ours: Mapping[str, Answer], theirs: Mapping[str, Answer]) -> bytes | None:
    """What git merges two branches into; None where it leaves a conflict."""
    paths = [
        version(folder, answers, name)
        for answers, name in ((ours, "ours"), ({}, "base"), (theirs, "theirs"))
    ]
    done = subprocess.run(["git", "merge-file", "-p", *paths], capture_output=True, check=False)
    return None if done.returncode else done.stdout


def merges(number: int, seed: int, folder: Path) -> None:
    """Merge so many pairs: different questions must come out right, the same one as a conflict."""
    chance = random.Random(seed)  # noqa: S311 -- the same pairs each time
    for _ in range(number):
        order = chance.sample(NAMES, len(NAMES))
        cut, end = chance.randint(1, 8), chance.randint(9, 18)
        ours = {name: some_answer(chance, "ann") for name in order[:cut]}
        theirs = {name: some_answer(chance, "bob") for name in order[cut:end]}

        both = merged(folder, ours, theirs)

        assert both is not None, (ours, theirs)
        found, problems = parse(both, Audit, path=Path("x"), shown_path="x")
        assert found is not None, problems
        assert found.value.answers == {**START.answers, **ours, **theirs}
        assert merged(folder, ours, {**theirs, order[0]: some_answer(chance, "bob")}) is None


def test_two_people_in_git(tmp_path: Path) -> None:
    """Answers to different questions merge cleanly and right; to the same one, as a conflict."""
    merges(25, 1, tmp_path)


@pytest.mark.many
@pytest.mark.parametrize("seed", range(2, 12))
def test_five_thousand_merges(seed: int, tmp_path: Path) -> None:
    """The same, ten thousand times."""
    merges(500, seed, tmp_path)
