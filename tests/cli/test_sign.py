"""Signing an audit: who, in which order, and what then stays as it is."""

import shutil
from pathlib import Path

import pytest

from ap_audit.files.document import read_document
from ap_audit.model.audit import Audit
from ap_audit.model.words import Part
from ap_audit.version import VERSION
from tests.cli.git_school import School
from tests.cli.signing import (
    ACCEPTED,
    CHECKED,
    ON,
    PREPARED,
    REOPENED,
    WHY,
    edited,
    signable,
)

REFUSED, WRONG = 4, 2


@pytest.fixture
def school(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> School:
    """A school with one audit that can be signed."""
    school = signable(tmp_path / "school")
    monkeypatch.chdir(school.folder)
    return school


def read(school: School) -> Audit:
    """The audit as it stands."""
    return read_document(school.audit, Audit).value


def test_the_whole_way(school: School) -> None:
    """Prepared, checked, accepted; the decision says what was advised, when and by what engine."""
    assert "Signed as prepared by A. Silva, AP lead, 24 November 2026." in school.fine(*PREPARED)
    school.fine(*CHECKED)
    said = school.fine(*ACCEPTED)

    assert "Advice on that day: Suitable to use\nDecision: Suitable to use\n" in said
    audit = read(school)
    assert [part for part, _ in audit.signers()] == list(Part)
    assert (audit.decision.outcome, audit.decision.advice_shown) == ("Suitable to use",) * 2
    assert (audit.decision.by, audit.decision.role) == ("R. Okafor", "Head")
    assert str(audit.decision.date) == str(audit.decision.as_at) == "2026-11-24"
    assert audit.decision.engine == f"ap-audit {VERSION}"
    assert audit.decision.reason is None


def test_only_the_end_of_the_file_changes(school: School) -> None:
    """Comments and hand formatting above stay as they are."""
    before = school.audit.read_text(encoding="utf-8")
    school.fine(*PREPARED)
    after = school.audit.read_text(encoding="utf-8")
    assert after.startswith(before.rstrip("\n"))


def test_a_decision_of_its_own(school: School) -> None:
    """In other words than the advice it needs a reason, and both are kept."""
    school.fine(*PREPARED)
    said = school.refused(WRONG, *ACCEPTED, "--outcome", "Use until Easter")
    assert said == (
        "The advice is “Suitable to use”, so a decision in other words needs a reason.\n"
        'Add --reason "why", or leave --outcome out to decide as advised.\n'
    )
    school.fine(*ACCEPTED, "--outcome", "Use until Easter", "--reason", "The lease ends then.")
    made = read(school).decision
    assert (made.outcome, made.reason) == ("Use until Easter", "The lease ends then.")


def test_nothing_changes_what_is_signed(school: School) -> None:
    """From the first signature on: no command answers, asks, or takes answers in."""
    (school.folder / "more.yaml").write_text(
        "format: ap-audit/answers@1\nanswers:\n  premises-first-aid: {rating: met}\n",
        encoding="utf-8",
    )
    for words in (PREPARED, CHECKED, ACCEPTED):
        school.fine(*words)
        before = school.files()
        for edit in (
            ("answer", "hillside", "premises-first-aid", "met"),
            ("resume", "hillside"),
            ("resume", "hillside", "--answers", "more.yaml"),
        ):
            said = school.refused(REFUSED, *edit, *ON)
            assert "is signed, so what was signed stays as it is." in said
            assert "ap-audit sign hillside --reopen" in said
        assert school.files() == before


def test_two_auditors_are_not_merged_after_signing(school: School) -> None:
    """Neither into a signed audit nor out of one."""
    second = school.audit.with_name("2026-11-23-2.visit-basics.yaml")
    shutil.copyfile(school.audit, second)
    first = school.audit.with_name("2026-11-23.visit-basics.yaml").name
    school.fine("sign", first, *PREPARED[2:])
    for pair in ((first, second.name), (second.name, first)):
        assert "is signed" in school.refused(REFUSED, "merge", *pair, "--write")


def test_opened_again(school: School) -> None:
    """With a reason; what was signed stays on record, and everybody signs anew."""
    school.fine(*PREPARED)
    school.fine(*ACCEPTED)
    school.fine(*REOPENED, *WHY)
    audit = read(school)
    (made,) = audit.reopened.values()
    assert (made.reason, made.decision.outcome) == (WHY[1], "Suitable to use")
    assert set(made.signatures) == {Part.PREPARED, Part.ACCEPTED}
    assert (audit.signatures, audit.decision.state) == ({}, "open")

    school.fine("answer", "hillside", "premises-first-aid", "met", *ON)
    school.fine(*PREPARED)
    assert "Opened again on 24 November 2026 by R. Okafor, Head" in school.fine("verify")


def test_a_change_by_hand_stops_the_next_signature(school: School) -> None:
    """Nobody signs beside a signature for something else."""
    school.fine(*PREPARED)
    edited(school, "rating: partly", "rating: met")
    said = school.refused(REFUSED, *ACCEPTED)
    assert "was changed since it was signed as prepared." in said
    school.fine(*REOPENED, *WHY)


def test_a_change_by_hand_shows_wherever_it_is_read(school: School) -> None:
    """In the terminal, in the score and in every form of the report."""
    school.fine(*PREPARED)
    school.fine(*ACCEPTED)
    edited(school, "rating: partly", "rating: met")
    says = "Changed since it was signed: the signatures stand for something else than is here now"
    for words in (
        ("score", "hillside"),
        ("report", "hillside", "-f", "md", "-o", "-"),
        ("report", "hillside", "-f", "html", "-o", "-"),
        ("report", "hillside", "-f", "json", "-o", "-"),
        ("report", "hillside", "-f", "json", "-o", "-", "--redact", "names"),
    ):
        assert says in school.fine(*words, *ON), words
    assert says in " ".join(school.fine("show", "hillside", *ON).split())


def test_what_changed_since_stands_beside_it(school: School) -> None:
    """The advice is that of the day of signing; that of today stands beside it."""
    edited(school, "date: 2026-11-23\n\n  premises-first", "until: 2027-01-31\n\n  premises-first")
    school.fine(*PREPARED)
    school.fine(*ACCEPTED)
    said = school.fine("score", "hillside", "--today", "2027-02-15")
    assert "Advice: Suitable to use\n" in said
    assert (
        "Since it was signed: Judged on 15 February 2027, the advice is:"
        " Not yet shown to be suitable." in said
    )
    assert "Since it was signed: No longer open: Do the outer doors lock?" in said


def test_a_scheduled_job_hears_of_it(school: School) -> None:
    """A decision of September keeps no job quiet in July, and a change by hand does not either."""
    edited(school, "date: 2026-11-23\n\n  premises-first", "until: 2027-01-31\n\n  premises-first")
    school.fine(*PREPARED)
    school.fine(*ACCEPTED)
    job = ("score", "hillside", "--exit-code")
    school.fine(*job, *ON)
    assert school.run(*job, "--today", "2027-02-15").exit_code == 1
    edited(school, "rating: partly", "rating: met")
    assert school.run(*job, *ON).exit_code == 1


def test_the_register_says_what_changed_since(school: School) -> None:
    """A decision of last year is no news of today: both stand in the register, in every form."""
    edited(school, "date: 2026-11-23\n\n  premises-first", "until: 2027-01-31\n\n  premises-first")
    school.fine(*PREPARED)
    school.fine(*ACCEPTED)
    later = ("--today", "2027-02-15")
    says = "Judged on 15 February 2027, the advice is: Not yet shown to be suitable."
    assert "Since they were signed" not in school.fine("register", *ON)
    assert f"  Hillside: {says}\n" in school.fine("register", *later)
    for form in ("html", "md", "csv", "json"):
        assert says in school.fine("register", "-f", form, *later)


def test_an_action_is_done_after_signing(school: School) -> None:
    """That takes nothing from what was signed, and is listed as done since."""
    action = "    actions:\n      eyewash: {what: Buy eye wash, owner: Manager, due: 2026-12-07}\n"
    edited(school, "    note: no eye wash\n", f"    note: no eye wash\n{action}")
    school.fine(*PREPARED)
    school.fine(*ACCEPTED)
    edited(school, "due: 2026-12-07}", "due: 2026-12-07, done: 2026-12-04}")
    school.fine("verify")
    said = school.fine("score", "hillside", "--today", "2026-12-05")
    assert "Since it was signed: Done on 4 December 2026: Buy eye wash." in said


def test_two_sign_on_two_branches(school: School) -> None:
    """One checks, one accepts; git merges both without a conflict."""
    school.git("init", "--quiet", "-b", "main")
    school.fine(*PREPARED)
    school.commit("Prepared")
    school.git("checkout", "--quiet", "-b", "theirs")
    school.fine(*CHECKED)
    school.commit("Checked")
    school.git("checkout", "--quiet", "main")
    school.fine(*ACCEPTED)
    school.commit("Accepted")
    school.git("merge", "--quiet", "theirs")

    assert [part for part, _ in read(school).signers()] == list(Part)
    school.fine("verify", "hillside")


def test_one_person_twice(school: School) -> None:
    """A small school may have nobody else; it is said all the same."""
    school.fine(*PREPARED)
    again = school.run(*ACCEPTED[:5], "a. silva", *ACCEPTED[6:])
    assert again.exit_code == 0
    assert "Take care: a. silva has signed before. A second pair of eyes is better." in again.stderr
