import pytest

from ap_audit.files.readable import readable

AUDIT = """\
# Ours
format: ap-audit/audit@1
answers:

  # Safeguarding
  a:
    rating: not-met
    note: |
      # Not a comment.
      Two are missing.
    evidence: {letter: {what: a letter, seen: copy}}
    odd: [1, 2]

  b: {rating: met} # ours
  c:
    values: {n: 1}
  d: nothing
decision:
  state: open
"""


def test_an_audit_in_lines() -> None:
    """Each answer is one line with all that is in it; comments on lines of their own stay."""
    letter = "evidence: letter (what a letter; seen copy)"
    assert readable(AUDIT.encode()).splitlines() == [
        "# Ours",
        "format: ap-audit/audit@1",
        "# Safeguarding",
        f"a: not met | note: # Not a comment. Two are missing. | {letter} | odd: 1; 2",
        "b: met",
        "c: recorded | values: n 1",
        "d: nothing",
        "decision: state open",
    ]


@pytest.mark.parametrize(
    "content", [b"answers: [1]\n", b"- a\n", b"a: {\n", b"<<<<<<< HEAD\n", b"\xff\n", b""]
)
def test_what_is_no_audit(content: bytes) -> None:
    """What cannot be read is shown as it stands."""
    assert readable(content) == content.decode("utf-8", errors="replace")
