"""A day before what is in an audit was done: no command that writes takes it for today."""

import pytest

from tests.cli.running import Shell

HILLSIDE = "hillside-skills-centre"
POLICY = "saf-policy-current"
WRITES = {
    "answer": ("answer", HILLSIDE, POLICY, "partly", "--note", "An old one."),
    "resume": ("resume", HILLSIDE, "--from", POLICY),
    "new": ("new", HILLSIDE),
    "action": ("action", "add", HILLSIDE, POLICY, "--what", "Ask", "--owner", "AP lead"),
    "evidence": ("evidence", "add", HILLSIDE, POLICY, "--what", "Policy", "--seen", "copy"),
    "exception": (
        *("exception", "add", HILLSIDE, POLICY, "--until", "1/3/2027", "--reason", "It is being"),
        *("--by", "Head"),
    ),
    "sign": ("sign", HILLSIDE, "--role", "prepared", "--name", "A. Silva"),
}


@pytest.mark.parametrize("words", WRITES.values(), ids=WRITES)
def test_before_it_was_begun(shell: Shell, words: tuple[str, ...]) -> None:
    """Refused by each, with the day that is meant, and nothing is written."""
    shell.begin()
    before = shell.files()

    said = shell.refused(2, *words, "--today", "2020-01-01")

    assert "24 November 2026" in said
    assert "1 January 2020" in said
    assert "See whether" in said
    assert shell.files() == before


@pytest.mark.parametrize("today", ["2026-11-30", "2026-11-24"])
def test_before_what_was_answered(shell: Shell, today: str) -> None:
    """The same where it holds a later answer; the line of that is named. A day of grace apart."""
    path = shell.begin()
    shell.fine(*WRITES["answer"], "--today", "2026-12-02")

    said = shell.refused(2, *WRITES["resume"], "--today", today)

    line = path.read_text(encoding="utf-8").splitlines().index("    date: 2026-12-02") + 1
    assert "holds what was done on 2 December 2026" in said
    assert f"mend it there: line {line}." in said
    shell.fine(*WRITES["answer"], "--today", "2026-12-01")
