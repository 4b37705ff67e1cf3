"""The provider's claims against what was found, as lines and as a JSON document."""

from msgspec import json

from ap_audit.model.wording import count, day
from ap_audit.rules.gap import Gap, Side

FORMAT = "ap-audit/gap@1"
_TITLES = {
    Side.CLAIMED_MORE: "Claimed better than was found:",
    Side.NOT_FOUND_OUT: "Claimed, and not established by us:",
    Side.CLAIMED_LESS: "Found better than is claimed:",
}


def gap_lines(gaps: tuple[Gap, ...], claims: int) -> list[str]:
    """A line or two for each difference, what is claimed beyond what was found first."""
    if not claims:
        return ["The provider has claimed nothing in this audit."]
    if not gaps:
        return [f"{count(claims, 'claim')}, and none differs from what was found."]
    lines = [f"{count(claims, 'claim')}. They differ from what was found: {len(gaps)}."]
    for side, title in _TITLES.items():
        of_side = [gap for gap in gaps if gap.side is side]
        if of_side:
            lines += ["", title]
        for gap in of_side:
            lines += _lines(gap)
    return lines


def gap_json(gaps: tuple[Gap, ...]) -> str:
    """The differences as a document; its `format` says how to read it."""
    rows = [
        {
            "id": gap.outcome.id,
            "gateway": gap.outcome.criterion.is_gateway,
            "side": gap.side.value,
            "claim": gap.claim.rating.value,
            "claim_note": gap.claim.note or "",
            "found": gap.outcome.judged.value,
            "because": list(gap.outcome.because),
        }
        for gap in gaps
    ]
    return json.format(json.encode({"format": FORMAT, "gaps": rows}), indent=2).decode()


def _lines(gap: Gap) -> list[str]:
    outcome, claim = gap.outcome, gap.claim
    gateway = " (gateway)" if outcome.criterion.is_gateway else ""
    on = f", {day(claim.date)}" if claim.date else ""
    lines = [f"  {outcome.id}{gateway}: {outcome.criterion.ask}"]
    lines.append(f"    They say: {claim.rating.title}{on}. {_one(claim.note)}".rstrip())
    found = " ".join((f"{outcome.title}.", _one(outcome.answer.note), *outcome.because))
    lines.append(f"    We found: {' '.join(found.split())}")
    return lines


def _one(text: str | None) -> str:
    return " ".join((text or "").split())
