"""How much of what is planted the privacy guard finds, and how often it is wrong.

    python benchmarks/privacy.py [seed]

Planted: numbers, dates, addresses and names made at random from a seed, in sentences that stand
here and not in the guard. Harmless: every text of the shipped checklists and of the example
workspace, and sentences about providers with numbers, dates and offices made at random. The
figures in docs/security.md are those of seed 2; the guard was mended by those of seed 1.
"""

import random
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec import to_builtins

from ap_audit.files.builtin import checklists_folder
from ap_audit.files.document import format_of, read_document
from ap_audit.files.kinds import KINDS
from ap_audit.files.library import Library
from ap_audit.rules.guard import Written, texts
from ap_audit.rules.privacy import Kind, suspects

EACH = 2000
LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
MONTHS = "January February March April May June July August September October November December"
_FIRST = """
Aaliyah Aaron Abdul Abigail Adam Agnieszka Aisha Alfie Amara Amelia Archie Ava Ayaan Ben Blessing
Bradley Caitlin Callum Chidi Chloe Connor Daisy Daniel Dylan Ebony Eli Ella Emeka Ethan Evie
Faith Finley Freya George Grace Hamza Harvey Hassan Hope Ibrahim Imogen Isla Jack Jaden Jamie
Jayden Jordan Kacper Kai Kieran Kyra Layla Leo Lily Logan Maisie Maryam Mason Mia Mohammed Nadia
Noah Oliver Oluwaseun Poppy Preston Rajan Reece Rhys Riley Rohan Ruby Ryan Safiya Sam Scarlett
Shanice Sophie Tanisha Theo Tyler Tyrone Umar Violet Will Yusuf Zara Zoë Zuzanna Jean-Paul
"""
_LAST = """
Ahmed Ali Baker Begum Brown Clarke Davies Evans Green Hall Hughes Hussain Jackson Johnson Jones
Khan Kowalski Lewis Mensah Miah Moore Morris O'Brien O'Neill Okafor Patel Roberts Robinson Scott
Singh Smith Taylor Thomas Turner Walker Ward White Williams Wood Wright Young Smith-Jones
"""
FIRST, LAST = _FIRST.split(), _LAST.split()

Chance = random.Random
Maker = Callable[[Chance], str]


def digits(chance: Chance, number: int) -> str:
    """So many digits."""
    return "".join(chance.choices("0123456789", k=number))


def pupil_number(chance: Chance) -> str:
    """A unique pupil number whose check letter fits, sometimes a temporary one."""
    body = digits(chance, 11)
    last = chance.choice(LETTERS) if chance.randint(1, 5) == 1 else digits(chance, 1)
    places = [*map(int, body), LETTERS.index(last) if last.isalpha() else int(last)]
    total = sum(weight * place for weight, place in enumerate(places, 2))
    return f"{LETTERS[total % 23]}{body}{last}"


def ten(chance: Chance, *, learner: bool) -> str:
    """Ten digits of which the last checks the others, as an NHS or a learner number has them."""
    while True:
        body = str(chance.randint(100_000_000, 999_999_999))
        left = sum(w * int(d) for w, d in zip(range(10, 1, -1), body, strict=True)) % 11
        check = (10 - left if left else 10) if learner else (11 - left) % 11
        if len(str(check)) == 1:
            return body + str(check)


def health_number(chance: Chance) -> str:
    """As it stands on a letter."""
    number = ten(chance, learner=False)
    grouped = f"{number[:3]} {number[3:6]} {number[6:]}"
    return chance.choice([f"NHS {number}", f"NHS number: {grouped}", f"number {grouped}"])


def insurance_number(chance: Chance) -> str:
    """A National Insurance number, written close or apart."""
    first = chance.choice(["AB", "CE", "JN", "NW", "PY", "SR", "TW", "WM"])
    parts = [first, digits(chance, 2), digits(chance, 2), digits(chance, 2), chance.choice("ABCD")]
    return chance.choice(["", " "]).join(parts)


def birth(chance: Chance) -> str:
    """A day of birth in one of the ways that people write it."""
    day, month, year = chance.randint(1, 28), chance.randint(1, 12), chance.randint(2008, 2020)
    name = MONTHS.split()[month - 1]
    return chance.choice(
        [
            f"DOB {day:02}/{month:02}/{year}",
            f"dob: {day}.{month}.{year % 100:02}",
            f"d.o.b. {day} {name} {year}",
            f"date of birth {year}-{month:02}-{day:02}",
            f"was born on {day} {name} {year}",
            f"Date of Birth: {day} {name[:3]} {year}",
            f"Born {day:02}-{month:02}-{year}",
            f"birthday is {day}th {name} {year}",
        ]
    )


def address(chance: Chance) -> str:
    """An e-mail address with a person's name in it."""
    first, last = chance.choice(FIRST).lower(), chance.choice(LAST).lower().replace("'", "")
    first = first.replace("ë", "e")
    host = chance.choice(["mail.example", "school.example", "post.example.com"])
    return chance.choice([f"{first}.{last}@{host}", f"{first}{digits(chance, 2)}@{host}"])


def telephone(chance: Chance) -> str:
    """A number of the ranges that are kept for drama."""
    end = digits(chance, 3)
    return chance.choice(
        [f"07700 900{end}", f"07700900{end}", f"+44 7700 900{end}", f"01632 960{end}",
         f"(01632) 960 {end}", f"020 7946 0{end}", f"0113 496 0{end}"]
    )  # fmt: skip


def named(chance: Chance) -> str:
    """A name as notes bring it, after a word or before one."""
    first, last = chance.choice(FIRST), chance.choice(LAST)
    name = chance.choice([first, f"{first} {last}"])
    year = chance.randint(7, 11)
    return chance.choice(
        [
            f"pupil {name}", f"the student {name}", f"a child called {name}",
            f"young person {name}", f"learner: {name}", f"a boy named {name}",
            f"girl {name}", f"her sister {name}", f"YP {first[0]}.{last[0]}.",
            f"{name} (Y{year})", f"{name}, Year {year},", f"{name} in Yr {year}",
            f"{name}'s mum", f"{name}'s social worker", f"pupil {name.upper()}",
        ]
    )  # fmt: skip


def bare_name(chance: Chance) -> str:
    """A name with nothing around it that says whose it is. The guard does not look for these."""
    return f"{chance.choice(FIRST)} {chance.choice(['', chance.choice(LAST)])}".strip()


def small_name(chance: Chance) -> str:
    """A name in small letters. The guard does not look for these."""
    return f"pupil {chance.choice(FIRST).lower()}"


PLANTED: dict[str, tuple[Kind, Maker]] = {
    "unique pupil number": (Kind.UPN, pupil_number),
    "NHS number": (Kind.NHS_NUMBER, health_number),
    "National Insurance number": (Kind.NI_NUMBER, insurance_number),
    "unique learner number": (Kind.ULN, lambda chance: f"ULN {ten(chance, learner=True)}"),
    "date of birth": (Kind.BIRTH, birth),
    "person's e-mail address": (Kind.EMAIL, address),
    "telephone number": (Kind.PHONE, telephone),
    "name after or before such a word": (Kind.NAME, named),
    "name alone (not looked for)": (Kind.NAME, bare_name),
    "name in small letters (not looked for)": (Kind.NAME, small_name),
}
AROUND = (
    "{}",
    "Spoke to the manager about {} today.",
    "The register for Tuesday shows {} as absent.",
    "Two tutors are missing from the letter; {} is on the second page.",
    "Seen on the visit: {}, and the risk assessment that goes with it",
    "To do: ask whether {} is covered. Then file it.",
)
HARMLESS: tuple[Maker, ...] = (
    lambda c: f"URN {c.randint(100000, 149999)}, UKPRN {c.randint(10000000, 10099999)}.",
    lambda c: f"Company number {digits(c, 8)}, charity {c.randint(1000000, 1199999)}.",
    lambda c: f"Policy EL/{digits(c, 10)} runs to {c.randint(1, 28)} March 2027.",
    lambda c: f"Certificate {digits(c, 12)} for £{c.randint(2, 10)},000,000, seen on the visit.",
    lambda c: f"Letter dated {c.randint(1, 28)}/{c.randint(1, 12)}/2026 names {c.randint(2, 40)}.",
    lambda c: f"{c.choice(FIRST)} {c.choice(LAST)}, designated safeguarding lead, level 3.",
    lambda c: f"{c.choice(FIRST)} {c.choice(LAST)} is the centre manager since 2019.",
    lambda c: f"P{c.randint(1, 99):02} and P{c.randint(1, 99):02} attend on Tuesdays.",
    lambda c: f"Year {c.randint(7, 11)} and Year {c.randint(7, 11)} share the workshop.",
    lambda c: f"{c.choice(['office', 'admin', 'safeguarding', 'dsl'])}@hillside.example answers.",
    lambda c: f"{c.randint(4, 30)} pupils on roll, {c.randint(1, 4)} of ours; 1:{c.randint(2, 8)}.",
    lambda c: f"DBS certificate 00{digits(c, 10)} is on the update service.",
    lambda c: f"Open {c.randint(8, 9)}.30 to {c.randint(2, 3)}.15, {c.randint(5, 25)} hours.",
    lambda c: f"Hygiene rating {c.randint(3, 5)}, visited on 2026-{c.randint(1, 12):02}-11.",
    lambda c: f"Unit {c.randint(1, 40)}, {c.choice(LAST)} Road, ZZ{c.randint(1, 9)} 4AA.",
    lambda c: f"Pupil {c.choice(['Premium', 'Voice', 'Passport', 'Support'])} plan reviewed.",
    lambda c: f"Student {c.choice(['Council', 'Services', 'Records', 'Handbook'])} looked at.",
    lambda c: f"School born of the youth club of {c.randint(1980, 2015)}.",
    lambda c: f"Road test of the minibus AB{digits(c, 2)} CDE until {c.randint(1, 28)} June 2027.",
    lambda c: f"Invoice {digits(c, 6)}-{digits(c, 4)} paid; VAT {digits(c, 9)}.",
)  # fmt: skip


def main() -> None:
    """Measure and print both tables."""
    seed = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    chance = random.Random(seed)  # noqa: S311 -- a sample, not a secret
    print(f"{'planted':42} {'found':>6} {'of':>6} {'share':>7}")
    for title, (kind, make) in PLANTED.items():
        notes = [chance.choice(AROUND).format(make(chance)) for _ in range(EACH)]
        found = sum(any(one.kind is kind for one in suspects(note)) for note in notes)
        print(f"{title:42} {found:6} {EACH:6} {found / EACH:7.1%}")
    print(f"\n{'harmless':42} {'alarms':>6} {'of':>6} {'share':>7}")
    made = [make(chance) for make in HARMLESS for _ in range(EACH // len(HARMLESS))]
    harmless: tuple[tuple[str, list[Written]], ...] = (
        ("the example workspace", list(example())),
        ("the shipped checklists", [Written(path=(), text=text) for text in shipped()]),
        ("sentences about providers", [Written(path=(), text=text) for text in made]),
    )
    for title, written in harmless:
        alarms = [(one.text, found) for one in written for found in one.unkept()]
        wrong = len({text for text, _ in alarms})
        print(f"{title:42} {wrong:6} {len(written):6} {wrong / len(written):7.2%}")
        for text, one in alarms[:8]:
            print(f"    {one.kind}: {one.text!r} in {text[:90]!r}")


def example() -> Iterator[Written]:
    """Every text that people wrote in the example workspace."""
    with tempfile.TemporaryDirectory() as folder:
        program = (sys.executable, "-m", "ap_audit", "init", folder, "--example", "--no-input")
        subprocess.run(program, check=True, capture_output=True)
        for path in sorted(Path(folder).rglob("*.yaml")):
            kind = KINDS.get(format_of(path.read_bytes()))
            if kind is not None:
                yield from texts(read_document(path, kind).value)


def shipped() -> Iterator[str]:
    """Every text of the shipped checklists: the plainest English about pupils that there is."""
    library = Library(shipped=checklists_folder())
    for reference in library.references():
        yield from _strings(to_builtins(library.edition(reference).checklist))


def _strings(data: object) -> Iterator[str]:
    match data:
        case str():
            if " " in data:
                yield data
        case dict():
            for child in data.values():
                yield from _strings(child)
        case list() | tuple():
            for child in data:
                yield from _strings(child)
        case _:
            return


if __name__ == "__main__":
    main()
