"""Reading and saving whole files: every problem at once, changes by two people kept together."""

import os
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from ap_audit.errors import Flaw, InvalidFile, Refused
from ap_audit.files.change import save_change
from ap_audit.files.data import data_of
from ap_audit.files.document import LARGEST, Document, read_document
from ap_audit.files.emit import emit
from ap_audit.model.audit import Answer, Audit, Decision, Signature
from ap_audit.model.provider import Contact, Provider
from ap_audit.model.words import Rating
from tests.builders import DIGEST, TODAY, audit
from tests.files.generated import ANSWERS, FEW
from tests.files.mangling import mangled
from tests.files.reading import problems_of, said
from tests.forked import in_a_copy

NAMES = [f"q-{number}" for number in range(5)]
START = audit(dict.fromkeys(NAMES, Rating.NOT_CHECKED))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all examples use in turn."""
    return tmp_path_factory.mktemp("document")


def begun(folder: Path, content: bytes | None = None) -> Document[Audit]:
    """A saved audit, read."""
    path = folder / "audit.yaml"
    path.write_bytes(content or emit(data_of(START)).encode())
    return read_document(path, Audit, shown_path="audit.yaml")


def answered(before: Audit, **answers: Answer) -> Audit:
    """The audit with these answers, `q_1` for `q-1`."""
    given = {name.replace("_", "-"): answer for name, answer in answers.items()}
    return replace(before, answers={**before.answers, **given})


MET, PARTLY = Answer(rating=Rating.MET, note="ours"), Answer(rating=Rating.PARTLY, note="theirs")


@FEW
@given(
    st.dictionaries(st.sampled_from(NAMES), ANSWERS),
    st.dictionaries(st.sampled_from(NAMES), ANSWERS),
    st.randoms(use_true_random=False),
)
def test_two_people(
    folder: Path, ours: dict[str, Answer], theirs: dict[str, Answer], chance: random.Random
) -> None:
    """Answers by two people are all kept, or the second save refuses and writes nothing."""
    document = begun(folder, mangled(START, chance))
    other = save_change(document, replace(START, answers={**START.answers, **theirs}))
    mine = replace(START, answers={**START.answers, **ours})
    both = {
        name
        for name in NAMES
        if START.answers[name] != mine.answers[name] != other.value.answers[name]
        and other.value.answers[name] != START.answers[name]
    }

    if both:
        with pytest.raises(Refused, match="in the same place"):
            save_change(document, mine)
        assert document.path.read_bytes() == other.content
        return
    after = save_change(document, mine)

    assert after.content == document.path.read_bytes()
    for name in NAMES:
        changed = mine if mine.answers[name] != START.answers[name] else other.value
        assert after.value.answers[name] == changed.answers[name]


def test_values_of_two_people(folder: Path) -> None:
    """Dates and numbers, which stand without quotes, are merged like any text."""
    document = begun(folder)
    save_change(document, answered(START, q_1=Answer(values={"expires": "2027-03-31"})))

    after = save_change(document, answered(START, q_2=Answer(values={"amount": "10000000"})))

    assert "      expires: 2027-03-31\n" in after.content.decode()
    assert "      amount: 10000000\n" in after.content.decode()


def test_same_answer_twice(folder: Path) -> None:
    """The same question answered differently by two people is named; neither answer is dropped."""
    document = begun(folder)
    save_change(document, answered(START, q_1=PARTLY))
    before = document.path.read_bytes()

    with pytest.raises(Refused, match=r"changed by someone else, in the same place: q-1\.") as told:
        save_change(document, answered(START, q_1=MET, q_2=MET))
    assert "Nothing was written." in told.value.hint
    assert document.path.read_bytes() == before


def test_same_answer_by_both(folder: Path) -> None:
    """The same answer given twice is one answer, and writes nothing new."""
    document = begun(folder)
    first = save_change(document, answered(START, q_1=MET))

    assert save_change(document, answered(START, q_1=MET)).content == first.content


SIGNATURE = {"accepted": Signature(name="A. Head", role="Headteacher", date=TODAY, digest=DIGEST)}


@pytest.mark.parametrize(
    "signed",
    [
        replace(START, decision=Decision(state="signed", outcome="Use")),
        replace(START, signatures=SIGNATURE),
    ],
    ids=["decision", "signature"],
)
def test_signed_meanwhile(folder: Path, signed: Audit) -> None:
    """What was signed while someone answered is not changed by the answer, nor the other way."""
    document = begun(folder)
    save_change(document, signed)
    with pytest.raises(Refused, match="changed by someone else, in the same place"):
        save_change(document, answered(START, q_1=MET))

    document = begun(folder)
    save_change(document, answered(START, q_1=MET))
    with pytest.raises(Refused, match="changed by someone else, in the same place"):
        save_change(document, signed)


def test_other_fields_by_two_people(tmp_path: Path) -> None:
    """A provider's contacts merge one by one, like answers; a name changed twice does not."""
    path = tmp_path / "provider.yaml"
    start = Provider(
        format="ap-audit/provider@1", name="Acme", contacts={"a": Contact(role="Head")}
    )
    path.write_text(emit(data_of(start)), encoding="utf-8")
    document = read_document(path, Provider)
    save_change(document, replace(start, contacts={**start.contacts, "b": Contact(role="DSL")}))

    after = save_change(document, replace(start, contacts={"a": Contact(role="Manager")}))

    assert {name: contact.role for name, contact in after.value.contacts.items()} == {
        "a": "Manager",
        "b": "DSL",
    }
    with pytest.raises(Refused, match="in the same place: name"):
        save_change(replace_name(document, "One"), replace(start, name="Two"))


def replace_name(document: Document[Provider], name: str) -> Document[Provider]:
    """The document as read before somebody gave the provider another name."""
    save_change(read_document(document.path, Provider), replace(document.value, name=name))
    return document


def test_file_broken_meanwhile(folder: Path) -> None:
    """A file that someone broke meanwhile is left as it is, and its first problem is said."""
    document = begun(folder)
    document.path.write_bytes(document.content + b"colour: red\n")

    with pytest.raises(Refused, match="now has a problem in it") as told:
        save_change(document, answered(START, q_1=MET))
    assert "'colour' is not known here" in told.value.message
    assert document.path.read_bytes() == document.content + b"colour: red\n"


def test_file_gone_meanwhile(folder: Path) -> None:
    """A file that was moved away is not written anew in its old place."""
    document = begun(folder)
    document.path.unlink()

    with pytest.raises(Refused, match="was moved or removed while it was open here"):
        save_change(document, answered(START, q_1=MET))
    assert not document.path.exists()


def test_folder_gone_meanwhile(tmp_path: Path) -> None:
    """The same where the whole folder was moved."""
    (tmp_path / "a").mkdir()
    document = begun(tmp_path / "a")
    (tmp_path / "a").rename(tmp_path / "b")

    with pytest.raises(Refused, match="was moved or removed while it was open here"):
        save_change(document, answered(START, q_1=MET))


def test_nothing_changed(folder: Path) -> None:
    """A save that changes nothing writes nothing: the file is the very same one."""
    document = begun(folder)
    inode = document.path.stat().st_ino

    assert save_change(document, START) is document
    assert document.path.stat().st_ino == inode


def test_two_programs_answer_at_once(folder: Path) -> None:
    """Two programs that save in one audit as fast as they can lose no answer."""
    names = [f"q-{number}" for number in range(40)]
    whole = audit(dict.fromkeys(names, Rating.NOT_CHECKED))
    document = begun(folder, emit(data_of(whole)).encode())

    def answer(own: list[str]) -> str:
        step = document
        for name in own:
            given = Answer(rating=Rating.MET, note=name)
            step = save_change(step, step.value.with_answer(name, given))  # type: ignore[arg-type]  # an id
        return "done"

    def both() -> str:
        child = os.fork()
        answer(names[::2] if child else names[1::2])
        if not child:
            os._exit(0)
        return str(os.waitpid(child, 0)[1])

    assert in_a_copy(both) == ("0", 0)
    after = read_document(document.path, Audit).value
    assert [answer.note for answer in after.answers.values()] == names


def test_every_problem_at_once() -> None:
    """Problems of form, of shape and of value are listed together, in the order of the lines."""
    text = (
        "format: ap-audit/provider@1\nname: &a Acme\ncolour: red\nurn: 12345\nsites:\n"
        "  main:\n    address:\n  main:\n    address: x\n"
    )

    assert [problem.partition(" (")[0] for problem in problems_of(text, Provider)] == [
        "2:7 '&a' is a YAML anchor, and these are not used",
        "3:1 'colour' is not known here",
        "4:6 '12345' does not fit here",
        "7:13 nothing is written here",
        "8:3 'main' stands here a second time; it is on line 6",
    ]


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("format: ap-audit/provider@2", "this file needs a newer ap-audit"),
        ("format: ap-audit/provider@x", "write ap-audit/provider@1"),
        ("format: ap-audit/audit@1", "a file of format ap-audit/provider@1 is expected here"),
    ],
    ids=["newer", "no-number", "another-kind"],
)
def test_format_line(line: str, hint: str) -> None:
    """A file of another kind, or of a newer program, is said to be that and nothing else."""
    found = line.removeprefix("format: ")

    assert problems_of(f"{line}\nname: Acme\ncolour: red\n", Provider) == [
        f"1:9 '{found}' is not the format expected here ({hint})"
    ]


def test_too_large(tmp_path: Path) -> None:
    """A file that is too large is not read to its end."""
    path = tmp_path / "x.yaml"
    with path.open("wb") as file:
        file.truncate(LARGEST * 1000)

    assert refusal(path) == "0:0 is larger than 2 MB (a file this size is not one of ours)"


def refusal(path: Path) -> str:
    """The one problem with a file."""
    with pytest.raises(InvalidFile) as told:
        read_document(path, Provider)
    (problem,) = told.value.problems
    return said(problem)


def test_what_is_no_file(tmp_path: Path) -> None:
    """A folder, a pipe, a device, nothing, a link to itself: each is said, none waited for."""
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")

    assert refusal(tmp_path) == "0:0 is a folder, not a file"
    assert refusal(tmp_path / "pipe") == "0:0 is not a plain file"
    assert refusal(Path("/dev/zero")) == "0:0 is not a plain file"
    assert refusal(tmp_path / "none.yaml") == "0:0 there is no such file"
    assert refusal(tmp_path / "loop").startswith("0:0 cannot be read: too many levels")
    assert refusal(tmp_path / ("x" * 300)) == "0:0 cannot be read: file name too long"


def test_flaws_have_places(folder: Path) -> None:
    """A flaw known by its keys is shown at the person's own line, at the key or at its value."""
    document = begun(folder)
    flaws = (
        Flaw(path=("answers", "q-1", "rating"), what="late"),
        Flaw(path=("answers", "q-1"), what="wrong", at_key=True),
        Flaw(path=("answers", "q-1", "note"), what="missing"),
        Flaw(path=("answers", 3), what="odd", warning=True),
    )

    found = document.problems(flaws)

    assert [said(problem) for problem in found] == [
        "10:3 odd",
        "12:3 wrong",
        "13:5 missing",
        "13:13 late",
    ]
    assert found[1].place.excerpt == "  q-1:"


def test_warnings(tmp_path: Path) -> None:
    """What ` #` took away is a warning of a file that can be read."""
    path = tmp_path / "provider.yaml"
    path.write_text("format: ap-audit/provider@1\nname: Unit 4 #2\n", encoding="utf-8")

    (warning,) = read_document(path, Provider).warnings()

    assert warning.warning
    assert said(warning).startswith("2:7 everything from the # on is left out: '#2'")
