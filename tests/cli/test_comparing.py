from pathlib import Path

from tests.cli.running import Shell

DAY = ("--today", "2026-11-25")
BEFORE = "providers/hillside-skills-centre/audits/2025-11-17.ap-provider.yaml"
NEWEST = "providers/hillside-skills-centre/audits/2026-11-09.ap-provider.yaml"
FOLLOWS = "follows: 2025-11-17.ap-provider\n"
WAS = (
    "Since last time: The advice on 17 November 2025 was: Do not place."
    " Now it is: Place only with conditions."
)


def follow(line: str) -> None:
    """Let Hillside's newest audit follow another one."""
    text = Path(NEWEST).read_text(encoding="utf-8")
    assert FOLLOWS in text
    Path(NEWEST).write_text(text.replace(FOLLOWS, line), encoding="utf-8")


def test_the_score_says_what_changed_since_last_time(example: Shell) -> None:
    """Two lines: the advice then and now, and how many answers moved which way."""
    lines = example.fine("score", "hillside-skills-centre", *DAY).splitlines()
    at = lines.index(WAS)
    assert lines[at + 1] == "Of 106 questions: 1 worse, 18 better and 1 newly checked."


def test_a_first_audit_has_no_last_time(example: Shell) -> None:
    """Nothing is said of what is not there."""
    assert "Since last time" not in example.fine("score", "lantern-online-tutors", *DAY)
    assert "Since last time" not in example.fine("show", "lantern-online-tutors", *DAY)


def test_show_says_it_too(example: Shell) -> None:
    """Under the advice."""
    said = " ".join(example.fine("show", "hillside-skills-centre", *DAY).split())
    assert "Since last time. The advice on 17 November 2025 was: Do not place." in said


def test_a_report_is_made_although_the_audit_before_is_broken(example: Shell) -> None:
    """It says on page 1 that what changed cannot be said, instead of looking like a first audit."""
    Path(BEFORE).write_text("format: [", encoding="utf-8")
    follow("")
    said = example.fine("report", "hillside-skills-centre", "-f", "md", "-o", "-", *DAY)
    assert "The audit before this one, 2025-11-17.ap-provider, cannot be read or judged." in said
    assert "What changed since last time" not in said
    assert "Since last time" not in example.fine("score", "hillside-skills-centre", *DAY)


def test_the_audit_it_follows_goes_before_the_newest(example: Shell) -> None:
    """A report compares with what was renewed, whatever else lies beside it."""
    older = Path(BEFORE).with_name("2024-11-17.ap-provider.yaml")
    older.write_bytes(Path(BEFORE).read_bytes().replace(b"2025-", b"2024-"))
    follow("follows: 2024-11-17.ap-provider\n")
    said = example.fine("report", "hillside-skills-centre", "-f", "md", "-o", "-", *DAY)
    assert "The advice on 17 November 2024 was: Do not place." in said
    assert "## Audit by audit" in said


def test_the_audit_it_follows_is_not_there(example: Shell) -> None:
    """Its name is said, since what changed cannot be."""
    path = Path("providers/lantern-online-tutors/audits/2026-11-23.ap-provider.yaml")
    text = path.read_text(encoding="utf-8")
    text = text.replace("\nanswers:", "follows: 2024-01-01.ap-provider\n\nanswers:", 1)
    path.write_text(text, encoding="utf-8")
    said = example.fine("report", "lantern-online-tutors", "-f", "md", "-o", "-", *DAY)
    assert "The audit before this one, 2024-01-01.ap-provider, cannot be read or judged." in said
