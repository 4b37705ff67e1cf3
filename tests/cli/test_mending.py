"""A recorded value that cannot be so: nothing is judged, and one command puts it right."""

import re

import pytest

from tests.cli.running import TODAY, Shell

AHEAD = ("saf-policy-current", "reviewed-on: 2026-09-02", "reviewed-on: 2027-09-02")
NO_NUMBER = ("reg-fulltime-hours", "hours: 15.5", "hours: lots")
NEWEST = "providers/hillside-skills-centre/audits/2026-11-09.ap-provider.yaml"
SIGNED = "providers/hillside-skills-centre/audits/2025-11-17.ap-provider.yaml"
ON = ("--today", TODAY)


def broken(shell: Shell, *slips: tuple[str, str, str], name: str = NEWEST) -> None:
    """Write slips into an audit by hand."""
    path = shell.folder / name
    text = path.read_text(encoding="utf-8")
    for criterion, right, wrong in slips:
        before, found, block = text.partition(f"  {criterion}:\n")
        assert right in block, criterion
        text = before + found + block.replace(right, wrong, 1)
    path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("words", [("score",), ("resume",), ("report",), ("check", NEWEST)])
def test_the_command_is_named(example: Shell, words: tuple[str, ...]) -> None:
    """Each command that comes upon it names the line, and what to type instead of an editor."""
    broken(example, AHEAD)
    name = () if len(words) > 1 else ("hillside",)

    said = example.run(*words, *name, *ON).output

    assert "2027-09-02 lies after the day of this answer, 2026-11-09" in said
    assert (
        "  or give it again: ap-audit answer hillside-skills-centre saf-policy-current met"
        " --value reviewed-on=…\n"
    ) in said


def test_one_after_the_other(example: Shell) -> None:
    """The command mends its own answer beside another that is broken; then it is judged again."""
    broken(example, AHEAD, NO_NUMBER)
    answer = ("answer", "hillside", AHEAD[0], "met", "--value")
    said = example.refused(2, *answer, "reviewed-on=2027-09-03", *ON)
    assert "2027-09-03 lies after the day of this answer" in said

    example.fine(*answer, "reviewed-on=2026-09-02", *ON)
    said = example.refused(3, "score", "hillside", *ON)
    assert AHEAD[0] not in said
    (command,) = re.findall(r"ap-audit (answer .*)=…", said)
    example.fine(*f"{command}=15.5".split(), *ON)

    assert "Advice: " in example.fine("score", "hillside", *ON)


def test_two_in_one_answer(example: Shell) -> None:
    """One command names both, since an answer with one of them still wrong is refused."""
    slips = (("pupils: 11", "pupils: some"), ("adults: 4", "adults: few"))
    broken(example, *(("staff-ratio", *slip) for slip in slips))

    said = example.refused(3, "score", "hillside", *ON)
    (command,) = set(re.findall(r"ap-audit (answer .*)", said))
    assert command.endswith(" staff-ratio recorded --value pupils=… --value adults=…")
    given = command.replace("pupils=…", "pupils=11").replace("adults=…", "adults=4")
    example.fine(*given.split(), *ON)

    assert "Advice: " in example.fine("score", "hillside", *ON)


def test_another_flaw_is_not_let_pass(example: Shell) -> None:
    """What no answer can mend stays refused."""
    broken(example, ("saf-policy-current", "reviewed-on", "reviewd-on"))
    words = ("answer", "hillside", "saf-policy-current", "met", "--value", "reviewed-on=2026-09-02")

    said = example.refused(3, *words, *ON)

    assert "records no 'reviewd-on'" in said
    assert "give it again" not in said


def test_in_a_signed_audit(example: Shell) -> None:
    """It is opened again first, and that can be done although it is broken."""
    broken(example, ("saf-policy-current", "reviewed-on: 2025", "reviewed-on: 2035"), name=SIGNED)
    name = "hillside-skills-centre/audits/2025-11-17.ap-provider"

    said = example.refused(3, "score", name, *ON)
    assert "give it again: ap-audit sign " in said
    assert '--reopen --reason "…" --name "…" --by "…", then ap-audit answer ' in said

    who = ("--name", "Ruth Okafor", "--by", "Headteacher")
    example.fine("sign", name, "--reopen", "--reason", "A date is wrong.", *who, *ON)
    example.fine(
        "answer", name, "saf-policy-current", "met", "--value", "reviewed-on=2025-09-01", *ON
    )
    assert "Advice: " in example.fine("score", name, *ON)
