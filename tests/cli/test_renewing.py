from pathlib import Path

import pytest

from tests.cli.copies import made_once
from tests.cli.running import Shell

THEN, NOW = "2025-11-20", "2026-11-24"
AUDITS = "providers/hillside-skills-centre/audits"


@pytest.fixture
@made_once
def renewed(shell: Shell) -> Shell:
    """An audit with three answers, and one a year later that follows it."""
    new = ("new", "Hillside Skills Centre", "--blank", "--by", "AP lead", "--today")
    shell.fine(*new, THEN)
    for words in (
        ("saf-lead-named", "partly", "--note", "the deputy is not named"),
        ("saf-checks-written", "met", "--value", "confirmed-on=2025-11-03"),
        ("about-pupils", "recorded", "--value", "attend=attending"),
    ):
        shell.fine("answer", "hillside", *words, "--today", THEN)
    shell.fine(*new, NOW, "--renew")
    return shell


def audit_now(shell: Shell) -> Path:
    """The newer audit."""
    return shell.folder / AUDITS / f"{NOW}.ap-provider.yaml"


def test_follows_and_copies_nothing(renewed: Shell) -> None:
    """A renewal names the audit that it follows and holds none of its answers."""
    text = audit_now(renewed).read_text(encoding="utf-8")

    assert f"follows: {THEN}.ap-provider\n" in text
    assert text.count("rating: not-checked\n") == text.count("    rating:")
    assert renewed.fine("check") == ""


def test_first_of_its_kind(shell: Shell) -> None:
    """The first audit follows nothing, with or without the word."""
    shell.fine("new", "Acme", "--blank", "--renew", "--today", NOW)

    (path,) = shell.folder.glob("providers/acme/audits/*")
    assert "follows" not in path.read_text(encoding="utf-8")


def test_never_follows_a_later_one(renewed: Shell) -> None:
    """An audit that is dated back follows only what came before it."""
    renewed.fine("new", "hillside-skills-centre", "--blank", "--renew", "--today", "2026-01-05")

    text = (renewed.folder / AUDITS / "2026-01-05.ap-provider.yaml").read_text(encoding="utf-8")
    assert f"follows: {THEN}.ap-provider\n" in text


def test_last_time_at_the_prompt(renewed: Shell) -> None:
    """The interview shows last time's answer, and `=` gives it again with today's date."""
    resume = ("resume", "hillside-skills-centre", "--from", "saf-lead-named", "--today", NOW)

    said = renewed.run(*resume, typed="=\nq\n").output

    assert "Last time:  partly met, 20 November 2025. the deputy is not named" in said
    assert "= as last time" in said
    assert (
        "  saf-lead-named:\n    rating: partly\n    date: 2026-11-24\n    by: AP lead\n"
        "    note: the deputy is not named\n"
    ) in audit_now(renewed).read_text(encoding="utf-8")


def test_carried_has_its_own_word(renewed: Shell) -> None:
    """What was answered only last time is listed as carried over, and is not counted."""
    scored = renewed.fine("score", "hillside", "--today", NOW)
    report = renewed.fine(
        "report", "hillside", "-f", "md", "--for", "full", "-o", "-", "--today", NOW
    )

    assert "2 carried over" in scored
    assert "3 carried over from last time" in scored
    assert "carried over" in renewed.fine("show", "hillside", "--today", NOW)
    assert "Last time, and not checked since" in report
    assert "Partly met, 20 November 2025. the deputy is not named." in report
    assert "**Carried over.** Answered in the audit before" in report


def test_audit_before_that_is_gone(renewed: Shell) -> None:
    """Without the audit that it follows, everything works and `check` says so."""
    (renewed.folder / AUDITS / f"{THEN}.ap-provider.yaml").unlink()

    assert "carried over" not in renewed.fine("score", "hillside", "--today", NOW)
    assert "warning: there is no such audit beside this one" in renewed.fine("check")


def test_follows_is_no_path(renewed: Shell) -> None:
    """What an audit follows lies beside it: a path to anywhere else is never opened."""
    path = audit_now(renewed)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(f"follows: {THEN}", f"follows: ../../x/{THEN}"), encoding="utf-8")

    assert "there is no such audit beside this one" in renewed.fine("check")


def test_signed_audit_is_not_gone_on_with(renewed: Shell) -> None:
    """After a signed audit another is begun by asking for it."""
    path = audit_now(renewed)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("  state: open", "  state: signed"), encoding="utf-8")

    said = renewed.refused(2, "new", "hillside-skills-centre", "--blank", "--today", NOW)

    assert f"{NOW}.ap-provider.yaml is signed.\n" in said
    assert "add --renew to the same command" in said


def test_the_beginning_of_a_name_is_enough(renewed: Shell) -> None:
    """No second folder is made for a provider that is known, unless two begin alike."""
    renewed.fine("new", "hillside", "--blank", "--renew", "--today", "2027-11-24")
    assert [path.name for path in renewed.folder.glob("providers/*")] == ["hillside-skills-centre"]
    assert (renewed.folder / AUDITS / "2027-11-24.ap-provider.yaml").is_file()

    renewed.fine("new", "Hillside Farm", "--blank", "--today", "2027-11-24")
    said = renewed.refused(4, "new", "hillside", "--blank", "--renew", "--today", "2027-11-24")
    assert said.startswith("'hillside' could mean: hillside-farm, hillside-skills-centre.")


def test_the_same_command_goes_on(renewed: Shell) -> None:
    """A renewal that was interrupted is gone on with: another would follow an empty audit."""
    again = ("new", "hillside", "--blank", "--renew")
    before = renewed.files()

    said = renewed.run(*again, "--today", "2026-11-27").stderr
    assert f"Going on with {AUDITS}/{NOW}.ap-provider.yaml, which has questions left.\n" in said
    assert renewed.files() == before

    renewed.fine(*again, "--today", "2026-11-27", "--by", "Second auditor")
    renewed.fine(*again, "--today", "2027-06-27")
    assert len(list((renewed.folder / AUDITS).iterdir())) == 4


def test_a_slip_in_the_answers_leaves_nothing(renewed: Shell) -> None:
    """The file is read before an audit is made, else an empty one would be the newest."""
    before = renewed.files()
    path = renewed.folder / "answers.txt"
    path.write_text("format: ap-audit/answers@1\nanswers:\n  nope: {rating: met}\n", "utf-8")
    for name in ("hillside-skills-centre", "Another Farm"):
        words = ("new", name, "--renew", "--answers", str(path), "--today", "2027-11-24")
        assert "nope" in renewed.refused(3, *words)
    path.unlink()
    assert renewed.files() == before


@pytest.mark.parametrize("name", ["2026-11-24.ap-provider (1)", "our audit"])
def test_a_renamed_audit_stays_the_newest(renewed: Shell, name: str) -> None:
    """As a browser or a person renames a file: last year's advice never stands in for today's."""
    path = audit_now(renewed)
    path.rename(path.with_name(f"{name}.yaml"))

    said = renewed.fine("score", "hillside", "--today", NOW)
    assert said.startswith("Hillside Skills Centre: audit of 24 November 2026, ")
    said = renewed.refused(2, "new", "hillside", "--renew", "--blank", "--today", "2027-11-24")
    assert "which is no name of an audit.\nGive the file its name again" in said
