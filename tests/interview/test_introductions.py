from collections.abc import Callable

import pytest

from ap_audit.errors import BadUsage, Unfinished
from ap_audit.interview.introductions import Introduced, introduced, same_provider
from tests.fakes import Scripted


def kept(text: str, what: str) -> str:
    """What can be kept here: any line of twenty letters."""
    if len(text) > 20 or "\n" in text:
        raise BadUsage(f"The {what} is too long.", hint="Shorten it.")
    return text


def told(person: Scripted, *, school: str = "", role: str = "") -> Introduced:
    """What a person says of the school and of themselves."""
    return introduced(person, school=school, role=role, kept=kept)


def test_both() -> None:
    """What was taken is said, and which lines of which files change it later."""
    person = Scripted(["St Jude’s", "2"])

    assert told(person) == Introduced(school="St Jude’s", role="Safeguarding lead")
    assert person.transcript[-5:] == [
        "School:     St Jude’s",
        "Answering:  Safeguarding lead",
        'To change it later: the line "school:" in ap-audit.yaml, and the line',
        '"auditor:" in the audit\'s file.',
        "",
    ]


def test_back() -> None:
    """`b` goes back to the school's name; before it there is nothing."""
    person = Scripted(["b", "St Judes", "B", "St Jude’s", "Inclusion lead"])

    assert told(person) == Introduced(school="St Jude’s", role="Inclusion lead")
    assert person.transcript.count("This is the first question.") == 1


def test_back_with_one_question() -> None:
    """Where the school is known, there is nothing before the role."""
    person = Scripted(["back", "1"])

    assert told(person, school="Ours").role == "AP lead"
    assert "This is the first question." in person.transcript
    assert not any("school:" in line for line in person.transcript)


def test_nothing_to_ask() -> None:
    """Where both are given, nothing is asked or said."""
    person = Scripted([])

    assert told(person, school="Ours", role="DSL") == Introduced(school="Ours", role="DSL")
    assert person.transcript == []


@pytest.mark.parametrize(
    "slip", ["", "- a", "a\nb", "x" * 21, "x", "9", "0", "y", "-", "...", "No", "yes."]
)
def test_slips(slip: str) -> None:
    """What is no name and no role is asked again, and the rest of a paste thrown away."""
    person = Scripted([slip, "Ours", slip, "DSL"])

    assert told(person) == Introduced(school="Ours", role="DSL")
    assert person.discarded == 2


def test_help() -> None:
    """`?` says what the answer is for."""
    person = Scripted(["?", "Ours", "help", "3"])

    assert told(person).role == "Business manager"
    assert any(line.startswith("The name of your school") for line in person.transcript)
    assert any(line.startswith("Each answer is kept") for line in person.transcript)


@pytest.mark.parametrize("ask", [told, lambda person: same_provider(person, "A", "B")])
@pytest.mark.parametrize("replies", [[], ["q"], ["stop"]])
def test_stopped(ask: Callable[[Scripted], object], replies: list[str]) -> None:
    """Where the person stops or no answer comes, nothing is begun."""
    with pytest.raises(Unfinished) as stopped:
        ask(Scripted(replies))
    assert stopped.value.hint == "Nothing was made. The same command begins again."


def test_same_provider() -> None:
    """One of two numbers says whether a name is another one's; nothing else does."""
    assert same_provider(Scripted(["", "y", "1"]), "Acme Center", "Acme Centre")
    assert not same_provider(Scripted(["b", "2"]), "Acme Center", "Acme Centre")
