"""Properties of changing a person's file: only the lines of what changed."""

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from ap_audit.errors import Refused
from ap_audit.files.change import save_change
from ap_audit.files.document import parse
from ap_audit.files.tree import Keys, last_line
from ap_audit.model.audit import Answer, Audit, Evidence
from ap_audit.model.words import Rating, Seen
from tests.builders import audit
from tests.files.generated import ANSWERS, FEW, UNSEALED
from tests.files.mangling import REMARK, mangled
from tests.files.reading import document, read

HEADER = (
    "format: ap-audit/audit@1\nsubject: provider\nprovider: acme\nchecklist: test@1\n"
    f"digest: sha256:{'0' * 64}\ndepth: core\ndate: 2026-11-23\nauditor: AP lead\n"
)
TAIL = "decision:\n  state: open\n"


def saved(content: bytes, change: Audit, folder: Path) -> bytes:
    """What a file holds once a changed audit was saved in it."""
    path = folder / "audit.yaml"
    path.write_bytes(content)
    after = save_change(document(content, Audit, path), change)
    assert after.content == path.read_bytes()
    assert list(folder.iterdir()) == [path]
    return after.content


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all examples use in turn."""
    return tmp_path_factory.mktemp("patch")


def block_of(content: bytes, name: str) -> tuple[int, int]:
    """The lines of one answer: the first, and the one after the last."""
    tree = document(content, Audit).tree
    assert isinstance(tree, Keys)
    answers = tree.nodes["answers"]
    assert isinstance(answers, Keys)
    lines = content.decode("utf-8-sig").split("\n")
    return answers.names[name].line, last_line(answers.nodes[name], lines) + 1


@FEW
@given(UNSEALED, ANSWERS, st.randoms(use_true_random=False))
def test_one_answer_touches_only_its_own_lines(
    folder: Path, audit: Audit, answer: Answer, chance: random.Random
) -> None:
    """However a file is laid out, an answer changes no line outside its own block."""
    content = mangled(audit, chance)
    assert read(content, Audit) == audit
    name = chance.choice(list(audit.answers))
    changed = replace(audit, answers={**audit.answers, name: answer})

    after = saved(content, changed, folder)

    assert read(after, Audit) == changed
    assert saved(after, changed, folder) == after
    first, end = block_of(content, name)
    before, now = content.split(b"\n"), after.split(b"\n")
    kept = len(before) - end
    assert now[:first] == before[:first]
    assert [line.rstrip(b"\r") for line in now[len(now) - kept :]] == [
        line.rstrip(b"\r") for line in before[end:]
    ]


@FEW
@given(UNSEALED, st.sampled_from(Rating), st.randoms(use_true_random=False))
def test_one_rating_touches_one_line(
    folder: Path, audit: Audit, rating: Rating, chance: random.Random
) -> None:
    """A new rating in an answer that has one changes one line, and every remark stays."""
    content = mangled(audit, chance)
    rated = [name for name, answer in audit.answers.items() if answer.rating not in (None, rating)]
    if not rated:
        return
    answer = replace(audit.answers[rated[0]], rating=rating)

    after = saved(content, replace(audit, answers={**audit.answers, rated[0]: answer}), folder)

    before, now = content.split(b"\n"), after.split(b"\n")
    assert len(before) == len(now)
    assert sum(old != new for old, new in zip(before, now, strict=True)) == 1
    assert after.count(REMARK.encode()) == content.count(REMARK.encode())
    assert after.count(b"# as said") == content.count(b"# as said")


@pytest.mark.parametrize(
    ("before", "answer", "after"),
    [
        pytest.param(
            "  a:\n    rating: met\n    note: old  # by telephone\n",
            Answer(rating=Rating.MET, note="one\ntwo"),
            "  a:\n    rating: met\n    note: |-  # by telephone\n      one\n      two\n",
            id="remark-stays-beside-a-text-that-grows",
        ),
        pytest.param(
            "  a:\n    rating: met\n    note: |  # by telephone\n      one\n      two\n",
            Answer(rating=Rating.MET, note="short"),
            "  a:\n    rating: met\n    note: short  # by telephone\n",
            id="remark-stays-beside-a-text-that-shrinks",
        ),
        pytest.param(
            "  a:\n    rating: met\n    values:\n      x: 1  # counted\n",
            Answer(rating=Rating.MET, values={"x": "1", "z": "2"}, note="new"),
            "  a:\n    rating: met\n    note: new\n"
            "    values:\n      x: 1  # counted\n      z: 2\n",
            id="two-additions-at-two-depths",
        ),
        pytest.param(
            "  a:\n    rating: met\n    actions:\n      k: {what: Ask, owner: Us}\n  # next\n",
            Answer(rating=Rating.PARTLY),
            "  a:\n    rating: partly\n  # next\n",
            id="what-goes-leaves-the-next-remark",
        ),
        pytest.param(
            "  a: {rating: met}  # short\n",
            Answer(rating=Rating.PARTLY),
            "  a:\n    rating: partly\n",
            id="braces-become-lines",
        ),
        pytest.param(
            '  a:\n    rating: "met"\n    note: >-\n      folded\n      text\n\n\n',
            Answer(rating=Rating.PARTLY, note="folded text"),
            "  a:\n    rating: partly\n    note: >-\n      folded\n      text\n\n\n",
            id="a-folded-note-stays-folded",
        ),
        pytest.param(
            "  a:\n    rating: not-checked\r\n",
            Answer(rating=Rating.MET, note="x"),
            "  a:\n    rating: met\r\n    note: x\n",
            id="line-ends-of-both-kinds",
        ),
    ],
)
def test_what_becomes_of_an_answer(folder: Path, before: str, answer: Answer, after: str) -> None:
    """What a person wrote beside an answer stays, wherever there is still a place for it."""
    content = f"{HEADER}answers:\n{before}{TAIL}".encode()
    old = read(content, Audit)

    now = saved(content, replace(old, answers={"a": answer}), folder)

    assert now.decode() == f"{HEADER}answers:\n{after}{TAIL}"


def test_two_additions_at_one_place(folder: Path) -> None:
    """What is added inside the last value comes before what is added after it."""
    answers = "answers:\n  a:\n    rating: met\n    values:\n      # counted by hand\n      x: 1\n"
    old = read(HEADER + TAIL + answers, Audit)
    letter = Evidence(what="letter", seen=Seen.COPY)
    changed = Answer(rating=Rating.MET, values={"x": "1", "z": "2"}, evidence={"e1": letter})

    now = saved((HEADER + TAIL + answers).encode(), replace(old, answers={"a": changed}), folder)

    assert now.decode() == HEADER + TAIL + answers + (
        "      z: 2\n    evidence:\n      e1:\n        what: letter\n        seen: copy\n"
    )


def test_file_without_a_last_line_end(folder: Path) -> None:
    """A file that ends in the middle of a line can be added to, and CRLF stays CRLF."""
    text = (HEADER + TAIL + "answers:\n  a:\n    rating: not-checked").replace("\n", "\r\n")
    old = read(text, Audit)
    changed = replace(old, answers={"a": Answer(rating=Rating.MET, note="x")})

    assert saved(text.encode(), changed, folder).decode() == (
        text.removesuffix("not-checked") + "met\r\n    note: x"
    )


def test_file_of_braces(folder: Path) -> None:
    """A file that is one pair of braces has no lines to change, and is left as it is."""
    text = (
        "{format: ap-audit/audit@1, subject: provider, checklist: t@1, depth: core,"
        f" digest: 'sha256:{'0' * 64}',\ndate: 2026-11-23, auditor: us,"
        " answers: {a: {rating: met}}, decision: {state: open}}\n"
    )
    old = read(text, Audit)
    path = folder / "audit.yaml"

    with pytest.raises(Refused, match="without disturbing what else is in it"):
        saved(text.encode(), replace(old, answers={"a": Answer(rating=Rating.PARTLY)}), folder)
    assert path.read_text(encoding="utf-8") == text


def test_thousand_answers_one_after_another(folder: Path) -> None:
    """Answer after answer in one file, each read back: nothing of the earlier ones is lost."""
    chance = random.Random(7)  # noqa: S311 -- the same walk each time
    names = [f"q-{number}" for number in range(12)]
    now = audit(dict.fromkeys(names, Rating.NOT_CHECKED))
    path = folder / "walk.yaml"
    path.write_bytes(mangled(now, chance))
    remarks = path.read_bytes().count(REMARK.encode())
    step = document(path.read_bytes(), Audit, path)
    for number in range(100):
        changed = replace(
            step.value.answers[chance.choice(names)],
            rating=chance.choice(list(Rating)),
            note=chance.choice([None, f"note {number}", f"note\n{number}"]),
        )
        now = replace(step.value, answers={**step.value.answers, chance.choice(names): changed})
        step = save_change(step, now)
        assert step.value == now
    assert parse(path.read_bytes(), Audit, path=path, shown_path="")[0] is not None
    assert path.read_bytes().count(REMARK.encode()) >= remarks // 2
    path.unlink()
