"""A person's own judgement of a section: its words, and what the figures alone would say.

It stands beside the figures and never over them: no figure and no advice looks at it.
"""

from collections.abc import Iterator
from fractions import Fraction

from ap_audit.errors import Flaw, KeyPath
from ap_audit.model.audit import Audit
from ap_audit.model.checklist import Checklist, Section, SectionWord
from ap_audit.rules.left_out import left_out_flaws


def word_by_figures(section: Section, worst: Fraction | None) -> SectionWord | None:
    """The best word that a section's worst case reaches; None where nothing in it applies."""
    if worst is None:
        return None
    reached = [word for word in section.judged.values() if reaches(worst, word.least)]
    return max(reached, key=lambda word: word.least, default=None)


def reaches(share: Fraction, percent: int) -> bool:
    """Whether a share is at least so many percent. In integers, since fractions are slow."""
    return 100 * share.numerator >= percent * share.denominator


def section_flaws(checklist: Checklist, audit: Audit) -> Iterator[Flaw]:
    """What is wrong with what an audit says of whole sections."""
    for name, said in audit.sections.items():
        section = checklist.section(name)
        if section is None:
            known = ", ".join(one.id for one in checklist.sections)
            what = f"'{name}' is not a section of {checklist.reference}"
            yield Flaw(path=("sections", name), what=what, hint=f"it has: {known}", at_key=True)
            continue
        if said.judgement is not None and said.judgement.word not in section.judged:
            yield Flaw(
                path=("sections", name, "judgement", "word"),
                what=f"'{said.judgement.word}' is not a word by which this section is judged",
                hint=f"there are: {', '.join(section.judged) or 'none'}",
            )
        yield from left_out_flaws(checklist, section, audit)


def word_flaws(section: Section, path: KeyPath, criteria: set[str]) -> Iterator[Flaw]:
    """What is wrong with the words by which a section is judged, or with its id."""
    if section.asked_as_whole and section.id in criteria:
        what = f"'{section.id}' is the id of a criterion too, and both can be answered"
        yield Flaw(path=(*path, "id"), what=what, hint="choose another id for the section")
    least = [word.least for word in section.judged.values()]
    if not least:
        return
    if len(set(least)) < len(least):
        what = "two words begin at the same percent, so the figures could not tell them apart"
        yield Flaw(path=(*path, "judged"), what=what, at_key=True)
    if min(least):
        hint = "the worst one needs least: 0"
        yield Flaw(path=(*path, "judged"), what="no word is for the worst", hint=hint, at_key=True)
