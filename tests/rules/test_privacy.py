import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ap_audit.rules.privacy import Kind, Suspect, suspects
from tests.characters import ANY_CHARACTER

LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"

HARMLESS = """
Letter dated 3 November names every kind of check.
Visit on 12 June 2026; six pupils on roll, four of them ours.
Each pupil has a key worker. The Pupil Referral Unit next door shares the yard.
Pupil Premium is spent on transport. Child Protection Policy reviewed in March.
Student Support meets on Fridays. Child Sexual Exploitation is covered in the training.
Every pupil Has a bag check on arrival.
The employer's liability certificate runs to 31/03/2027 for £10,000,000.
URN 123456, UKPRN 10001234, company number 07654321.
Rang office@hillside.example and spoke to the head of centre.
P07 and P11 attend on Tuesdays. Child A and Child B were moved.
Year 10 and Year 11 share one room. Spring term, Year 9 only.
The school born out of the old youth club opened in 2010.
Two sessional tutors are missing; DBS update service checked.
18 hours a week, 38 weeks a year, 1:4 ratio.
The certificate's number is EL 2026/000417-22.
Lead's training: Level 3, renewed 2026-04-18.
Young People First Ltd trades as Hillside Skills.
Learner Voice survey seen; Student Council minutes seen.
No child is ever locked in. A boy may be walked to the gate.
Policy names Keeping Children Safe in Education 2025.
Visited 01-02-2026 10:30 and 02 03 2026 11:15, unannounced both times.
Pupils: all three. For each pupil, one form (signed). Boys and girls share a room.
Every pupil's name is on the register. Parents of Year 9 pupils were told.
The pupil, when asked, knew. One pupil (Year 9) was out. Two staff and their manager came.
Pupils Missing Education is the council's team. Girls Football is on Fridays.
A 14-year-old told us. Those aged 14 to 16 attend. Pupils aged 14, and Students in Year 9.
Parents of pupils there are rung.
Parents of Polish pupils get letters in Polish; carers of Hillside pupils were surveyed.
Manager and her mother own it. A student (Functional Skills) passed. Pupil: Adult ratio 4:1.
Wiring aged 12 years was renewed. Boy Scouts and Girl Guides meet next door.
""".strip().split("\n")

IDENTIFIERS = [
    (Kind.UPN, "her UPN is {}", "A823432116001"),
    (Kind.NHS_NUMBER, "number {} on the form", "943 476 5919"),
    (Kind.NHS_NUMBER, "NHS no. {}", "9434765919"),
    (Kind.NI_NUMBER, "NI {} on the payslip", "AB 12 34 56 C"),
    (Kind.NI_NUMBER, "{}", "ab123456c"),
    (Kind.ULN, "ULN {}", "1234567890"),
    (Kind.BIRTH, "DOB {}", "04/05/2011"),
    (Kind.BIRTH, "d.o.b.: {}", "4.5.11"),
    (Kind.BIRTH, "Date of birth: {}", "4 May 2011"),
    (Kind.BIRTH, "born on {}", "4th of May 2011"),
    (Kind.BIRTH, "date of birth {}", "2011-05-04"),
    (Kind.BIRTH, "dob {}", "040511"),
    (Kind.BIRTH, "born {}", "April 3, 2012"),
    (Kind.BIRTH, "born in {}", "April 2012"),
    (Kind.BIRTH, "DoB {}", "3-Apr-12"),
    (Kind.EMAIL, "wrote to {}.", "j.smith@hillside.example"),
    (Kind.PHONE, "mum is on {}", "07700 900123"),
    (Kind.PHONE, "rang {} twice", "+44 7700 900 123"),
    (Kind.PHONE, "rang {} twice", "(01632) 960 123"),
    (Kind.PHONE, "rang {} twice", "0044 7700 900123"),
    (Kind.PHONE, "rang {} twice", "+44 (0)7700 900123"),
]
NAMES = [
    ("pupil {} left early", "Jordan"),
    ("The student {} was alone", "Aisha Khan"),
    ("a child called {} told us", "Sam"),
    ("young person {} says", "Zoë"),
    ("YP {} attends on Fridays", "Tyrone"),
    ("Pupil: {}", "O'Neill"),
    ("a boy named {} was hurt", "Kai"),
    ("her brother {} goes too", "Leo"),
    ("pupil {} moved", "JORDAN SMITH"),
    ("pupil {} moved", "J.S."),
    ("pupil {} moved", "ZOË KHAN"),
    ("pupil {} moved", "Will Jones"),
    ("{} (Y9) was there", "Jordan"),
    ("{} (Year 10) and", "Mia Jones"),
    ("{} in Year 9 attends", "Callum"),
    ("{}'s mum rang", "Ellie"),
    ("the pupil is called {}", "Ellie"),
    ("the pupil, {}, was upset", "Ellie Mae"),
    ("the pupil ({}) left", "Ellie"),
    ("the pupil's name is {}", "Ellie"),
    ("Student's name: {}", "Ellie Jones"),
    ("a Year 9 boy, {}, left", "Kai"),
    ("a boy named '{}'", "Kai"),
    ("pupil {} hit out", "McDonald"),
    ("pupil {} said", "\u0141ukasz"),
    ("a child {} said", "Mary-Jane"),
    ("pupils {} and Mia left", "Kai"),
    ("the boys: {}, Leo", "Kai Jones"),
    ("the mother of {} rang", "Ellie Jones"),
    ("met {} and his mum", "Kai"),
    ("a 14-year-old, 15 year old {}", "Ellie"),
    ("{}, aged 15,", "Ellie"),
    ("{}\u2019s social worker", "Ellie Mae"),
]


@pytest.mark.parametrize(("kind", "sentence", "data"), IDENTIFIERS)
def test_identifiers(kind: Kind, sentence: str, data: str) -> None:
    """Each kind of number, date and address is found, and just where it stands."""
    text = sentence.format(data)

    (found,) = suspects(text)

    assert (found.kind, found.text) == (kind, data)
    assert text[found.start : found.end] in (data, f"{sentence.partition('{}')[0]}{data}")


@pytest.mark.parametrize(("sentence", "name"), NAMES)
def test_names(sentence: str, name: str) -> None:
    """A name after a role, before a year group or before a relation is found."""
    found = suspects(sentence.format(name))

    assert [(one.kind, one.text) for one in found] == [(Kind.NAME, name)]


@pytest.mark.parametrize("note", HARMLESS)
def test_no_false_alarm(note: str) -> None:
    """What auditors write of providers raises no alarm."""
    assert suspects(note) == ()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("943 476 5918 of the form", "its check digit is wrong"),
        ("100 000 0010 of the form", "no number ends so"),
        ("BG123456C", "such numbers are not given out"),
        ("AB123456E", "its last letter is none"),
        ("EL/0162756953", "it goes on a policy"),
        ("born here; opened 4 May 2011 as a youth club", "the date is too far off"),
        ("ap-provider@2026.1 and notes@1.yaml", "editions and files are no addresses"),
        ("Office@hillside.example", "the address is an office's"),
    ],
)
def test_near_misses(text: str, why: str) -> None:
    """What only resembles data is left alone."""
    assert suspects(text) == (), why


@pytest.mark.parametrize(
    "number", ["B823432116001", "A82343211600S", "NHS 943 476 5918", "ULN 1234567891"]
)
def test_numbers_that_do_not_check(number: str) -> None:
    """A number of the right form with a wrong check is still shown, as not a valid one."""
    (found,) = suspects(number)

    assert not found.sure


@given(st.text("0123456789", min_size=11, max_size=11), st.sampled_from("0123456789" + LETTERS))
def test_every_pupil_number(digits: str, last: str) -> None:
    """Every number whose check letter fits is found and valid, temporary ones too."""
    places = [*map(int, digits), int(last) if last.isdigit() else LETTERS.index(last)]
    total = sum(weight * place for weight, place in zip(range(2, 14), places, strict=True))
    number = f"{LETTERS[total % 23]}{digits}{last}"

    (found,) = suspects(f"see {number}, please")

    assert (found.kind, found.text, found.sure) == (Kind.UPN, number, True)


def test_numbers_by_chance() -> None:
    """About one in twenty-three random letters fits as a check letter: 4.4 %."""
    chance = random.Random(1)  # noqa: S311 -- numbers, not secrets
    made = [
        chance.choice(LETTERS) + "".join(chance.choices("0123456789", k=12)) for _ in range(2000)
    ]

    fitting = sum(suspects(number)[0].sure for number in made)

    assert 0.03 < fitting / 2000 < 0.06


@given(st.text(ANY_CHARACTER, max_size=200))
def test_any_text(text: str) -> None:
    """Whatever the text, what is found lies in it, in order, one after the other."""
    end = 0
    for found in suspects(text):
        assert end <= found.start < found.end
        assert found.text in text[found.start : found.end]
        end = found.end


def test_one_within_another() -> None:
    """A number inside a longer find is told once."""
    found = suspects("NHS number 943 476 5919")

    assert [one.kind for one in found] == [Kind.NHS_NUMBER]


def test_why() -> None:
    """What is said gives the reason and never repeats the words."""
    (birth,) = suspects("DOB 4/5/2011")
    (wrong,) = suspects("B823432116001")

    assert birth.said == "this looks like a date of birth: a date after a word such as born"
    assert wrong.said == (
        "this looks like a unique pupil number: its form fits; its check does not"
    )


def test_titles() -> None:
    """Each kind has words of its own."""
    assert len({kind.title for kind in Kind}) == len(Kind)
    assert isinstance(suspects("DOB 4/5/2011")[0], Suspect)
