import pytest

from ap_audit.errors import KeyPath
from ap_audit.files.events import LOADER
from ap_audit.files.tree import Node, Text, last_line, node_at, plain
from tests.files.reading import tree_of

TEXT = "a:\n  b: one\n  c:\n    - x\n    - y\nd: |\n  block\n\n# remark\n"


@pytest.fixture
def root() -> Node:
    """The tree of a small file."""
    tree, problems = tree_of(TEXT, LOADER)
    assert tree is not None
    assert not problems
    return tree


def test_plain(root: Node) -> None:
    """Without places a tree is dictionaries, lists and text."""
    assert plain(root) == {"a": {"b": "one", "c": ["x", "y"]}, "d": "block\n"}


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ((), (0, 0)),
        (("a",), (1, 2)),
        (("a", "b"), (1, 5)),
        (("a", "c", 1), (4, 6)),
        (("a", "c", 9), (3, 4)),
        (("a", "nothing", "more"), (1, 2)),
        (("d", "deeper"), (5, 3)),
        ((0,), (0, 0)),
    ],
)
def test_node_at(root: Node, path: KeyPath, place: tuple[int, int]) -> None:
    """A path leads to its node, or to the last one on the way that exists."""
    node = node_at(root, path)

    assert (node.line, node.column) == place


def test_node_at_key(root: Node) -> None:
    """A key has a place of its own."""
    node = node_at(root, ("a", "c"), at_key=True)

    assert isinstance(node, Text)
    assert (node.value, node.line, node.column) == ("c", 2, 2)


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (TEXT, 6),
        ("a:\n  b: one # remark\n# remark\n\n", 1),
        ("a: 'one\n\n  two'\n# remark\n", 2),
        ("a: {b: 1,\n  c: 2}\n\n", 1),
        ("a: |+\n  one\n\n\n", 1),
        ("a: |\n  one", 1),
        ("a: >-\n\n\n  one\n   \nb: x", 5),
        ("a:\n", 0),
        ("a:\n- x\n- y:\n    z: 1\n", 3),
    ],
)
def test_last_line(text: str, last: int) -> None:
    """Remarks and blank lines after a value do not belong to it."""
    tree, _ = tree_of(text, LOADER)
    assert tree is not None

    assert last_line(tree, text.split("\n")) == last


@pytest.mark.parametrize(("text", "blank"), [("a:\n", True), ("a: ''\n", False), ("a: ~\n", False)])
def test_blank(text: str, blank: bool) -> None:  # noqa: FBT001 -- a case
    """Blank is where nothing was written, which quotes are not."""
    tree, _ = tree_of(text, LOADER)
    assert tree is not None
    node = node_at(tree, ("a",))

    assert isinstance(node, Text)
    assert node.blank is blank
