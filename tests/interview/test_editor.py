import stat
import sys
from pathlib import Path

import pytest

from ap_audit.interview.editor import edited
from ap_audit.interview.person import NotEdited

PYTHON = (sys.executable, "-c")


def test_text_through_an_editor(tmp_path: Path) -> None:
    """The editor is given the text in a file of the person's alone, which is gone afterwards."""
    seen = tmp_path / "seen"
    program = (
        "import os, sys; p = sys.argv[2]; t = open(p, encoding='utf-8').read();"
        f"open({str(seen)!r}, 'w').write(p + chr(10) + oct(os.stat(os.path.dirname(p)).st_mode));"
        "open(p, 'w', encoding='utf-8-sig').write(t + sys.argv[1])"
    )

    assert edited((*PYTHON, program, "näher"), "Old.") == "Old.\nnäher"

    path, mode = seen.read_text(encoding="utf-8").split("\n")
    assert not Path(path).parent.exists()
    if sys.platform != "win32":
        assert stat.S_IMODE(int(mode, 8)) == 0o700


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ((), "There is no editor to open"),
        (("no-such-editor-anywhere",), "The editor 'no-such-editor-anywhere' could not be started"),
        ((*PYTHON, "raise SystemExit(3)"), "The editor ended with an error."),
        (
            (*PYTHON, "import sys; open(sys.argv[1], 'wb').write(b'\\xff\\xfe')"),
            "What the editor saved is not UTF-8 text.",
        ),
        ((*PYTHON, "import os, sys; os.remove(sys.argv[1])"), "What the editor saved is not"),
    ],
    ids=["none", "missing", "fails", "not text", "removed"],
)
def test_editor_that_fails(command: tuple[str, ...], said: str) -> None:
    """Whatever goes wrong with an editor is said in a sentence."""
    with pytest.raises(NotEdited, match=said):
        edited(command, "Old.")
