import pytest

from ap_audit.errors import Place
from ap_audit.files.lines import MOST_PROBLEMS, Findings, Lines, TooMany, shown


def test_place() -> None:
    """A place counts from one, and carries the person's own line, whatever ends it."""
    lines = Lines("x.yaml", "one\r\ntwo\n")

    assert lines.place(1, 2) == Place(path="x.yaml", line=2, column=3, excerpt="two")
    assert lines.place(0, 99) == Place(path="x.yaml", line=1, column=4, excerpt="one")
    assert lines.place(99, 0) == Place(path="x.yaml", line=3, column=1, excerpt="")
    assert lines.place(-1, 0).line == 1


def test_end_of_the_list() -> None:
    """A hundred problems are listed, then that there are more, and the reading ends."""
    found = Findings(Lines("x.yaml", ""))
    for number in range(MOST_PROBLEMS - 1):
        found.add_whole(f"problem {number}")

    with pytest.raises(TooMany):
        found.add_at(0, 0, "the last one")

    assert len(found.problems) == MOST_PROBLEMS + 1
    assert found.problems[-2].what == "the last one"
    assert found.problems[-1].what == "has more than 100 problems; the rest are not listed"


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("short", "short"),
        ("two\n  lines", "two lines"),
        ("x" * 60, "x" * 60),
        ("x" * 61, "x" * 57 + "..."),
    ],
)
def test_shown(text: str, cut: str) -> None:
    """A person's text is cut to one line of 60 characters."""
    assert shown(text) == cut
