"""The words of the glossary that a report uses, each explained."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from ap_audit.model.glossary import Glossary
from ap_audit.report.audit_report import AuditReport
from ap_audit.report.view import Fact
from ap_audit.rules.terms import terms_in


def with_words(report: AuditReport, glossary: Glossary) -> AuditReport:
    """The report in full with its words explained; the one for governors as it is.

    Page 1 and what governors read beside it spell everything out.
    """
    return replace(report, words=_words(report, glossary)) if report.audience == "full" else report


def _words(report: AuditReport, glossary: Glossary) -> tuple[Fact, ...]:
    """Every word that stands somewhere in the report, in alphabetical order."""
    found = terms_in(_texts(report), glossary)
    return tuple(
        Fact(
            label=f"{word} ({term.stands_for})" if term.stands_for else word,
            text=" ".join(term.means.split()),
        )
        for word, term in found
    )


def _texts(part: object) -> Iterator[str]:
    match part:
        case str():
            yield part
        case tuple():
            for inner in part:
                yield from _texts(inner)
        case Struct():
            for name in part.__struct_fields__:
                yield from _texts(getattr(part, name))
        case _:
            pass
