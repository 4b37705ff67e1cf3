"""What an auditor needs beside a question: why it is asked, what to look for, clear ratings."""

from collections.abc import Iterator

from ap_audit.errors import Flaw
from ap_audit.model.checklist import Checklist
from ap_audit.rules.soundness import criterion_paths


def unguided(checklist: Checklist) -> Iterator[Flaw]:
    """A criterion that does not say why it matters, or what to look for."""
    for path, criterion in criterion_paths(checklist):
        if not criterion.why:
            yield Flaw(
                path=path,
                what=f"'{criterion.id}' does not say why it is asked",
                hint="add one sentence under why:",
                warning=True,
            )
        if not criterion.look_for and not criterion.is_record:
            yield Flaw(
                path=path,
                what=f"'{criterion.id}' does not say what to look for",
                hint="list documents or sights under look_for:",
                warning=True,
            )


def same_ratings(checklist: Checklist) -> Iterator[Flaw]:
    """Two ratings that are described alike."""
    for path, criterion in criterion_paths(checklist):
        seen: dict[str, str] = {}
        for rating, meaning in criterion.ratings.items():
            plain = " ".join(meaning.casefold().split())
            if plain in seen:
                yield Flaw(
                    path=(*path, "ratings", rating.value),
                    what=f"'{rating}' is described as '{seen[plain]}' is",
                    hint="say what tells the one from the other",
                    warning=True,
                )
            seen.setdefault(plain, rating.value)


def odd_weights(checklist: Checklist) -> Iterator[Flaw]:
    """A criterion that weighs more than one of a class above its own."""
    rated = [(path, one) for path, one in criterion_paths(checklist) if not one.is_record]
    for path, criterion in rated:
        above = [one for _, one in rated if one.class_.weight > criterion.class_.weight]
        lighter = next((one for one in above if one.points < criterion.points), None)
        if criterion.weight is not None and lighter is not None:
            yield Flaw(
                path=(*path, "weight"),
                what=f"this {criterion.class_} weighs {criterion.points}, more than"
                f" the {lighter.class_} '{lighter.id}' ({lighter.points})",
                hint="lower it, or give the criterion the class that it deserves",
                warning=True,
            )
