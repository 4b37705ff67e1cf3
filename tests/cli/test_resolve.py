"""Two people's work in one audit, merged by plain git in a real repository."""

import pytest

from ap_audit.files.document import read_document
from ap_audit.model.audit import Answer, Audit
from ap_audit.model.words import Rating
from tests.cli.copies import made_once
from tests.cli.git_school import School, begun
from tests.cli.running import Shell

FIRST, SECOND, THIRD = "saf-staff-training", "saf-online-safety", "beh-policy"


@pytest.fixture
@made_once
def school(shell: Shell) -> School:
    """One audit with one answer, and two people who have a copy of it."""
    return begun(shell)


def apart(school: School, ours: list[tuple[str, ...]], theirs: list[tuple[str, ...]]) -> bool:
    """Commands of two people on two branches, merged; whether git merged them."""
    school.git("checkout", "--quiet", "-b", "theirs")
    for words in theirs:
        school.fine(*words)
    school.commit("Theirs")
    school.git("checkout", "--quiet", "main")
    for words in ours:
        school.fine(*words)
    school.commit("Ours")
    return "CONFLICT" not in school.git("-c", "merge.renames=false", "merge", "theirs", code=-1)


def said(name: str, rating: str, *more: str) -> tuple[str, ...]:
    """The command that records an answer."""
    return (
        *("answer", "hillside", name, rating, "--by", "AP lead"),
        "--today",
        "2026-11-24",
        *more,
    )


def answers(school: School) -> dict[str, Answer]:
    """Every answer of the audit as it stands."""
    return dict(read_document(school.audit, Audit).value.answers)


def test_two_people_on_different_questions(school: School) -> None:
    """Both answers are there, and nobody is asked."""
    assert apart(school, [said(FIRST, "met")], [said(SECOND, "partly", "--note", "Old.")])

    found = answers(school)
    assert (found[FIRST].rating, found[SECOND].rating) == (Rating.MET, Rating.PARTLY)


def with_text(school: School, old: str, new: str) -> None:
    """Write in the audit by hand."""
    text = school.audit.read_text(encoding="utf-8")
    assert text.count(old) >= 1
    school.audit.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_actions_on_different_answers(school: School) -> None:
    """Each action stands in its own answer."""
    action = "    actions:\n      ask:\n        what: Ask again\n        owner: AP lead\n"
    school.git("checkout", "--quiet", "-b", "theirs")
    with_text(school, f"  {SECOND}:\n", f"  {SECOND}:\n{action}")
    school.commit("Theirs")
    school.git("checkout", "--quiet", "main")
    with_text(school, f"  {THIRD}:\n", f"  {THIRD}:\n{action}")
    school.commit("Ours")
    school.git("merge", "--quiet", "theirs")

    found = answers(school)
    assert [name for name, answer in found.items() if answer.actions] == [SECOND, THIRD]


def test_signing_while_an_answer_is_corrected(school: School) -> None:
    """Git merges both; the decision and the correction are there."""
    school.git("checkout", "--quiet", "-b", "theirs")
    with_text(
        school, "  state: open\n", "  state: signed\n  by: Headteacher\n  as_at: 2026-11-24\n"
    )
    school.commit("Theirs")
    school.git("checkout", "--quiet", "main")
    school.fine(*said(FIRST, "partly", "--note", "One is missing."))
    school.commit("Ours")
    school.git("merge", "--quiet", "theirs")

    audit = read_document(school.audit, Audit).value
    assert audit.decision.state == "signed"
    assert audit.answers[FIRST].rating is Rating.PARTLY


@pytest.fixture
@made_once
def conflicted(school: School) -> School:
    """Two answers, both answered differently by two people, and a third only by one."""
    assert not apart(
        school,
        [said(FIRST, "partly", "--note", "Ours."), said(THIRD, "met"), said(SECOND, "met")],
        [said(FIRST, "not-met", "--note", "Theirs."), said(SECOND, "not-met", "--note", "None.")],
    )
    return school


def test_what_check_says(conflicted: School) -> None:
    """Each answer in conflict, both versions in words, and how to settle it."""
    result = conflicted.run("check")

    assert result.exit_code == 3
    path = "providers/hillside-skills-centre/audits/2026-11-24.ap-provider.yaml"
    assert f"{path}:" in result.output
    assert f"two versions of the answer '{FIRST}'" in result.output
    assert f"two versions of the answer '{SECOND}'" in result.output
    assert THIRD not in result.output
    assert "ours (HEAD): partly met, AP lead, 24 November 2026; note: “Ours.”" in result.output
    assert "theirs (theirs): not met, AP lead, 24 November 2026; note: “Theirs.”" in result.output
    keep = f"keep one: ap-audit resolve hillside-skills-centre {FIRST} --ours, --theirs or --lower"
    assert keep in result.output


def test_one_after_the_other(conflicted: School) -> None:
    """One answer is settled, the other stays in conflict until it is; all else is as merged."""
    first = conflicted.run("resolve", "hillside", FIRST, "--ours")
    assert first.stdout == (
        f"Kept our version of {FIRST}: partly met, AP lead, 24 November 2026; note: “Ours.”\n"
    )
    assert first.stderr == f"Still in conflict: {SECOND}.\n"
    assert f"two versions of the answer '{FIRST}'" not in conflicted.run("check").output

    second = conflicted.run("resolve", "hillside", SECOND, "--lower")
    assert "Kept their version of" in second.stdout
    assert "Nothing is left in conflict here. Tell git: git add providers" in second.stderr

    found = answers(conflicted)
    assert [found[name].rating for name in (FIRST, SECOND, THIRD)] == [
        Rating.PARTLY,
        Rating.NOT_MET,
        Rating.MET,
    ]
    conflicted.fine("check")
    conflicted.commit("Merged")


def test_after_the_lines_are_gone(conflicted: School) -> None:
    """Git's index still has both versions when a file was put back whole."""
    conflicted.git("checkout", "--quiet", "--theirs", "--", "providers")

    conflicted.fine("resolve", "hillside", FIRST, "--ours")

    assert answers(conflicted)[FIRST].note == "Ours."
    assert answers(conflicted)[SECOND].rating is Rating.NOT_MET


def test_a_conflict_with_the_base_between(school: School) -> None:
    """A machine set to show what was there before is no hindrance."""
    school.git("config", "merge.conflictStyle", "diff3")
    assert not apart(
        school,
        [said(FIRST, "partly", "--note", "Ours.")],
        [said(FIRST, "not-met", "--note", "Theirs.")],
    )

    school.fine("resolve", "hillside", FIRST, "--theirs")

    assert answers(school)[FIRST].note == "Theirs."


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        ([FIRST], 2, "Say which version to keep: --ours, --theirs or --lower."),
        ([FIRST, "--ours", "--theirs"], 2, "Say which version to keep"),
        ([THIRD, "--ours"], 2, f"There is no conflict in the answer '{THIRD}'."),
    ],
)
def test_what_is_not_clear(conflicted: School, words: list[str], code: int, says: str) -> None:
    """Then nothing is written."""
    before = conflicted.files()

    assert says in conflicted.refused(code, "resolve", "hillside", *words)
    assert conflicted.files() == before


def test_neither_is_lower(school: School) -> None:
    """Two notes to one rating are not a question of which is lower."""
    apart(school, [said(FIRST, "partly", "--note", "A.")], [said(FIRST, "partly", "--note", "B.")])

    refused = school.refused(4, "resolve", "hillside", FIRST, "--lower")

    assert "Both versions have the same rating" in refused


def test_more_than_answers(conflicted: School) -> None:
    """A file in which something else was edited between the answers is left to a person."""
    text = conflicted.audit.read_text(encoding="utf-8")
    text = text.replace("=======\n", "  # Whose is this?\n\n=======\n", 1)
    conflicted.audit.write_text(text, encoding="utf-8")

    assert "It is not clear what belongs to which" in conflicted.refused(
        4, "resolve", "hillside", FIRST, "--ours"
    )


def test_nothing_in_conflict(school: School) -> None:
    """A file that is whole has nothing to settle."""
    refused = school.refused(2, "resolve", "hillside", FIRST, "--ours")

    assert "There is no conflict to settle in" in refused


def test_the_signed_version_is_the_one_to_keep(school: School) -> None:
    """Somebody stands for it; with the other the signature would stand for something else."""
    sign = ("sign", "hillside", "--role", "prepared", "--name", "A. Silva", "--today", "2026-11-24")
    assert not apart(
        school,
        [said(FIRST, "partly", "--note", "Ours.")],
        [said(FIRST, "cannot-tell", "--note", "Theirs."), sign],
    )
    refused = school.refused(4, "resolve", "hillside", FIRST, "--ours")
    assert refused.startswith("The other version is signed, so it is the one to keep.\n")

    school.fine("resolve", "hillside", FIRST, "--theirs")
    school.fine("verify", "hillside")


def test_the_signed_version_from_the_index(school: School) -> None:
    """The same where somebody settled the lines by hand, and not well."""
    sign = ("sign", "hillside", "--role", "prepared", "--name", "A. Silva", "--today", "2026-11-24")
    assert not apart(
        school,
        [said(FIRST, "partly", "--note", "Ours.")],
        [said(FIRST, "cannot-tell", "--note", "Theirs."), sign],
    )
    school.git("checkout", "--theirs", "--", str(school.audit))
    with_text(school, "    note: Theirs.", "    note: Ours.")
    with_text(school, f"  {FIRST}:\n    rating: cannot-tell", f"  {FIRST}:\n    rating: partly")
    assert "NOT AS IT WAS SIGNED" in school.run("verify", "hillside").stdout
    said_of_ours = school.refused(4, "resolve", "hillside", FIRST, "--ours")
    assert "The other version is signed" in said_of_ours
    school.fine("resolve", "hillside", FIRST, "--theirs")
    school.fine("verify", "hillside")


def test_two_decisions(school: School) -> None:
    """Both are told in words: which signatures belong to which must be plain before one is kept."""

    def decided(branch: str, outcome: str) -> None:
        text = school.audit.read_text(encoding="utf-8")
        signed = (
            f"decision:\n  state: signed\n  by: Chair\n  date: 2026-11-24\n  outcome: {outcome}\n"
        )
        school.git("checkout", "--quiet", "-b", branch, "main")
        school.audit.write_text(text.replace("decision:\n  state: open\n", signed), "utf-8")
        school.commit(outcome)
        school.git("checkout", "--quiet", "main")

    decided("one", "Use it")
    decided("two", "Do not use it")
    school.git("checkout", "--quiet", "one")
    school.git("merge", "--quiet", "two", code=1)

    shown = school.run("check").stdout

    assert "two versions of 'decision'" in shown
    assert "ours (HEAD): signed, Chair, 24 November 2026; “Use it”" in shown
    assert "theirs (two): signed, Chair, 24 November 2026; “Do not use it”" in shown
    assert "with the signatures of the same side" in shown
