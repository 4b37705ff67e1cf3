from pathlib import Path

import pytest

from tests.cli.running import Shell


def test_an_audit_beside_the_one_before_it(example: Shell) -> None:
    """One name is enough: the audit before it is found."""
    said = example.fine("diff", "hillside-skills-centre", "--today", "2026-11-24")
    lines = said.splitlines()
    assert lines[0] == "Hillside Skills Centre, 17 November 2025 to 9 November 2026"
    assert lines[1] == "The advice was: Do not place. Now it is: Place only with conditions."
    assert "Worse (1)" in lines


def test_two_audits_by_name(example: Shell) -> None:
    """The same two, named, are compared in the order given."""
    one = example.fine("diff", "hillside-skills-centre", "--today", "2026-11-24")
    two = example.fine(
        "diff",
        "hillside-skills-centre/audits/2025-11-17.ap-provider",
        "hillside-skills-centre",
        "--today",
        "2026-11-24",
    )
    assert one == two


@pytest.mark.parametrize("form", ["html", "md", "json"])
def test_written_to_a_file(example: Shell, form: str, tmp_path: Path) -> None:
    """A comparison is written over itself, and over nothing else."""
    target = tmp_path / f"changes.{form}"
    for _ in range(2):
        example.fine("diff", "hillside-skills-centre", "-f", form, "-o", str(target))
    assert "ap-audit/comparison@1" in target.read_text(encoding="utf-8")
    target.write_text("my own notes", encoding="utf-8")
    refused = example.run("diff", "hillside-skills-centre", "-f", form, "-o", str(target))
    assert refused.exit_code == 4
    assert target.read_text(encoding="utf-8") == "my own notes"


@pytest.mark.parametrize(
    ("names", "says"),
    [
        (["lantern-online-tutors"], "There is no earlier audit than"),
        (["hillside-skills-centre", "lantern-online-tutors"], "are not about the same"),
        (["nobody"], "There is no provider or audit 'nobody'"),
    ],
)
def test_what_cannot_be_compared(example: Shell, names: list[str], says: str) -> None:
    """The sentence says why, and what to do instead."""
    refused = example.run("diff", *names)
    assert refused.exit_code == 2
    assert says in refused.stderr
