"""The plan of a move to another edition, as plain lines: what needs a person first."""

from collections.abc import Iterator
from textwrap import wrap

from ap_audit.model.audit import Audit
from ap_audit.model.wording import count, day
from ap_audit.report.wording import RATINGS, listing
from ap_audit.rules.migrate import Fate, Plan, Step, lost_actions

_WIDTH = 100
_TITLES = {
    Fate.UNDECLARED: ("Not declared: compare the texts yourself", "not declared"),
    Fate.REWORDED: ("Reworded: to be confirmed, with last time's answer beside it", "reworded"),
    Fate.SPLIT: ("Split: asked again as several", "split"),
    Fate.MERGED: ("Merged: asked again as one", "merged"),
    Fate.RETIRED: ("No longer asked: the answers stay in the older audit", "no longer asked"),
    Fate.NEW: ("New questions", "new"),
    Fate.SAME: ("The same: the answers are carried over", "the same"),
}


def migration_lines(plan: Plan, audit: Audit) -> Iterator[str]:
    """What becomes of every question, then what is not carried over."""
    yield f"{audit.about.name}, {day(audit.date)}: {plan.older.reference} → {plan.newer.reference}"
    if plan.newer.draft:
        yield from wrap(
            f"{plan.newer.reference} is a draft and may still be changed. An audit begun on it"
            " would then have to be moved again.",
            _WIDTH,
        )
    counts = [
        f"{len(found)} {words}" for fate, (_, words) in _TITLES.items() if (found := plan.of(fate))
    ]
    yield f"Questions: {listing(counts)}."
    for fate, (title, _) in _TITLES.items():
        found = plan.of(fate)
        if found and fate is not Fate.SAME:
            yield ""
            yield f"{title} ({len(found)})"
            for step in found:
                yield from _step(step, plan, audit)
    yield ""
    yield from _left_behind(plan, audit)


def changed_since_lines(plan: Plan, audit: Audit) -> Iterator[str]:
    """What becomes of the answers where the text they were given on is gone."""
    newer, reference = plan.newer.by_id(), plan.newer.reference
    yield f"{audit.about.name}, {day(audit.date)}: {audit.checklist} as it was → {reference}"
    yield from wrap(
        f"{audit.checklist} has changed since this audit began, and how it was worded then is not"
        " here. So no answer can be carried over: each question is asked again, with last time's"
        " answer beside it. To keep the answers, restore the checklist as it was.",
        _WIDTH,
    )
    old = plan.of(Fate.UNDECLARED)
    answered = sum(not audit.answer(step.old[0]).blank for step in old)
    yield f"{count(answered, 'answer')} to be given again. {count(len(newer), 'question')} now."
    gone = [step.old[0] for step in old if not step.new]
    if gone:
        yield from wrap(f"No longer asked: {listing(gone)}.", _WIDTH)
    new = [step.new[0] for step in plan.of(Fate.NEW)]
    if new:
        yield from wrap(f"New: {listing(new)}.", _WIDTH)
    yield "The decision, signatures and exceptions stay with the older audit, which is not touched."


def _step(step: Step, plan: Plan, audit: Audit) -> Iterator[str]:
    old, new = ", ".join(step.old), ", ".join(step.new)
    yield f"  {old} → {new}" if old and new and old != new else f"  {old or new}"
    if step.fate is Fate.NEW:
        yield from _wrapped(plan.newer.by_id()[step.new[0]].ask)
    for why in step.why:
        yield from _wrapped(why)
    for key in step.old:
        answer = audit.answer(key)
        if not answer.blank:
            word = "recorded" if answer.rating is None else RATINGS[answer.rating].word
            yield f"    last time: {word}"


def _left_behind(plan: Plan, audit: Audit) -> Iterator[str]:
    """What a person would miss otherwise."""
    answered = [step for step in plan.of(Fate.SAME) if not audit.answer(step.old[0]).blank]
    whose = "its date" if len(answered) == 1 else "their dates"
    gave = "it" if len(answered) == 1 else "them"
    yield f"{count(len(answered), 'answer')} carried over, with {whose} and who gave {gave}."
    newer = plan.newer.by_id()
    gateways = [step for step in answered if newer[step.new[0]].is_gateway]
    if gateways:
        yield from wrap(
            f"Of {count(len(gateways), 'gateway')} among them, how each was shown is asked again.",
            _WIDTH,
        )
    yield "The decision, signatures and exceptions stay with the older audit, which is not touched."
    for key, action in lost_actions(plan, audit):
        yield from wrap(f"Open, and no longer asked about: {action.what} ({key})", _WIDTH)


def _wrapped(text: str) -> list[str]:
    return wrap(text, _WIDTH, initial_indent="    ", subsequent_indent="    ")
