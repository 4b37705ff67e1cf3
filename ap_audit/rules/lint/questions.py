"""Questions that ask two things at once, so that one rating cannot answer both.

"And" joins two questions where a verb of asking follows it with a new subject ("Is there a lead,
and is the lead trained?"), or where both halves begin with a question word ("Who leads, and who
stands in?"). Four things are one idea and are let through: "or" ("have, or will have"), "and"
between two things that one verb asks for ("asked for and received"), what follows one opening ("Is
it settled who is there, and what they may do?"), and a last word ("Who uses the hall, and when?").
"""

import re
from collections.abc import Iterator

from ap_audit.errors import Flaw
from ap_audit.model.checklist import Checklist
from ap_audit.rules.lint.texts import Kind, texts

_VERBS = "is|are|was|were|has|have|had|do|does|did|can|could|will|would|should|may|must"
_SUBJECTS = "it|they|he|she|we|our|the|a|an|any|all|each|every|there|this|these|their|someone"
_WORDS = "who|what|which|when|where|why|how"
_TWO = re.compile(
    rf"(?P<row>\?).+\?"
    rf"|(?P<stop>;)"
    rf"|(?P<slash>\band/or\b)"
    rf"|\b(?P<verb>and,? (?:{_VERBS}) (?:{_SUBJECTS}))\b"
    rf"|^(?:{_WORDS})\b.*\b(?P<word>and,? (?:{_WORDS}) )",
    re.IGNORECASE,
)


def double_questions(checklist: Checklist) -> Iterator[Flaw]:
    """A question that asks two things."""
    for said in texts(checklist):
        found = _TWO.search(said.plain) if said.kind is Kind.QUESTION else None
        if found:
            joint = found[found.lastgroup or 0].strip()
            yield Flaw(
                path=said.path,
                what=f"may ask two things at once, joined by '{joint}'",
                hint="make two questions of it, or record the second as a value",
                warning=True,
            )
