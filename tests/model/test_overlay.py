"""An overlay: a checklist of a trust or council that extends a shipped edition."""

from ap_audit.model.overlay import Overlay
from tests.builders import TODAY


def test_reference() -> None:
    """It has its own id and version, beside those of the edition that it extends."""
    over = Overlay(
        format="ap-audit/overlay@1",
        id="trust",
        version="2",
        extends="ap-provider@2026.1",
        title="The trust's",
        published=TODAY,
    )

    assert over.reference == "trust@2"
