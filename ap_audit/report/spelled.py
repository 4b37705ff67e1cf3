"""Abbreviations spelled out where a report first uses them.

`DBS (Disclosure and Barring Service)`, once in a report, in the order in which it is read. In
people's own words the brackets are square, as around anything that an editor adds to a quotation:
`AP [alternative provision] lead`. Names and addresses stay as they are.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from ap_audit.model.glossary import Glossary
from ap_audit.report.plain import Plain
from ap_audit.rules.terms import ABBREVIATION

_READ = (
    *("facts", "front", "warnings", "says", "since", "conditions", "unknown"),
    *("groups", "sections", "actions", "shown", "last_time", "trend", "timeline", "dates"),
    *("questions", "gateways", "gateways_out", "rows", "rules", "answers", "others_out"),
    *("exceptions", "reading", "words", "checklist", "signatures", "editions_brief", "editions"),
    *("ask", "what", "about", "note", "reason", "because", "means"),
)
"""The parts of a report as its templates show them; any others follow as they stand."""
_PAGE_1 = (
    *("decision", "advice", "why", "last_time", "warnings", "conditions", "gateways"),
    *("gateways_open", "exceptions_say", "unknown_say", "unknown", "actions", "next"),
)
_ON_PAGE_1 = {
    "gateways": frozenset(("ask", "brief", "seen_brief")),
    "actions": frozenset(("what", "note", "owner", "due")),
}
"""What page 1 shows of its rows; their other fields stand further on in the report."""
_LAST = ("particulars", "missing")
"""What the register shows of every provider after the first table."""
_UNTOUCHED = frozenset(
    ("name", "school", "url", "sha256", "file", "format", "made_with", "id", "key")
)
_PEOPLE = frozenset(
    ("owner", "what", "note", "by", "reason", "answered", "done", "values", "facts", "asides")
)
"""Fields in which people's own words stand, or may."""


def spelled_out(report: Plain, glossary: Glossary) -> Plain:
    """The report with each abbreviation of the glossary spelled out at its first use."""
    forms = {
        written: term.stands_for
        for word, term in glossary.terms.items()
        if term.stands_for
        for written in (word, *(other for other in term.also if " " not in other))
        if ABBREVIATION.search(written)
    }
    return _FirstUse(forms).of(report) if forms else report


class _FirstUse:
    """What has been spelled out so far, in the order of reading."""

    def __init__(self, forms: dict[str, str]) -> None:
        self._forms = forms
        self._known: set[str] = set()
        longest = sorted(forms, key=len, reverse=True)
        # Each is looked for before what stands in front of it: only letters that one of them begins
        # with are looked at twice.
        words = "|".join(rf"{form}(?<![\w-]{form})" for form in map(re.escape, longest))
        self._pattern = re.compile(rf"({words})(s?)(?![\w-])")

    def of(self, report: Plain) -> Plain:
        """The same, spelled out."""
        return self._part(report, people=False)

    def _part(self, part: Plain, *, people: bool) -> Plain:
        match part:
            case str():
                return self._text(part, people=people)
            case list():
                return self._rows(part, people=people)
            case dict():
                return {**part, **self._fields(part, part, people=people)}
            case _:
                return part

    def _rows(self, rows: list[Plain], *, people: bool) -> Plain:
        """Row after row; what a later table shows of each comes after all of them."""
        done: list[Plain] = [
            {**row, **self._fields(row, [name for name in row if name not in _LAST], people=people)}
            if isinstance(row, dict)
            else self._part(row, people=people)
            for row in rows
        ]
        for name in _LAST:
            for row in done:
                if isinstance(row, dict) and name in row:
                    row[name] = self._field(name, row[name], people=people)
        return done

    def _fields(
        self, part: dict[str, Plain], names: Iterable[str], *, people: bool
    ) -> dict[str, Plain]:
        return {name: self._field(name, part[name], people=people) for name in _order(tuple(names))}

    def _field(self, name: str, part: Plain, *, people: bool) -> Plain:
        if name in _UNTOUCHED:
            return part
        if name == "front" and isinstance(part, dict):
            return {
                **part,
                **{
                    inner: self._page_1(inner, part[inner])
                    for inner in _order(tuple(part), _PAGE_1)
                },
            }
        return self._part(part, people=people or name in _PEOPLE)

    def _page_1(self, name: str, part: Plain) -> Plain:
        if name not in _ON_PAGE_1 or not isinstance(part, list):
            return self._field(name, part, people=False)
        shown = _ON_PAGE_1[name]
        return [
            {**row, **self._fields(row, [n for n in row if n in shown], people=False)}
            for row in part
            if isinstance(row, dict)
        ]

    def _text(self, text: str, *, people: bool) -> str:
        def first(found: re.Match[str]) -> str:
            written, plural = found.groups()
            stands_for = self._forms[written]
            if stands_for in self._known:
                return found[0]
            self._known.add(stands_for)
            if stands_for.casefold() in text.casefold():
                return found[0]
            spelled = f"{stands_for}{plural}"
            return f"{found[0]} [{spelled}]" if people else f"{found[0]} ({spelled})"

        return self._pattern.sub(first, text)


@lru_cache
def _order(names: tuple[str, ...], read: tuple[str, ...] = _READ) -> list[str]:
    """Fields in the order of reading; row after row has the same."""
    places = {name: place for place, name in enumerate(read)}
    return sorted(names, key=lambda name: places.get(name, len(places)))
