"""What a criterion asks for, in sentences: which evidence, and when it may be left out."""

from ap_audit.model.checklist import Criterion
from ap_audit.model.wording import capital
from ap_audit.model.words import Seen

_NEEDS = {
    Seen.TOLD: "being told",
    Seen.SECOND_HAND: "a check by another commissioner",
    Seen.COPY: "a copy, or the original",
    Seen.ORIGINAL: "the original",
    Seen.ON_SITE: "seeing it on site",
}


def evidence_needed(criterion: Criterion) -> str:
    """Which evidence a criterion asks for, and for how long it counts."""
    need = criterion.evidence
    if need.needs:
        kinds = "Evidence needed: " + ", and ".join(_NEEDS[kind] for kind in need.needs) + "."
    elif criterion.is_gateway:
        kinds = "Evidence needed: anything seen by the school, not only told."
    else:
        kinds = "No evidence is asked for."
    lasts = f" It counts for {need.expires_after} from its date." if need.expires_after else ""
    told = " The provider's word alone does not open a gateway." if criterion.is_gateway else ""
    return kinds + lasts + told


def also_needed(criterion: Criterion) -> tuple[str, ...]:
    """What a rating must carry here, a sentence for each rating that must carry something."""
    return tuple(
        f"{capital(rating.title)} needs {' and '.join(one.title for one in wanted)}."
        for rating, wanted in criterion.requires.items()
    )


def when_left_out(criterion: Criterion) -> str:
    """When the answer may be that it does not apply."""
    match criterion.not_applicable:
        case "never":
            return "This question always applies."
        case "with-reason":
            return "It may be left out with a reason (x)."
        case reasons:
            return f"It may be left out (x) only for: {'; '.join(reasons)}."
