"""What a parser says, in words that help; the table of `test_events` shows each in a whole file."""

import pytest
import yaml

from ap_audit.files.events import LOADER
from ap_audit.files.plainer import in_plain_words
from tests.files.reading import PURE


def words(
    text: str, loader: type[yaml.SafeLoader] | type[yaml.CSafeLoader]
) -> tuple[int, int, str]:
    """Where to look in a text that cannot be parsed, and what is wrong there."""
    with pytest.raises(yaml.YAMLError) as told:
        list(iter(loader(text).get_event, None))
    line, column, what, hint = in_plain_words(told.value, text.split("\n"))
    assert hint
    assert "parser" not in hint
    return line, column, what


@pytest.mark.parametrize("loader", [LOADER, PURE], ids=["c", "python"])
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: b: c\n", (0, 4, "a second colon stands in this line")),
        ("a: @b\n", (0, 3, "text cannot start with this character")),
        ("a:\n\tb: c\n", (1, 0, "a tab is used where spaces are needed")),
        ("a:\n  \tb: c\n", (1, 2, "a tab is used where spaces are needed")),
        ("a: 'b\n", (0, 3, "a quotation mark is opened here and never closed")),
        ("a: 'b' c\n", (0, 7, "something follows where the text or list was already closed")),
        ("a: [b\n", (1, 0, "the text between { } or [ ] cannot be read from here on")),
        ("a: b]\nc: ]\n", (1, 3, "a bracket is closed here that was never opened")),
        ("a: b\n c: d\n", (1, 2, "this line is indented as if it went on from the line above")),
        ("a: b\nc\nd: e\n", (1, 0, "this line has no colon, so it is neither a key nor part of the text above")),
        ("a:\n  - b\n c: d\n", (2, 1, "this line is not lined up with the lines it belongs with")),
        ("a: |b\n", (0, 4, "after | or > the text starts on the next line")),
        ("a: - b\n", (0, 3, "a dash or question mark with a space starts something that cannot stand here")),
        ("a: b\n: c\n", (1, 0, "there is nothing before the colon")),
    ],
)  # fmt: skip
def test_common_slips(
    text: str,
    expected: tuple[int, int, str],
    loader: type[yaml.SafeLoader] | type[yaml.CSafeLoader],
) -> None:
    """Each common slip is called what it is, by either parser, and its place is shown."""
    assert words(text, loader) == expected


def test_what_is_not_in_the_table() -> None:
    """An error that nobody foresaw is passed on with its place, or at the file's beginning."""
    mark = yaml.Mark("x", 0, 3, 2, None, 0)
    error = yaml.MarkedYAMLError(None, None, "odd things", mark)

    assert in_plain_words(error, ["", "", "", "x"]) == (
        3,
        2,
        "cannot be read as YAML",
        "the parser says odd things",
    )
    assert in_plain_words(yaml.YAMLError("odd"), [""]) == (0, 0, "cannot be read as YAML", ": odd")
