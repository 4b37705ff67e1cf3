"""Comments in a file, with their places."""

from pathlib import Path

import pytest

from ap_audit.files.comments import comments
from ap_audit.files.document import parse
from ap_audit.model.provider import Provider

HEAD = "format: ap-audit/provider@1\nname: Hillside\n"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("# above\n" + HEAD, [(1, 2, " above")]),
        (HEAD + "# below\n", [(3, 2, " below")]),
        (HEAD + "urn: 123456 # beside # it\n", [(3, 14, " beside # it")]),
        (HEAD + "urn: '123456' # beside\n", [(3, 16, " beside")]),
        (HEAD + "sites: # beside a key\n  main:\n    address: A\n", [(3, 9, " beside a key")]),
        (HEAD + "note: | # beside a block\n  a # text\n  # text\n", [(3, 10, " beside a block")]),
        (HEAD + "note: |\n  # text\n\n# after it\n", [(6, 2, " after it")]),
        (HEAD + "note: >-\n  folded\n  # text\nurn: 123456\n", []),
        (HEAD + "note: plain\n  on two # at its end\n", [(4, 11, " at its end")]),
        (HEAD + 'note: "quoted\n  # text\n  end" # beside\n', [(5, 9, " beside")]),
        (HEAD + "note: one#two\n", []),
        (HEAD + "sites: {main: {address: A}} # flow\n", [(3, 30, " flow")]),
        (HEAD + "sites: {main: {address: 'A # b'}}\n", []),
    ],
)
def test_comments(text: str, found: list[tuple[int, int, str]]) -> None:
    """What is text is none, whatever stands in it; every comment has its line and column."""
    document, problems = parse(text.encode(), Provider, path=Path("p.yaml"), shown_path="p.yaml")
    assert document is not None, problems

    listed = [(one.place(0).line, one.place(0).column, one.text) for one in comments(document)]

    assert listed == found
