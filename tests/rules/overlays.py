"""A checklist to lay overlays over, and what they make of it."""

from msgspec.structs import replace

from ap_audit.errors import Flaw
from ap_audit.model.checklist import Checklist, EvidenceNeed, Section
from ap_audit.model.overlay import Because, Extended, Overlay
from ap_audit.model.words import CriterionClass, Depth, Rating, Seen, Severity
from ap_audit.rules.overlay import resolve
from tests.builders import INTEGER, TODAY, checklist, criterion, fact, gateway, key, rule, section

WHY = Because(role="Head of safeguarding", reason="Agreed with the trustees.", date=TODAY)

BASE: Checklist = checklist(
    section(
        "about",
        fact("kind", people=INTEGER),
        fact("size", number=INTEGER),
    ),
    section(
        "safe",
        replace(
            criterion("law", CriterionClass.GATEWAY, when={"kind": {"people": {"at_least": "1"}}}),
            hard=True,
        ),
        replace(gateway("ours", count=INTEGER), evidence=EvidenceNeed(needs=(Seen.COPY,))),
        key("important"),
        criterion("usual", not_applicable="with-reason"),
        criterion("deep", depth=Depth.FULL),
        floor=50,
    ),
    rules={
        "hold": rule(
            Severity.STOP,
            {"size": {"number": {"at_least": {"parameter": "most"}}}},
            caps={"law": Rating.NOT_MET},
        ),
        "press": rule(Severity.WARN, {"important": "not-met"}),
    },
    parameters={"most": "5", "free": "1"},
)


def overlay(**parts: object) -> Overlay:
    """An overlay with these parts."""
    return Overlay(
        format="ap-audit/overlay@1",
        id="trust",
        version="1",
        extends=BASE.reference,
        title="The trust's",
        published=TODAY,
        **parts,  # type: ignore[arg-type]  # each test writes its own part
    )


def laid(**parts: object) -> Extended:
    """What the overlay makes of the checklist; it must have no flaw."""
    found, flaws = resolve(overlay(**parts), BASE)
    assert flaws == ()
    assert found is not None
    return found


def flaws_of(**parts: object) -> tuple[Flaw, ...]:
    """What is wrong with the overlay."""
    found, flaws = resolve(overlay(**parts), BASE)
    assert found is None
    return flaws


def changes_of(extended: Extended) -> list[str]:
    """Every change in words, weakenings marked."""
    return [
        f"{change.about}: {change.what}" + (" (weaker)" if change.because else "")
        for change in extended.differences
    ]


def section_of(extended: Extended, name: str) -> Section:
    """One section of it."""
    return next(section for section in extended.sections if section.id == name)
