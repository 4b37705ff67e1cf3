"""Two editions of a checklist side by side, for those who write them.

What is different about each question, whether the newer edition says what became of it, and a
draft of its `changes:` block where it does not say so yet.
"""

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Literal

from ap_audit.errors import Flaw, KeyPath
from ap_audit.model.base import Value
from ap_audit.model.checklist import Became, Checklist, Criterion
from ap_audit.model.names import CriterionId
from ap_audit.model.words import Meaning
from ap_audit.rules.soundness import criterion_paths

_ALIKE = 0.6
"""How much of two questions must be the same text to suppose that one came from the other."""
_WHY = "Say in a sentence why."
"""What a draft has in place of a reason. It must not pass for one."""


class Difference(Value, frozen=True, kw_only=True):
    """One thing about a question that is not as it was."""

    of: Literal["words", "class", "answers"]
    """The words of the question and of its ratings, its class, or how it is answered."""
    says: str

    @property
    def another_question(self) -> bool:
        """Whether the edition must say what became of it."""
        return self.of != "answers"


def differences(old: Criterion, new: Criterion) -> tuple[Difference, ...]:
    """What matters to an answer and is not as it was: what is asked, and how it is answered.

    Guidance, sources, stage, depth and weight are left out: an answer stays an answer.
    """
    found = []
    if _plain(old.ask) != _plain(new.ask):
        says = f"was asked as “{_plain(old.ask)}”, and is now “{_plain(new.ask)}”"
        found.append(Difference(of="words", says=says))
    if _ratings(old) != _ratings(new):
        found.append(Difference(of="words", says="says otherwise what a rating means"))
    if old.class_ is not new.class_:
        says = f"was a {old.class_} question, and is now a {new.class_} question"
        found.append(Difference(of="class", says=says))
    told = {
        "what is recorded with it is different": _record(old) == _record(new),
        "when it does not apply is different": old.not_applicable == new.not_applicable,
        "the evidence it needs is different": old.evidence == new.evidence,
        "the prompt is turned round": old.polarity == new.polarity,
    }
    found += [Difference(of="answers", says=says) for says, same in told.items() if not same]
    return tuple(found)


def succession_flaws(older: Checklist, newer: Checklist) -> Iterator[Flaw]:
    """What the newer edition leaves unsaid or says wrongly about the edition before it."""
    for name, declared in newer.changes.items():
        yield from _declared(name, declared, older, newer)
    yield from _undeclared(older, newer)


def _declared(name: str, declared: Became, older: Checklist, newer: Checklist) -> Iterator[Flaw]:
    path: KeyPath = ("changes", name)
    now = newer.by_id()
    if CriterionId(name) not in older.by_id():
        what = f"'{name}' is not a criterion of {older.reference}"
        yield Flaw(path=path, what=what, at_key=True)
    if CriterionId(name) in now and name not in declared.became:
        what = f"'{name}' became something else, and is asked in this edition again"
        hint = "give what is asked now another id: an id means one question, for ever"
        yield Flaw(path=path, what=what, hint=hint, at_key=True)
    for position, target in enumerate(declared.became):
        if CriterionId(target) not in now:
            what = f"'{target}' is not a criterion of this edition"
            yield Flaw(path=(*path, "became", position), what=what)
    if declared.why.strip() == _WHY:
        hint = "compare both texts, see whether the meaning given fits, and say why"
        yield Flaw(path=(*path, "why"), what="is still the words of the draft", hint=hint)
    if declared.became and declared.meaning is None:
        hint = f"add a line 'meaning: ' and one of: {', '.join(Meaning)}"
        yield Flaw(path=path, what="does not say how the meaning changed", hint=hint)
    if declared.meaning is Meaning.SAME and _another_class(name, declared, older, newer):
        what = "the class is another one, so an answer does not mean the same"
        yield Flaw(path=(*path, "meaning"), what=what)


def _undeclared(older: Checklist, newer: Checklist) -> Iterator[Flaw]:
    before, now = older.by_id(), newer.by_id()
    for path, criterion in criterion_paths(newer):
        old = before.get(criterion.key)
        if old is None or criterion.id in newer.changes:
            continue
        for one in differences(old, criterion):
            if one.another_question:
                hint = f"say under changes: what became of '{criterion.id}', or give it a new id"
                what = f"'{criterion.id}' {one.says}, without a word about it"
                yield Flaw(path=(*path, "id"), what=what, hint=hint)
    for key in before:
        if key not in now and key not in newer.changes:
            what = f"does not say what became of '{key}' of {older.reference}"
            hint = "add it with what it became; with 'became: []' it is retired"
            yield Flaw(path=("changes",), what=what, hint=hint)


def draft_changes(older: Checklist, newer: Checklist) -> dict[str, Became]:
    """A first `changes:` block: what is certain, and a likely heir where the words are alike."""
    now = newer.by_id()
    found: dict[str, Became] = {}
    fresh = [one for key, one in now.items() if key not in older.by_id()]
    for key, old in older.by_id().items():
        if key in newer.changes:
            found[key] = newer.changes[key]
        elif key not in now:
            heirs = _heirs(old, fresh)
            meaning = Meaning.REWORDED if heirs else None
            found[key] = Became(became=heirs, meaning=meaning, why=_WHY)
        elif any(one.another_question for one in differences(old, now[key])):
            found[key] = Became(became=(key,), meaning=Meaning.REWORDED, why=_WHY)
    return found


def _heirs(old: Criterion, fresh: list[Criterion]) -> tuple[str, ...]:
    scored = [(SequenceMatcher(None, old.ask, one.ask).ratio(), one.id) for one in fresh]
    best = max(scored, default=(0.0, ""))
    return (best[1],) if best[0] >= _ALIKE else ()


def _another_class(name: str, declared: Became, older: Checklist, newer: Checklist) -> bool:
    old, now = older.by_id().get(CriterionId(name)), newer.by_id()
    targets = [now[CriterionId(one)] for one in declared.became if CriterionId(one) in now]
    return old is not None and any(one.class_ is not old.class_ for one in targets)


def _plain(text: str) -> str:
    return " ".join(text.split())


def _ratings(criterion: Criterion) -> dict[str, str]:
    return {rating: _plain(words) for rating, words in criterion.ratings.items()}


def _record(criterion: Criterion) -> dict[str, tuple[object, ...]]:
    return {
        name: (spec.type, dict(spec.choices), spec.unit, spec.optional, spec.past, spec.at_most)
        for name, spec in criterion.record.items()
    }
