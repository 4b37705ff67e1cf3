import stat
import sys
from pathlib import Path

from ap_audit.files.document import read_document
from ap_audit.files.rescue import rescue
from ap_audit.model.audit import Answer, AnswersFile
from ap_audit.model.words import Rating

GIVEN = {"saf-lead": Answer(rating=Rating.NOT_MET, note="none\nnamed")}


def test_kept_where_it_can_be(tmp_path: Path) -> None:
    """The answer goes to the first folder that takes it, for this person's eyes alone."""
    path = rescue((tmp_path / "gone", tmp_path), "acme", GIVEN)

    assert path is not None
    assert path.parent == tmp_path
    assert read_document(path, AnswersFile).value.answers == GIVEN
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
