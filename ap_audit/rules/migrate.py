"""What becomes of an audit's answers in a newer edition of its checklist.

    links    what became of each question from one edition to the next, and how far that is sure
    plan     the same over all editions between, as steps that a person reads
    moved    the answers that may be carried over, and no others

An id is never trusted on its name: where the question or its class is another one and the edition
does not say what became of it, the plan stops for a person.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from enum import StrEnum
from itertools import pairwise

from msgspec.structs import replace

from ap_audit.model.audit import UNANSWERED, Action, Answer, Audit
from ap_audit.model.base import Value
from ap_audit.model.checklist import Checklist, Criterion
from ap_audit.model.names import CriterionId
from ap_audit.model.words import Meaning
from ap_audit.rules.editions import Difference, differences


class Fate(StrEnum):
    """What becomes of one question, in the order a reader should see it."""

    UNDECLARED = "undeclared"
    """Another question under the same id, or gone, and the edition does not say what it became."""
    REWORDED = "reworded"
    """To be confirmed: asked again with last time's answer beside it."""
    SPLIT = "split"
    MERGED = "merged"
    RETIRED = "retired"
    """No longer asked. Its answer stays in the older audit."""
    NEW = "new"
    SAME = "same"


class Step(Value, frozen=True, kw_only=True):
    """One line of a plan."""

    fate: Fate
    old: tuple[CriterionId, ...]
    new: tuple[CriterionId, ...]
    why: tuple[str, ...] = ()


class Plan(Value, frozen=True, kw_only=True):
    """The way from one edition to another."""

    older: Checklist
    newer: Checklist
    steps: tuple[Step, ...]

    def of(self, *fates: Fate) -> tuple[Step, ...]:
        """The steps to which this happens."""
        return tuple(step for step in self.steps if step.fate in fates)


class _Link(Value, frozen=True, kw_only=True):
    """What one question became, over one edition or several."""

    became: tuple[CriterionId, ...]
    sure: bool = True
    """Whether the editions say so, or the questions are the same word for word."""
    same: bool = True
    """Whether an answer to the one is an answer to the other."""
    why: tuple[str, ...] = ()


def plan(editions: Sequence[Checklist]) -> Plan:
    """The way from the first edition to the last, through every one between; two at least."""
    older, newer = editions[0], editions[-1]
    links = {key: _Link(became=(key,)) for key in older.by_id()}
    for before, after in pairwise(editions):
        one_step = _links(before, after)
        links = {key: _joined(link, one_step) for key, link in links.items()}
    return Plan(older=older, newer=newer, steps=tuple(_steps(links, newer)))


def blind_plan(newer: Checklist, answered: Iterable[str]) -> Plan:
    """The way from an edition whose text is gone: no answer can be trusted on the id alone."""
    now = newer.by_id()
    known = [CriterionId(key) for key in answered]
    old = [
        Step(fate=Fate.UNDECLARED, old=(key,), new=(key,) if key in now else ()) for key in known
    ]
    new = [Step(fate=Fate.NEW, old=(), new=(key,)) for key in now if key not in known]
    return Plan(older=newer, newer=newer, steps=(*old, *new))


def moved(found: Plan, audit: Audit) -> dict[str, Answer]:
    """The answers of the new audit, in its order: carried over where the question is the same.

    An open action goes on under what its question became. How a gateway was shown is asked again,
    and an exception was made on the older edition, so neither is carried.
    """
    answers = {str(key): UNANSWERED for key in found.newer.by_id()}
    criteria = found.newer.by_id()
    for step in found.steps:
        if not step.new:
            continue
        target = step.new[0]
        for key in step.old:
            old = audit.answer(key)
            if step.fate is Fate.SAME and criteria[target].carry == "allowed":
                answers[target] = _carried(criteria[target], old)
            else:
                answers[target] = _with_actions(answers[target], old)
    return answers


def lost_actions(found: Plan, audit: Audit) -> tuple[tuple[CriterionId, Action], ...]:
    """Open actions of questions that are no longer asked: they stay in the older audit alone."""
    return tuple(
        (key, action)
        for step in found.steps
        if not step.new
        for key in step.old
        for action in audit.answer(key).actions.values()
        if action.done is None
    )


def _links(before: Checklist, after: Checklist) -> dict[CriterionId, _Link]:
    """What became of each question of one edition in the very next."""
    links = {key: _link(key, one, after) for key, one in before.by_id().items()}
    if before.scale == after.scale:
        return links
    why = "the words of the scale are different"
    return {key: replace(one, same=False, why=(*one.why, why)) for key, one in links.items()}


def _link(key: CriterionId, old: Criterion, after: Checklist) -> _Link:
    now = after.by_id()
    declared = after.changes.get(key)
    if declared is None:
        if key not in now:
            why = f"{after.reference} no longer has it, and does not say what became of it"
            return _Link(became=(), sure=False, same=False, why=(why,))
        found = differences(old, now[key])
        asked = any(one.another_question for one in found)
        return _Link(became=(key,), sure=not asked, same=not found, why=_said(found))
    became = tuple(CriterionId(name) for name in declared.became if CriterionId(name) in now)
    same = declared.meaning is Meaning.SAME and len(became) == 1
    found = differences(old, now[became[0]]) if same else ()
    # The edition may say that other words mean the same, and not that another kind of answer does.
    answerable = all(one.of == "words" for one in found)
    return _Link(
        became=became,
        same=same and answerable,
        why=(declared.why.strip(), *(() if answerable else _said(found))),
    )


def _said(found: Iterable[Difference]) -> tuple[str, ...]:
    return tuple(one.says for one in found)


def _joined(link: _Link, onward: dict[CriterionId, _Link]) -> _Link:
    """A link, and from each of its ends to the edition after."""
    rest = [onward[key] for key in link.became]
    return _Link(
        became=tuple(dict.fromkeys(key for one in rest for key in one.became)),
        sure=link.sure and all(one.sure for one in rest),
        same=link.same and all(one.same for one in rest),
        why=tuple(dict.fromkeys((*link.why, *(word for one in rest for word in one.why)))),
    )


def _steps(links: dict[CriterionId, _Link], newer: Checklist) -> Iterable[Step]:
    claims = Counter(key for link in links.values() for key in link.became)
    merged = {key for key, number in claims.items() if number > 1}
    found = [
        Step(fate=_fate(link, merged), old=(key,), new=link.became, why=link.why)
        for key, link in links.items()
    ]
    apart = [step for step in found if step.fate is not Fate.MERGED]
    joined = [_merge(key, found) for key in newer.by_id() if key in merged]
    new = [Step(fate=Fate.NEW, old=(), new=(key,)) for key in newer.by_id() if key not in claims]
    steps = [*apart, *(step for step in joined if step is not None), *new]
    return sorted(steps, key=lambda step: list(Fate).index(step.fate))


def _fate(link: _Link, merged: set[CriterionId]) -> Fate:
    if not link.sure:
        return Fate.UNDECLARED
    if not link.became:
        return Fate.RETIRED
    if len(link.became) > 1:
        return Fate.SPLIT
    if link.became[0] in merged:
        return Fate.MERGED
    return Fate.SAME if link.same else Fate.REWORDED


def _merge(key: CriterionId, found: list[Step]) -> Step | None:
    """The one step of all questions that became this one and no other."""
    parts = [step for step in found if step.fate is Fate.MERGED and step.new == (key,)]
    if not parts:
        return None
    return Step(
        fate=Fate.MERGED,
        old=tuple(name for step in parts for name in step.old),
        new=(key,),
        why=tuple(dict.fromkeys(word for step in parts for word in step.why)),
    )


def _carried(criterion: Criterion, old: Answer) -> Answer:
    if criterion.is_gateway:
        return replace(old, evidence={}, exception=None)
    return replace(old, exception=None)


def _with_actions(answer: Answer, old: Answer) -> Answer:
    """An answer with the open actions of another beside its own."""
    actions = dict(answer.actions)
    for name, action in old.actions.items():
        if action.done is None:
            free = name
            while free in actions:
                free += "-2"
            actions[free] = action
    return replace(answer, actions=actions)
