import pytest

from ap_audit.interview.tidy import tidy


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  two tutors  ", "two tutors"),
        ("a\tb", "a b"),
        ("red \x1b[31mtext\x1b[0m", "red text"),
        ("title \x1b]0;x\x07here", "title here"),
        ("\x1b[A\x1b[B", ""),
        ("a\x00b\x7fc\x9bd", "abcd"),
        ("a\u202eb\u200bc\ufeffd", "abcd"),
        ("a\u2028b\r\nc\rd", "a\nb\nc\nd"),
        ("a\ud800b\ufffeb", "abb"),
        ("Zoë’s £5 – naïve 中", "Zoë’s £5 – naïve 中"),
    ],
)
def test_tidy(typed: str, kept: str) -> None:
    """What was pasted by accident goes; what a person can read stays."""
    assert tidy(typed) == kept
