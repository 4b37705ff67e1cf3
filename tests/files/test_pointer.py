from pathlib import Path

import pytest

from ap_audit.files.builtin import schemas_folder
from ap_audit.files.pointer import SCHEMAS, keep_schemas, pointing


@pytest.mark.parametrize(
    ("path", "up"), [("ap-audit.yaml", ""), ("providers/acme/audits/x.yaml", "../../../")]
)
def test_first_line(path: str, up: str) -> None:
    """The line leads from a file, wherever it lies, to the schema of its kind."""
    root = Path("/school")

    found = pointing("audit", "format: x\n", root=root, path=root / path)

    line = f"# yaml-language-server: $schema={up}checklists/schema/audit.schema.json\n"
    assert found.decode() == line + "format: x\n"


def test_schemas_of_another_version(tmp_path: Path) -> None:
    """What is missing comes, what is another version's is replaced, what is the same is left."""
    keep_schemas(tmp_path)
    folder = tmp_path / SCHEMAS
    audit, provider, checklist = (
        folder / f"{kind}.schema.json" for kind in ("audit", "provider", "checklist")
    )
    audit.write_text("{}", encoding="utf-8")
    provider.unlink()
    untouched = checklist.stat().st_ino

    keep_schemas(tmp_path)

    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {
        path.name: path.read_bytes() for path in schemas_folder().iterdir()
    }
    assert checklist.stat().st_ino == untouched


def test_no_room_for_schemas(tmp_path: Path) -> None:
    """Where they cannot be kept, nothing else stops."""
    (tmp_path / "checklists").touch()

    keep_schemas(tmp_path)
