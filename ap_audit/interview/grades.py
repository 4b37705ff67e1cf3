"""A checklist's own scale at the prompt: its words are typed whole, or chosen after a letter."""

from ap_audit.interview.choices import numbered
from ap_audit.interview.conversation import Conversation
from ap_audit.interview.moves import Onward
from ap_audit.interview.prompts import typed_aside
from ap_audit.interview.replies import Graded, NotNow, Rated, Text
from ap_audit.interview.said import number_to_type
from ap_audit.model.checklist import Criterion, Grade
from ap_audit.rules.grades import best_first


def scale_line(scale: dict[str, Grade]) -> str:
    """The words of the scale, best first."""
    return f"  Or a word of the scale: {', '.join(word for word, _ in best_first(scale))}"


def graded(scale: dict[str, Grade], words: str) -> Graded | None:
    """The grade that a whole word or title of the scale means; None for other words."""
    plain = " ".join(words.casefold().split()).rstrip(".")
    for word, grade in scale.items():
        if plain in (word, grade.title.casefold()):
            return Graded(grade.counts_as, "", word)
    return None


def grade_for(talk: Conversation, criterion: Criterion, reply: Rated) -> str | None:
    """The word of the scale, asked for where more than one counts as what was typed."""
    if isinstance(reply, Graded) or not reply.rating.rated:
        return reply.grade if isinstance(reply, Graded) else None
    found = [
        (word, grade)
        for word, grade in talk.checklist.scale.items()
        if grade.counts_as is reply.rating
    ]
    if len(found) < 2:  # noqa: PLR2004 -- one word needs no choice
        return found[0][0] if found else None
    listed = [grade.title for _, grade in found]
    while True:
        typed = typed_aside(
            talk, criterion, lambda: f"Which?\n{numbered(listed, talk.person.width)}\n  s not now"
        )
        match typed:
            case NotNow():
                talk.tell("Without the word of the scale, this is left as it was.")
                raise Onward
            case Text(words) if words.isdigit() and 1 <= int(words[:3]) <= len(found):
                return found[int(words[:3]) - 1][0]
            case _:
                talk.not_understood(criterion, f"{number_to_type(len(found))}.")
