import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from ap_audit.files.session import held

HOLDER = textwrap.dedent(
    """
    import sys, time
    from pathlib import Path
    sys.path.insert(0, sys.argv[1])
    from ap_audit.files.session import held
    with held(Path(sys.argv[2]), "acme.audit", "DSL, since 14:05") as other:
        print(f"[{other}]", flush=True)
        time.sleep(60)
    """
)
CHECKOUT = Path(__file__).parents[2]


def test_second_window_is_told(tmp_path: Path) -> None:
    """Whoever comes second gets what the first wrote; after a kill nobody holds it."""
    first = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(CHECKOUT), str(tmp_path)],
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    with first:
        assert first.stdout is not None
        assert first.stdout.readline() == "[]\n"
        with held(tmp_path, "acme.audit", "AP lead") as other:
            assert other == "DSL, since 14:05"
        with held(tmp_path, "another.audit", "AP lead") as other:
            assert other == ""
        first.kill()
        first.wait()

    with held(tmp_path, "acme.audit", "AP lead") as other:
        assert other == ""
    assert (tmp_path / ".ap-audit/.gitignore").read_text(encoding="utf-8") == "*\n"


def test_same_window_again(tmp_path: Path) -> None:
    """After it was let go the next one holds it, and what it wrote is its own alone."""
    with held(tmp_path, "acme", "somebody with a long role"):
        pass
    with held(tmp_path, "acme", "DSL"):
        assert (tmp_path / ".ap-audit/locks/acme.lock").read_text(encoding="utf-8") == "DSL"


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right of their own there")
def test_link_is_not_followed(tmp_path: Path) -> None:
    """A link in the lock's place is not written through; there is simply no message."""
    victim = tmp_path / "victim"
    victim.write_text("precious", encoding="utf-8")
    (tmp_path / ".ap-audit/locks").mkdir(parents=True)
    (tmp_path / ".ap-audit/locks/acme.lock").symlink_to(victim)

    with held(tmp_path, "acme", "DSL") as other:
        assert other == ""

    assert victim.read_text(encoding="utf-8") == "precious"


def test_folder_that_takes_no_lock(tmp_path: Path) -> None:
    """Where no lock can be made, nothing is said and nothing is raised."""
    (tmp_path / ".ap-audit").write_text("a file", encoding="utf-8")

    with held(tmp_path, "acme", "DSL") as other:
        assert other == ""
