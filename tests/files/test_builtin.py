"""Where shipped files stand in a checkout; `tests/wheel` asks installed programs."""

from pathlib import Path

from ap_audit.files.builtin import checklists_folder, schemas_folder, templates_folder

ROOT = Path(__file__).parents[2]


def test_beside_the_package() -> None:
    """In a checkout they are those that people edit at the top level."""
    assert checklists_folder() == ROOT / "checklists"
    assert templates_folder() == ROOT / "templates"
    assert schemas_folder() == ROOT / "checklists" / "schema"
