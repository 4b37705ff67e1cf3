"""A path, however it came into the line."""

import pytest

from ap_audit.interview.typed_paths import last_part, path_in


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("/home/jo/letter.pdf", "/home/jo/letter.pdf"),
        ("~/letter.pdf", "~/letter.pdf"),
        ("./letter.pdf", "./letter.pdf"),
        ("../letter.pdf", "../letter.pdf"),
        ("C:\\Users\\jo\\letter.pdf", "C:\\Users\\jo\\letter.pdf"),
        ("c:/Users/jo/letter.pdf", "c:/Users/jo/letter.pdf"),
        ('"C:\\Users\\jo\\a letter.pdf"', "C:\\Users\\jo\\a letter.pdf"),
        ("& 'C:\\Users\\jo\\a letter.pdf'", "C:\\Users\\jo\\a letter.pdf"),
        ("“C:\\letter.pdf”", "C:\\letter.pdf"),
        ("\\\\server\\share\\letter.pdf", "\\\\server\\share\\letter.pdf"),
        ("..\\letters\\new.pdf", "..\\letters\\new.pdf"),
        ("~\\letters\\new.pdf", "~\\letters\\new.pdf"),
        ("'/home/jo/a letter.pdf'", "/home/jo/a letter.pdf"),
        ("/home/jo/a\\ letter\\ \\(2\\).pdf", "/home/jo/a letter (2).pdf"),
        ("file:///home/jo/a%20letter.pdf", "/home/jo/a letter.pdf"),
        ("file://localhost/home/jo/letter.pdf", "/home/jo/letter.pdf"),
        ("file:///C:/Users/jo/a%20letter.pdf", "C:/Users/jo/a letter.pdf"),
        ("file://server/share/letter.pdf", "//server/share/letter.pdf"),
        ("file:/home/jo/letter.pdf", "/home/jo/letter.pdf"),
    ],
)
def test_paths(typed: str, path: str) -> None:
    """Quotes, escapes and a URL's marks are not part of it."""
    assert path_in(typed) == path


@pytest.mark.parametrize(
    "typed",
    ["letter.pdf", '"Letter of assurance"', "letter 3/11", "c: drive", '"', "& others", "see file"],
)
def test_words(typed: str) -> None:
    """The name of a document is no path."""
    assert path_in(typed) == ""


@pytest.mark.parametrize("path", ["/a/letter.pdf", "C:\\a\\letter.pdf", "C:/a/letter.pdf/"])
def test_last_part(path: str) -> None:
    """The name is what remains of a path, whichever system it is of."""
    assert last_part(path) == "letter.pdf"
