"""Numbers that are a part of another, and may be recorded as more than it."""

import re
from collections.abc import Iterator

from ap_audit.errors import Flaw
from ap_audit.model.checklist import Checklist, ValueType

_PART = re.compile(r"how many of (those|these|them)\b", re.IGNORECASE)
_NUMBERS = (ValueType.INTEGER, ValueType.NUMBER)


def parts_without_a_whole(checklist: Checklist) -> Iterator[Flaw]:
    """What is asked as "how many of those" beside a number, and may be recorded as more."""
    for at, section in enumerate(checklist.sections):
        for position, criterion in enumerate(section.criteria):
            wholes: list[str] = []
            for name, spec in criterion.record.items():
                if spec.type not in _NUMBERS:
                    continue
                if wholes and spec.at_most is None and _PART.search(spec.ask):
                    yield Flaw(
                        path=("sections", at, "criteria", position, "record", name),
                        what="asks how many of those, and may be recorded as more than there are",
                        hint=f"say of what it is a part, such as at_most: {wholes[0]}",
                        warning=True,
                    )
                wholes.append(name)
