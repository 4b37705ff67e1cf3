"""What is said of a whole section on the command line, where the id given is a section's."""

from msgspec.structs import replace

from ap_audit.cli.keeping import kept
from ap_audit.cli.one_answer import OneAnswer, refuse_hidden
from ap_audit.cli.opening import OpenAudit
from ap_audit.errors import BadUsage
from ap_audit.model.audit import NOTHING_SAID, LeftOut, SectionAnswer, SectionJudgement
from ap_audit.model.checklist import Section
from ap_audit.model.words import Rating
from ap_audit.rules.left_out import reason_fits
from ap_audit.rules.section_words import section_flaws


def record_section(opened: OpenAudit, section: Section, given: OneAnswer) -> str:
    """Save what is said of a section and say so; raises BadUsage where it does not fit.

    `not-applicable` leaves it out, `not-checked` takes back whatever was said of it, and one of its
    own words judges it.
    """
    refuse_hidden(given)
    match given.rating:
        case Rating.NOT_CHECKED:
            said, shown = NOTHING_SAID, "nothing is said of it as a whole, so every question counts"
        case Rating.NOT_APPLICABLE:
            said, shown = _left_out(opened, section, given), "the whole section does not apply"
        case _:
            said = _judged(opened, section, given)
            shown = f"judged as a whole: {section.judged[given.rating].title}"
    audit = opened.audit.with_section(section.id, said)
    wrong = [flaw for flaw in section_flaws(opened.edition.checklist, audit) if not flaw.warning]
    if wrong:
        raise BadUsage(f"{wrong[0].what[:1].upper()}{wrong[0].what[1:]}.")
    said = kept(opened.audit.said_of(section.id), said, given.keep)
    opened.saver()(audit.with_section(section.id, said))
    return f"Saved: {section.id}, {shown}."


def _left_out(opened: OpenAudit, section: Section, given: OneAnswer) -> SectionAnswer:
    allowed = section.not_applicable
    if allowed == "never":
        raise BadUsage(f"The section '{section.id}' always applies.")
    if not given.reason:
        raise BadUsage(
            f"'{section.id}' needs a reason to be left out.", hint="Add --reason, in one line."
        )
    out = LeftOut(reason=given.reason, by=given.by, date=given.today)
    if not reason_fits(section, out):
        raise BadUsage(
            f"'{given.reason}' is no reason for which '{section.id}' is left out.",
            hint=f"Use one of: {', '.join(allowed)}.",
        )
    return replace(opened.audit.said_of(section.id), not_applicable=out)


def _judged(opened: OpenAudit, section: Section, given: OneAnswer) -> SectionAnswer:
    if given.rating not in section.judged:
        words = ", ".join((*section.judged, Rating.NOT_APPLICABLE, Rating.NOT_CHECKED))
        raise BadUsage(
            f"'{given.rating}' is not said of the section '{section.id}'.",
            hint=f"Use one of: {words}.",
        )
    if not given.note:
        raise BadUsage(
            f"A judgement of '{section.id}' needs its reason.", hint="Add --note, in a sentence."
        )
    made = SectionJudgement(word=given.rating, reason=given.note, by=given.by, date=given.today)
    return replace(opened.audit.said_of(section.id), judgement=made)
