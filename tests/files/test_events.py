"""Reading YAML: hostile files of every kind, and the two parsers side by side."""

import random
from pathlib import Path

import pytest
from msgspec import Struct

from ap_audit.files.builtin import checklists_folder
from ap_audit.files.document import LARGEST, expected_format, parse
from ap_audit.files.events import LOADER, swallowed
from ap_audit.files.kinds import KINDS
from ap_audit.files.lines import Lines
from ap_audit.files.tree import Node, Text, plain
from tests.files.hostile import HOSTILE
from tests.files.reading import PURE, problems_of, said, tree_of

SAME_BUT_FOR = {
    "brackets-without-end": "the parser in C gives up before the limit of depth",
    "escape-beyond-unicode": "the parser in C says where the escape stands",
    "escape-of-half-a-character": "the parser in C refuses the escape itself",
    "tabs": "the parser in Python refuses a tab after a colon, too",
    "unknown-directive": "the parser in Python passes over it",
}


@pytest.mark.parametrize(("text", "expected"), HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text(text: str | bytes, expected: list[str]) -> None:
    """Every problem is said in plain words, with its line and column."""
    assert problems_of(text, KINDS["provider"]) == expected


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS.keys())
def test_hostile_text_for_every_kind(kind: type[Struct]) -> None:
    """What is hostile to one kind of file is refused, or read as text, by every other."""
    for text, _ in HOSTILE.values():
        if len(text) > 100_000:
            continue  # given up before its kind is looked at
        whole = (
            text.replace("ap-audit/provider@1", expected_format(kind))
            if isinstance(text, str)
            else text
        )
        for problem in problems_of(whole, kind):
            assert "parser says" not in problem


@pytest.mark.parametrize(
    "name",
    [name for name, (text, _) in HOSTILE.items() if isinstance(text, str) and len(text) < 300_000],
)
def test_two_parsers(name: str) -> None:
    """The parser in C and the one in Python give the same tree and the same problems."""
    text = HOSTILE[name][0]
    assert isinstance(text, str)
    quick, slow = tree_of(text, LOADER), tree_of(text, PURE)

    if name in SAME_BUT_FOR:
        assert quick[1] != slow[1]
    else:
        assert outline(quick[0]) == outline(slow[0])
        assert [said(problem) for problem in quick[1]] == [said(problem) for problem in slow[1]]


def outline(node: Node | None) -> object:
    """All that a tree holds, places included."""
    if node is None:
        return None
    if isinstance(node, Text):
        return node.value, node.style, node.line, node.column, node.end_line, node.end_column
    own = tuple(getattr(node, name) for name in node.__slots__ if name not in ("names", "nodes"))
    names = [outline(name) for name in getattr(node, "names", {}).values()]
    nodes = getattr(node, "nodes", ())
    return (
        own,
        names,
        [outline(child) for child in (nodes.values() if isinstance(nodes, dict) else nodes)],
    )


ROOT = Path(__file__).parents[2]
SOUND = {
    path.relative_to(ROOT).as_posix(): path
    for path in sorted(
        [*ROOT.glob("checklists/*.yaml"), *ROOT.glob("ap_audit/cli/example_workspace/**/*.yaml")]
    )
}
PIECES = [
    ":", ": ", " ", "  ", "\n", "\n\n", "\t", "-", "- ", "#", " #", "'", '"', "|", ">", "&a ",
    "*a", "!!int ", "[", "]", "{", "}", ",", "? ", "---\n", "...\n", "%", "<<<<<<< a\n",
    ">>>>>>> b\n", "=======\n", "\r", "\x00", "\x85", "\u2028", "\u202e", "\ufeff",
    "\U0001f600", "\\", "~", "no", "2026-02-30", "x" * 400,
]  # fmt: skip


def kind_of(text: str) -> type[Struct]:
    """The kind that a sound file says it is."""
    family = text.partition("format: ")[2].partition("\n")[0]
    return next(kind for kind in KINDS.values() if expected_format(kind) == family)


def mutant(text: str, chance: random.Random) -> bytes:
    """The text with one to four small accidents."""
    content = text.encode()
    for _ in range(chance.randint(1, 4)):
        at, size = chance.randrange(len(content)), chance.choice([0, 1, 1, 2, 8, 60])
        piece = chance.choice([
            chance.choice(PIECES).encode(), bytes([chance.randrange(256)]), b"",
            content[(there := chance.randrange(len(content))) : there + chance.choice([5, 50])],
        ])  # fmt: skip
        content = content[:at] + piece + content[at + size :]
    return content


def accidents(number: int, seed: int) -> None:
    """Mutate sound files: each is read, or refused with places that exist."""
    chance = random.Random(seed)  # noqa: S311 -- the same accidents on every run
    # The longest checklist holds nothing that the others do not.
    texts = [
        path.read_text(encoding="utf-8") for path in SOUND.values() if path.stat().st_size < 1e5
    ]
    for _ in range(number):
        text = chance.choice(texts)
        content = mutant(text, chance)
        found, problems = parse(content, kind_of(text), path=Path("x.yaml"), shown_path="x.yaml")
        assert (found is None) == bool(problems)
        lines = content.decode("utf-8-sig", errors="replace").replace("\r\n", "\n").split("\n")
        for problem in problems:
            assert problem.what
            assert "parser says" not in problem.hint, problem
            place = problem.place
            if place.line:
                assert 1 <= place.line <= len(lines)
                assert place.excerpt == lines[place.line - 1]
                assert 1 <= place.column <= len(place.excerpt) + 1
        order = [
            (problem.place.line, problem.place.column) for problem in problems if problem.place.line
        ]
        assert order == sorted(order)


def test_accidents() -> None:
    """Small accidents in sound files: never a traceback, and every place is one in the file."""
    accidents(300, seed=1)


@pytest.mark.many
@pytest.mark.parametrize("seed", range(10))
def test_many_accidents(seed: int) -> None:
    """The same, ten thousand times."""
    accidents(1000, seed=100 + seed)


@pytest.mark.parametrize("name", [name for name in SOUND if SOUND[name].stat().st_size < 40_000])
def test_sound_files_by_both_parsers(name: str) -> None:
    """What we ship reads the same by both parsers, place by place; larger ones are written alike.

    The parser in Python takes half a second for a hundred questions.
    """
    text = SOUND[name].read_text(encoding="utf-8")

    assert outline(tree_of(text, LOADER)[0]) == outline(tree_of(text, PURE)[0])


def test_every_scalar_is_text() -> None:
    """No text is given a type, whatever YAML makes of it elsewhere."""
    text = "a: no\nb: 1.10\nc: 2026-13-45\nd: =\ne: 0x_\nf: 12:30\ng: ~\nh: 1_000\ni:\n- - -\n"

    tree, problems = tree_of(text, LOADER)

    assert problems == []
    assert tree is not None
    assert plain(tree) == {
        "a": "no", "b": "1.10", "c": "2026-13-45", "d": "=", "e": "0x_", "f": "12:30", "g": "~",
        "h": "1_000", "i": [[[""]]],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("note: see room #4\n", [("1:7", "#4")]),
        ("note: 'see room #4'\n", []),
        ("note: word # a remark\n", []),
        ("notes:\n- one two #3\n", [("2:3", "#3")]),
        ("note: see room#4\n", []),
        ("note: |\n  see room #4\n", []),
    ],
    ids=["swallowed", "quoted", "after-one-word", "in-a-list", "no-space", "block"],
)  # fmt: skip
def test_swallowed_text(text: str, expected: list[tuple[str, str]]) -> None:
    """A warning where ` #` after several words took the rest of them away."""
    tree, _ = tree_of(text, LOADER)
    assert tree is not None

    assert [said(problem) for problem in swallowed(tree, Lines("x.yaml", text))] == [
        f"{place} everything from the # on is left out: '{rest}' (put the text in quotes,"
        " or the comment on a line of its own)"
        for place, rest in expected
    ]


def test_shipped_checklists_are_here() -> None:
    """The accidents happen to what is really shipped."""
    assert checklists_folder() / "sources.yaml" in SOUND.values()
    assert all(path.stat().st_size < LARGEST for path in SOUND.values())
