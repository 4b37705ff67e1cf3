"""The closed lists of words, the same in files, on screen and in reports."""

from enum import StrEnum

# What judging asks of a word again and again is told once, as the word is made: looking a member up
# in its class is slow until Python 3.12.


class Rating(StrEnum):
    """What was found for one criterion."""

    MET = "met"
    PARTLY = "partly"
    NOT_MET = "not-met"
    CANNOT_TELL = "cannot-tell"
    """Looked, and it could not be established."""
    NOT_APPLICABLE = "not-applicable"
    """Does not apply here, with a reason."""
    NOT_CHECKED = "not-checked"
    """Nobody has looked yet."""

    def __init__(self, word: str) -> None:
        self.rated = word in ("met", "partly", "not-met")
        """Whether it says how far the criterion is met."""
        self.unknown = word in ("cannot-tell", "not-checked")
        """Whether it leaves open how far the criterion is met."""
        self.excused = word == "not-applicable"
        """Whether it says that the criterion does not apply."""

    @property
    def title(self) -> str:  # type: ignore[override]  # str.title is of no use on these
        """The word a person reads."""
        return _RATING_TITLES[self]


_RATING_TITLES = {
    Rating.MET: "met",
    Rating.PARTLY: "partly met",
    Rating.NOT_MET: "not met",
    Rating.CANNOT_TELL: "could not tell",
    Rating.NOT_APPLICABLE: "does not apply",
    Rating.NOT_CHECKED: "not yet checked",
}

RECORDED = "recorded"
"""Stands in a rating's place where a criterion asks for facts alone."""


class Backing(StrEnum):
    """What an answer may have to carry beside its rating."""

    NOTE = "note"
    EVIDENCE = "evidence"
    """As the criterion asks for it: seen, not only told, and in date."""
    ACTION = "action"

    @property
    def title(self) -> str:  # type: ignore[override]  # str.title is of no use on these
        """The words a person reads."""
        return {"note": "a note", "evidence": "evidence in date", "action": "an action"}[self.value]


class CriterionClass(StrEnum):
    """What a criterion does to the verdict."""

    GATEWAY = "gateway"
    """Decides."""
    KEY = "key"
    """Weighs more, and is a condition while it is not established."""
    STANDARD = "standard"
    RECORD = "record"
    """A fact: a value is recorded, nothing is rated."""

    def __init__(self, word: str) -> None:
        self.weight = {"gateway": 3, "key": 2, "standard": 1, "record": 0}[word]
        """The weight where the checklist states none."""
        self.decides = word == "gateway"
        """Whether it opens or shuts the way by itself."""
        self.rated = word != "record"
        """Whether it is rated at all."""


class Seen(StrEnum):
    """How a piece of evidence was seen."""

    TOLD = "told"
    SECOND_HAND = "second-hand"
    COPY = "copy"
    ORIGINAL = "original"
    ON_SITE = "on-site"

    def __init__(self, word: str) -> None:
        self.first_hand = word in ("copy", "original", "on-site")
        """Whether the school saw it, and was not only told. Told is not seen."""

    @property
    def title(self) -> str:  # type: ignore[override]  # str.title is of no use on these
        """The words a person reads."""
        return _SEEN_TITLES[self]

    def satisfies(self, need: "Seen") -> bool:
        """Whether a piece seen this way meets a need: an original serves where a copy would.

        What was seen on site is no document. One that was read there was seen in the original.
        """
        return self is need or _SERVES_AS.get(self) is need


_SERVES_AS = {Seen.ORIGINAL: Seen.COPY}
_SEEN_TITLES = {
    Seen.TOLD: "told by the provider",
    Seen.SECOND_HAND: "seen by another commissioner",
    Seen.COPY: "copy seen",
    Seen.ORIGINAL: "original seen",
    Seen.ON_SITE: "seen on site",
}


class ContactKind(StrEnum):
    """How the school was in touch."""

    VISIT = "visit"
    """Somebody from the school was there."""
    CALL = "call"
    EMAIL = "email"
    MEETING = "meeting"
    """Elsewhere than at the provider's, or by video."""
    REPORT = "report"
    """The provider's own report of attendance or progress came in."""


class Severity(StrEnum):
    """How much a finding matters, most first."""

    STOP = "stop"
    URGENT = "urgent"
    WARN = "warn"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for the most serious."""
        return list(Severity).index(self)


class Stage(StrEnum):
    """When a criterion is asked. It never changes what is judged."""

    DESK = "desk"
    VISIT = "visit"
    REVIEW = "review"
    YEARLY = "yearly"
    CHANGE = "change"
    END = "end"

    @property
    def title(self) -> str:  # type: ignore[override]  # str.title is of no use on these
        """When that is, in words: "on a visit"."""
        return _STAGE_TITLES[self]


_STAGE_TITLES = {
    Stage.DESK: "at the desk",
    Stage.VISIT: "on a visit",
    Stage.REVIEW: "at a review",
    Stage.YEARLY: "once a year",
    Stage.CHANGE: "when something changes",
    Stage.END: "at the end",
}


class Only(StrEnum):
    """A part of the questions, to be asked again or at last."""

    GATEWAYS = "gateways"
    """Gateways that are not open."""
    NOT_MET = "not-met"
    """What counts as not met, or only partly."""
    NOT_CHECKED = "not-checked"
    """What nobody has looked at in this audit."""
    DIFFERING = "differing"
    """Where two auditors differ, and nobody has settled it."""


class Part(StrEnum):
    """What somebody signs an audit for, in the order of signing."""

    PREPARED = "prepared"
    """The answers are as they were found."""
    CHECKED = "checked"
    """Somebody else has looked at them."""
    ACCEPTED = "accepted"
    """The school has decided on them. Nothing is signed after this."""


class Depth(StrEnum):
    """How far an audit goes."""

    CORE = "core"
    FULL = "full"


class Subject(StrEnum):
    """What a checklist is about."""

    PROVIDER = "provider"
    PLACEMENT = "placement"
    SCHOOL = "school"


class LegalWeight(StrEnum):
    """What a source binds."""

    LAW = "law"
    STATUTORY_GUIDANCE = "statutory-guidance"
    NATIONAL_GUIDANCE = "national-guidance"
    INSPECTION = "inspection"
    GOOD_PRACTICE = "good-practice"

    @property
    def title(self) -> str:  # type: ignore[override]  # str.title is of no use on these
        """The words a person reads."""
        return _LEGAL_WEIGHT_TITLES[self]


_LEGAL_WEIGHT_TITLES = {
    LegalWeight.LAW: "law",
    LegalWeight.STATUTORY_GUIDANCE: "statutory guidance",
    LegalWeight.NATIONAL_GUIDANCE: "national guidance, not statutory",
    LegalWeight.INSPECTION: "inspection",
    LegalWeight.GOOD_PRACTICE: "good practice",
}


class Verification(StrEnum):
    """How well the text of a source has been checked by the makers of the checklist."""

    READ_IN_PART = "read-in-part"
    SECONDARY = "secondary"
    UNVERIFIED = "unverified"

    @property
    def title(self) -> str:  # type: ignore[override]  # str.title is of no use on these
        """The words a person reads."""
        return _VERIFICATION_TITLES[self]


_VERIFICATION_TITLES = {
    Verification.READ_IN_PART: "read in part",
    Verification.SECONDARY: "known from published accounts, not read",
    Verification.UNVERIFIED: "not checked",
}


class Rung(StrEnum):
    """The rungs of the verdict ladder, worst first. A checklist words them."""

    STOP = "stop"
    NOT_SHOWN = "not-shown"
    CONDITIONS = "conditions"
    CLEAR = "clear"

    @property
    def rank(self) -> int:
        """1 for the worst rung, 4 for the best."""
        return list(Rung).index(self) + 1


class Meaning(StrEnum):
    """How a question stands to the one it came from in the edition before."""

    SAME = "same"
    REWORDED = "reworded"
    NARROWER = "narrower"
    WIDER = "wider"
