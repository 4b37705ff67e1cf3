from msgspec.structs import replace

from ap_audit.model.audit import Action, Answer
from ap_audit.model.words import Rating
from ap_audit.report.history_view import LastTime
from ap_audit.report.judged import Earlier
from ap_audit.report.last_time import direction, since_last_time, unread_warnings
from ap_audit.report.view import Audience
from tests.report.builders import CHECKS, DAY, Case, all_met, blank, typical


def since(before: Case, now: Case, audience: Audience = "full") -> LastTime:
    """What changed from one to the other."""
    return since_last_time(before.judged(), now.judged(), audience)


def test_the_direction_is_said_with_the_advice_then_and_now() -> None:
    """Page 1 says where it went and how many answers are worse."""
    said = since(all_met(), typical()).says
    assert said[0] == (
        "The advice on 23 November 2026 was: Suitable to use. Now it is: Do not place."
    )
    assert "worse" in said[1]
    assert said == direction(all_met().judged(), typical().judged())


def test_that_nothing_is_worse_is_said() -> None:
    """Silence could mean that nobody looked."""
    said = since(typical(), typical()).says
    assert said[0] == "The advice is the same as on 23 November 2026: Do not place."
    assert said[1].endswith("none worse.")


def test_worse_comes_first_and_the_rest_is_counted_for_governors() -> None:
    """Governors read what went back, and how much else moved."""
    found = since(typical(), all_met(), "governors")
    assert found.groups == ()
    assert "better" in found.rest
    back = since(all_met(), typical(), "governors")
    assert back.groups[0].change == "worse"
    assert "the same" in back.rest


def test_a_long_group_is_cut_for_governors_and_whole_in_full() -> None:
    """A blank audit after a full one would fill pages."""
    short, whole = since(all_met(), blank(), "governors"), since(all_met(), blank())
    cut, full = short.groups[0], whole.groups[0]
    assert len(cut.rows) == 8
    assert cut.more == f"and {len(full.rows) - 8} more"
    assert full.more == ""


def test_the_same_answer_on_nothing_newer_is_listed_by_its_question() -> None:
    """It is the same answer, and nobody looked again."""
    case = typical()
    answer = replace(case.audit.answers[CHECKS], note="Still two missing.")
    found = since(case, case.changed(CHECKS, answer))
    asked = case.checklist.by_id()[case.judged().assessment.outcomes[1].id]
    assert all(group.change != "not-seen-again" for group in found.groups)
    assert len(found.not_again.lines) == 1
    assert found.not_again.lines[0] != asked.ask


def test_what_became_of_the_actions_that_were_open() -> None:
    """A new action is no fate of an old one."""
    ask = Action(what="Ask again", owner="AP lead", due=DAY)
    then = all_met().changed(CHECKS, Answer(rating=Rating.PARTLY, note="No", actions={"a": ask}))
    done = replace(ask, done=DAY)
    new = replace(ask, what="Visit")
    now = then.changed(
        CHECKS, Answer(rating=Rating.PARTLY, note="No", actions={"a": done, "b": new})
    )
    (row,) = since(then, now).actions
    assert (row.what, row.fate) == ("Ask again", "done 23 November 2026")


def test_an_audit_before_that_cannot_be_read_is_named() -> None:
    """Nothing said of last time would look like a first audit."""
    (said,) = unread_warnings(Earlier(unread=("2025-11-17.ap-provider",)))
    assert said == (
        "The audit before this one, 2025-11-17.ap-provider, cannot be read or judged."
        " What changed since is not said."
    )
    assert unread_warnings(Earlier()) == ()
    known = Earlier(before=all_met().judged(), unread=("2024-11-17.ap-provider",))
    assert unread_warnings(known) == ()


def test_a_report_says_it_on_page_1_and_in_a_part_of_its_own() -> None:
    """Both come from the same comparison."""
    view = typical().view(earlier=Earlier(before=all_met().judged()))
    assert view.last_time is not None
    assert view.front.last_time == " ".join(view.last_time.says)
    assert typical().view().front.last_time == ""


def test_an_audit_only_begun_changes_nothing_yet() -> None:
    """Last time's advice is not said to have become another."""
    then, now = all_met().judged(), blank().judged()
    assert direction(then, now)[0] == (
        "The advice on 23 November 2026 was: Suitable to use."
        " Too little has been looked at yet to change it."
    )
