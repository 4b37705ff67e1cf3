"""Everything that could be better about a checklist, at once.

What makes a checklist unusable is `rules.soundness`; everything here is a warning.
"""

from collections.abc import Sequence
from datetime import date

from ap_audit.errors import Flaw
from ap_audit.model.checklist import Checklist
from ap_audit.model.glossary import Glossary
from ap_audit.model.source import SourceRegister
from ap_audit.rules.lint.ages import ages_of_what_may_lie_ahead
from ap_audit.rules.lint.claims import claims, hours_without_guidance, proposals
from ap_audit.rules.lint.editions import reused_ids
from ap_audit.rules.lint.guidance import odd_weights, same_ratings, unguided
from ap_audit.rules.lint.parts import parts_without_a_whole
from ap_audit.rules.lint.plain_words import insiders_words, long_sentences, unexplained
from ap_audit.rules.lint.questions import double_questions
from ap_audit.rules.lint.reach import unreachable
from ap_audit.rules.lint.sourcing import ageing, unsourced


def lint(
    checklist: Checklist,
    register: SourceRegister,
    glossary: Glossary,
    *,
    today: date,
    others: Sequence[Checklist] = (),
) -> tuple[Flaw, ...]:
    """Every warning. *others* are checklists that its ids may stand in, too."""
    return (
        *unguided(checklist),
        *same_ratings(checklist),
        *odd_weights(checklist),
        *unreachable(checklist),
        *ages_of_what_may_lie_ahead(checklist),
        *parts_without_a_whole(checklist),
        *unsourced(checklist, register),
        *ageing(checklist, register, today),
        *proposals(checklist, register),
        *hours_without_guidance(checklist),
        *claims(checklist),
        *double_questions(checklist),
        *unexplained(checklist, glossary),
        *insiders_words(checklist),
        *long_sentences(checklist),
        *reused_ids(checklist, others),
    )
