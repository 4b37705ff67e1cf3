"""What is different between two editions of a checklist, for those who write them."""

from collections.abc import Iterator
from textwrap import wrap

from ap_audit.model.checklist import Checklist, Criterion
from ap_audit.model.wording import count
from ap_audit.rules.editions import differences

_WIDTH = 100


def edition_lines(older: Checklist, newer: Checklist) -> Iterator[str]:
    """Every question that is another, new or gone, then rules and parameters by name."""
    yield f"{older.reference} → {newer.reference}"
    before, now = older.by_id(), newer.by_id()
    same = 0
    for key, criterion in now.items():
        old = before.get(key)
        rows = ["new: " + criterion.ask] if old is None else list(_different(old, criterion))
        same += not rows
        declared = newer.changes.get(key)
        if rows:
            yield f"  {key}" + (f" (declared: {declared.meaning})" if declared else "")
            for row in rows:
                yield from wrap(row, _WIDTH, initial_indent="    ", subsequent_indent="    ")
    for key in before:
        if key not in now:
            yield f"  {key}"
            yield f"    gone, {_became(key, newer)}"
    yield from _named("rules", dict(older.rules), dict(newer.rules))
    yield from _named("parameters", dict(older.parameters), dict(newer.parameters))
    yield f"{count(same, 'question is', 'questions are')} the same."


def _different(old: Criterion, new: Criterion) -> Iterator[str]:
    for one in differences(old, new):
        yield one.says
    was, now = ([citation.source for citation in one.sources] for one in (old, new))
    if was != now:
        yield f"sources: {', '.join(was) or 'none'}, now {', '.join(now) or 'none'}"
    told = {
        "the guidance is worded otherwise": (old.why, old.look_for) == (new.why, new.look_for),
        "it is asked at another stage": old.stage == new.stage,
        "it is asked at another depth": old.depth == new.depth,
        "it weighs otherwise": old.points == new.points,
        "when it is asked is different": old.when == new.when,
        "its citations are worded otherwise": was != now or old.sources == new.sources,
    }
    yield from (says for says, kept in told.items() if not kept)


def _became(key: str, newer: Checklist) -> str:
    declared = newer.changes.get(key)
    if declared is None:
        return "and the edition does not say what became of it"
    return f"became {', '.join(declared.became)}" if declared.became else "retired"


def _named(what: str, old: dict[str, object], new: dict[str, object]) -> Iterator[str]:
    groups = {
        "new": [name for name in new if name not in old],
        "gone": [name for name in old if name not in new],
        "different": [name for name in new if name in old and old[name] != new[name]],
    }
    for word, names in groups.items():
        if names:
            yield f"{what} {word}: {', '.join(names)}"
