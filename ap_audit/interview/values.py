"""Asking for the values that a rated question records, such as when insurance runs out."""

from msgspec.structs import replace

from ap_audit.interview.choices import numbered
from ap_audit.interview.conversation import Conversation
from ap_audit.interview.prompts import words_for
from ap_audit.interview.said import saved_said
from ap_audit.interview.typed_values import Recorded, Unclear, value_from
from ap_audit.model.audit import Answer
from ap_audit.model.checklist import Criterion, ValueSpec, ValueType
from ap_audit.model.words import Rating
from ap_audit.rules.together import too_much
from ap_audit.rules.values import lacks_a_value, said, typed


def ask_values(talk: Conversation, criterion: Criterion, *, again: bool) -> None:
    """Ask for each value in turn; *again* asks also for those that are there, which `s` keeps."""
    for name, spec in criterion.record.items():
        if again or not value_shown(talk.answer(criterion), name, spec):
            _ask_one(talk, criterion, name, spec)


def value_prompt(spec: ValueSpec, width: int) -> str:
    """What is asked for, with its choices."""
    if spec.type is not ValueType.CHOICE:
        return asked_with_unit(spec)
    return f"{spec.ask}\n{numbered(list(spec.choices.values()), width)}"


def asked_with_unit(spec: ValueSpec) -> str:
    """What is asked for, with its unit where the question does not say it."""
    unit = "pounds" if spec.unit == "GBP" else spec.unit
    return spec.ask if not unit or unit in spec.ask else f"{spec.ask} ({unit})"


def fitting_value(
    talk: Conversation, criterion: Criterion, name: str, line: str
) -> Recorded | Unclear:
    """What a line means for this value, if it can be so beside the others that are recorded."""
    found = value_from(criterion.record[name], line, talk.today)
    if isinstance(found, Unclear):
        return found
    values = {**talk.answer(criterion).values, name: found.text}
    for beyond in too_much(criterion, values):
        if beyond.name == name:
            return Unclear(beyond.says)
        if beyond.limit == name:
            return Unclear(_below(criterion.record[beyond.name], values[beyond.name], found))
    return found


def _below(other: ValueSpec, recorded: str, found: Recorded) -> str:
    less = "before" if other.type is ValueType.DATE else "less than"
    said_there = f"{found.said} is {less} {_said(other, recorded)}, the answer to: {other.ask}"
    return f"{said_there} If that is wrong, keep this one (s) and change that first."


def keep_value(talk: Conversation, criterion: Criterion, name: str, text: str, shown: str) -> None:
    """Save one value."""
    before = talk.answer(criterion)
    values = {**before.values, name: text}
    in_order = {key: values[key] for key in (*criterion.record, *values) if key in values}
    answer = replace(before, values=in_order, date=talk.today, by=talk.by)
    if criterion.is_record:
        # That another part could not be told stays said until that part is there.
        told = before.rating is Rating.CANNOT_TELL and lacks_a_value(criterion, answer)
        answer = replace(answer, rating=before.rating if told else None, reason=None)
    talk.record(criterion, answer, saved_said(shown))


def value_shown(answer: Answer, name: str, spec: ValueSpec) -> str:
    """What is recorded under a name, in words; empty where it is missing or no longer fits."""
    return _said(spec, answer.values.get(name, ""))


def _ask_one(talk: Conversation, criterion: Criterion, name: str, spec: ValueSpec) -> None:
    there = value_shown(talk.answer(criterion), name, spec)
    last = "" if there else _last(talk, criterion, name)
    leave = f"So far: {there}. s keeps it." if there else "s leaves it out for now."
    same = f"= as last time: {_said(spec, last)}\n  " if last else ""
    prompt = f"{value_prompt(spec, talk.person.width)}\n  {same}{leave}"
    while True:
        typed_words = words_for(talk, criterion, prompt, short=True, same=last)
        if not typed_words:
            if not there and not spec.optional and talk.answer(criterion).rating is Rating.MET:
                talk.tell("Left out for now. Until it is recorded, this does not count as met.")
            return None
        found = fitting_value(talk, criterion, name, typed_words)
        if isinstance(found, Unclear):
            talk.not_understood(criterion, found.says)
        else:
            return keep_value(talk, criterion, name, found.text, found.said)


def _last(talk: Conversation, criterion: Criterion, name: str) -> str:
    """Last time's value where it may be repeated and still fits; else nothing."""
    question, spec = talk.question(criterion), criterion.record[name]
    if not question.repeatable or not value_shown(question.last, name, spec):
        return ""
    return question.last.values[name]


def _said(spec: ValueSpec, text: str) -> str:
    value = typed(spec, text)
    return "" if value is None else said(spec, value)
