"""What may be typed at a question, in letters and numbers."""

from ap_audit.interview.lines import fitted, row
from ap_audit.interview.question import Question
from ap_audit.model.checklist import ValueSpec, ValueType


def rating_choices(question: Question, width: int, *, brief: bool = False) -> str:
    """What may be typed at a question that is rated; *brief*: the letters alone."""
    turned = question.criterion.polarity == "reversed"
    letters = (
        ["y yes, not met", "p partly", "n no, met"]
        if turned
        else ["y met", "p partly", "n not met"]
    )
    letters.append("u could not tell")
    if question.criterion.not_applicable != "never":
        letters.append("x does not apply")
    if question.repeatable:
        letters.append("= as last time")
    leave = "s not now" if question.answer.blank else "s keep it"
    if brief:
        return row(_letters_alone([*letters, leave]), width)
    return f"{row(letters, width)}\n{row(_commands(leave), width)}"


def value_choices(
    question: Question, spec: ValueSpec, width: int, leave: str, *, brief: bool = False
) -> str:
    """What may be typed where a record asks for a value; *brief*: the letters alone."""
    listed = numbered(list(spec.choices.values()), width) if spec.type is ValueType.CHOICE else ""
    letters = ["u could not tell"]
    if question.criterion.not_applicable != "never":
        letters.append("x does not apply")
    if question.repeatable:
        letters.append("= as last time")
    if brief:
        alone = row(_letters_alone([*letters, leave]), width)
        return "\n".join(filter(None, (listed, alone)))
    return "\n".join(filter(None, (listed, row(letters, width), row(_commands(leave), width))))


def numbered(items: list[str], width: int) -> str:
    """A list to choose from by number."""
    return "\n".join(fitted(item, width, f"  {i} ") for i, item in enumerate(items, 1))


def _commands(leave: str) -> list[str]:
    more = ["m longer note", "e editor", "v evidence", "a action", "q save and stop"]
    return [leave, "? help", "b back", "g go to", *more]


def _letters_alone(items: list[str]) -> list[str]:
    return [" ".join(item[0] for item in items), "? what they mean"]
