"""What in a text looks like data about a pupil. It finds patterns: no pattern is no proof of none.

Nothing is decided here: `guard` says which texts of a file are looked at, and what may stay.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache

from ap_audit.model.base import Value
from ap_audit.rules.privacy_words import ALSO_NAMES, NEVER_NAMES, NEVER_PERSONS


class Kind(StrEnum):
    """What it looks like; the key under which a reason to keep it stands."""

    UPN = "upn"
    NHS_NUMBER = "nhs-number"
    NI_NUMBER = "ni-number"
    ULN = "uln"
    BIRTH = "date-of-birth"
    EMAIL = "e-mail"
    PHONE = "phone"
    NAME = "name"

    @property
    def title(self) -> str:  # type: ignore[override]  # str.title is of no use on these
        """The words a person reads."""
        return _TITLES[self]


_TITLES = {
    Kind.UPN: "a unique pupil number",
    Kind.NHS_NUMBER: "an NHS number",
    Kind.NI_NUMBER: "a National Insurance number",
    Kind.ULN: "a unique learner number",
    Kind.BIRTH: "a date of birth",
    Kind.EMAIL: "a person's e-mail address",
    Kind.PHONE: "a telephone number",
    Kind.NAME: "a pupil's name",
}
_WHY = {
    Kind.UPN: "its form fits, and so does its check letter",
    Kind.NHS_NUMBER: "ten digits, and the last one fits as their check",
    Kind.NI_NUMBER: "its form fits",
    Kind.ULN: "it is called one, and its check digit fits",
    Kind.BIRTH: "a date after a word such as born",
    Kind.EMAIL: "its first part is no office's",
    Kind.PHONE: "its form fits",
    Kind.NAME: "after a word such as pupil, or before a year group or a relation",
}


class Suspect(Value, frozen=True, kw_only=True):
    """A part of a text that looks like data about a pupil."""

    kind: Kind
    text: str
    start: int
    end: int
    sure: bool = True
    """False where its form fits and its check letter does not."""

    @property
    def said(self) -> str:
        """What it looks like and why, without the words themselves."""
        why = _WHY[self.kind] if self.sure else "its form fits; its check does not"
        return f"this looks like {self.kind.title}: {why}"


# Patterns stand as text, since to compile them all takes as long as four bare interpreters start:
# `re` compiles and keeps those that are asked for, and few of them are asked of most texts.
_LONG, _NI_DIGITS = 10, 6
"""Digits in the shortest of the long numbers, and in a National Insurance number."""
_UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
_UPN = r"(?ai)(?<![\w-])[a-z](?:[ -]?\d){11}[ -]?[\da-z](?![\w-])"
_TEN = r"\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d)"
_NHS_NAMED = rf"(?ai)\bNHS\b[^\d\n]{{0,20}}(?P<this>{_TEN})"
_NHS_FORM = r"(?a)(?<![\d-])\d{3}([ -])\d{3}\1\d{4}(?![\d-])"
_ULN = rf"(?ai)\b(?:ULN|learner number)\b[^\d\n]{{0,12}}(?P<this>{_TEN})"
_NI = (
    r"(?ai)(?<!\w)(?!bg|gb|kn|nk|nt|tn|zz)[abceghj-prstw-z][abceghj-nprstw-z] ?\d{2} ?\d{2} ?\d{2}"
    r" ?[a-d](?!\w)"
)
_MONTHS = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_YEAR = r"(?:\d{4}|\d{2})"
_DATE = (
    rf"(?:\d{{1,2}}\s?[/. -]\s?\d{{1,2}}\s?[/. -]\s?{_YEAR}|\d{{4}}-\d{{1,2}}-\d{{1,2}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?[\s-](?:of\s)?{_MONTHS}\.?,?[\s-]{_YEAR}"
    rf"|{_MONTHS}\.?\s(?:\d{{1,2}}(?:st|nd|rd|th)?,?\s)?\d{{4}}|\d{{6}}|\d{{8}})"
)
_A_BIRTH = r"(?ai)birth|born|d\.?o\.?b"
_BIRTH = (
    r"(?ai)\b(?:d\.?o\.?b\.?|dates? of birth|birth ?date|born|birthday)(?![a-z])"
    rf"[^\d\n]{{0,12}}(?P<this>{_DATE})(?!\d)"
)
_EMAIL = r"(?ai)(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,3}\.(?!yaml)[a-z]{2,24}"
_PHONE = (
    r"(?a)(?<![\w£./-])(?!\d\d[ -]\d\d[ -]\d{4}\b)"  # a date, and a time after it
    r"(?:(?:\+|00)44[ -]?(?:\(0\))?|\(?0)(?:\)?[ -]?\d){9,10}(?![\w-])"
)

_ROLE = (
    r"(?:pupil|student|child|learner|young person|YP|boy|girl|lad|son|daughter|sibling"
    r"|brother|sister|\d{1,2}[ -]years?[ -]old)"
)
# Looked for first in the text in small letters: most texts name none.
_A_ROLE = rf"\b{_ROLE}".casefold()
_CALLED = (
    r"(?:,? (?:(?:is|was|are) )?(?:called|named|known as)"
    r"|(?:['\u2019]s|s['\u2019])? names?(?: is)?)"
)
# A letter past \u00ff may be either. No set has more than two spans: where one has more, and such
# letters, `re` takes a fifteenth of a bare start to compile it, and here are dozens of them.
_CAPITAL, _SMALL = r"(?![×ß-ÿ])[A-ZÀ-\u017f]", r"(?!÷)[a-zß-\u017f]"
_PART = rf"(?:Ma?c|{_CAPITAL}['\u2019])?{_CAPITAL}(?:['\u2019]*{_SMALL})+"
_WORD = rf"{_PART}(?:-{_PART}){{0,3}}"
_FULL = rf"{_WORD}(?: {_WORD})?"
_ONE_OF_FAMILY = r"(?:mum|dad|mother|father|nan|gran|grandmother|grandfather|step-?mum|step-?dad)"
_RELATION = rf"(?:{_ONE_OF_FAMILY}|parents?|carers?)"
_A_RELATION = rf"\b(?:{_RELATION}|foster|social worker|ehc|key ?worker)"
_AFTER_ROLE = (
    rf"\b(?i:{_ROLE}{_CALLED}?):? [\"'\u2018\u201c]?"
    rf"(?P<this>{_FULL}|[A-ZÀ-Þ]{{3,}}(?: [A-ZÀ-Þ]{{3,}})?|[A-Z]\. ?[A-Z]\.?)(?![\w@])"
)
_SEVERAL = rf"\b(?i:{_ROLE})s:? (?P<this>{_FULL})(?=(?: and|,) {_CAPITAL})"
_ASIDE = rf"\b(?i:{_ROLE})(?:, (?P<this>{_FULL})(?=,)| \((?P<other>{_FULL})(?=\)))"
_A_YEAR = r"[ (](?:aged? |y(?:ear|r)? ?)\d"
_BEFORE_YEAR = (
    rf"(?<!\w)(?P<this>{_FULL})(?:,| is| was)? "
    r"(?:\((?:aged? \d|[Yy](?:ear|r)? ?\d)|(?:in )?(?:Y|Yr|Year) ?\d"
    r"|aged? (?:[3-9]|1\d)(?!\d| ?(?:to|and|or|-|year|month)))"
)
_FAMILY = (
    rf"(?<!\w)(?P<this>{_FULL})(?:(?:'|\u2019)s (?:{_RELATION}|foster|social worker|EHC|keyworker"
    rf"|key worker)\b| and (?:his|her|their) {_RELATION}\b)"
)
_OF_FAMILY = rf"\b(?i:{_ONE_OF_FAMILY}) of (?P<this>{_FULL})(?!\w)"


@lru_cache(maxsize=1000)
def suspects(text: str) -> tuple[Suspect, ...]:
    """Every part of a text that looks like data about a pupil, in order; none lies in another.

    Those last asked about are remembered: one role stands under hundreds of answers.
    """
    found = sorted(_all(text), key=lambda one: (one.start, -one.end))
    kept: list[Suspect] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return tuple(kept)


def _all(text: str) -> Iterator[Suspect]:
    yield from _numbers(text)
    if "@" in text:
        for found in re.finditer(_EMAIL, text):
            if found[0].partition("@")[0].casefold() not in NEVER_PERSONS:
                yield _suspect(Kind.EMAIL, found)
    yield from _names(text)


def _numbers(text: str) -> Iterator[Suspect]:
    digits = len(re.findall("[0-9]", text))
    if digits >= _LONG:
        yield from _long_numbers(text)
    if digits >= _NI_DIGITS:
        yield from (_suspect(Kind.NI_NUMBER, found) for found in re.finditer(_NI, text))
    if digits and re.search(_A_BIRTH, text):
        yield from (_suspect(Kind.BIRTH, found) for found in re.finditer(_BIRTH, text))


def _long_numbers(text: str) -> Iterator[Suspect]:
    for found in re.finditer(_UPN, text):
        yield _suspect(Kind.UPN, found, sure=_upn_fits(found[0]))
    for found in re.finditer(_NHS_NAMED, text):
        yield _suspect(Kind.NHS_NUMBER, found, sure=_eleven(found["this"], ten=False))
    for found in re.finditer(_NHS_FORM, text):
        if _eleven(found[0], ten=False):
            yield _suspect(Kind.NHS_NUMBER, found)
    for found in re.finditer(_ULN, text):
        yield _suspect(Kind.ULN, found, sure=_eleven(found["this"], ten=True))
    yield from (_suspect(Kind.PHONE, found) for found in re.finditer(_PHONE, text))


def _names(text: str) -> Iterator[Suspect]:
    small = text.casefold()
    patterns = [_BEFORE_YEAR] if re.search(_A_YEAR, small) else []
    patterns += [_AFTER_ROLE, _SEVERAL, _ASIDE] if re.search(_A_ROLE, small) else []
    patterns += [_FAMILY, _OF_FAMILY] if re.search(_A_RELATION, small) else []
    for pattern in patterns:
        for found in re.finditer(pattern, text):
            first, *rest = found[_group(found)].casefold().split()
            words = rest if rest and first in ALSO_NAMES else [first, *rest]
            if not NEVER_NAMES.intersection(words):
                yield _suspect(Kind.NAME, found)


def _suspect(kind: Kind, found: re.Match[str], *, sure: bool = True) -> Suspect:
    group = _group(found)
    return Suspect(
        kind=kind, text=found[group], start=found.start(group), end=found.end(group), sure=sure
    )


def _group(found: re.Match[str]) -> str | int:
    """The group that holds the data itself."""
    return found.lastgroup or 0


def _upn_fits(text: str) -> bool:
    """Whether the first letter is the check letter: positions 2 to 13, weighed by their place."""
    letter, *rest = list(re.sub("[ -]", "", text).upper())
    if rest[-1].isalpha() and rest[-1] not in _UPN_LETTERS:
        return False
    places = [int(c) if c.isdigit() else _UPN_LETTERS.index(c) for c in rest]
    total = sum(weight * place for weight, place in enumerate(places, 2))
    return letter == _UPN_LETTERS[total % len(_UPN_LETTERS)]


def _eleven(text: str, *, ten: bool) -> bool:
    """Whether the last of ten digits checks the others, modulo 11; *ten*: the learner's way."""
    digits = [int(c) for c in text if c.isdigit()]
    left = sum(weight * digit for weight, digit in zip(range(10, 1, -1), digits, strict=False)) % 11
    if ten:
        return left != 0 and (10 - left) == digits[-1]
    return left != 1 and (11 - left) % 11 == digits[-1]
