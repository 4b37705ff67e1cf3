"""The first line of a file by which editors find its schema, and the schemas it leads to."""

import contextlib
from pathlib import Path

from ap_audit.errors import Refused
from ap_audit.files.builtin import schemas_folder
from ap_audit.files.save import is_free, make_folder, replace_file, write_new

SCHEMAS = "checklists/schema"
"""The same place as beside the shipped checklists, so that a copy of one points right, too."""


def pointing(kind: str, text: str, *, root: Path, path: Path) -> bytes:
    """A new file's text with the line that leads from *path* to the schema of its kind."""
    up = "../" * (len(path.relative_to(root).parts) - 1)
    return f"# yaml-language-server: $schema={up}{SCHEMAS}/{kind}.schema.json\n{text}".encode()


def keep_schemas(root: Path) -> None:
    """Copy to a workspace the schemas that are missing there, or are those of another ap-audit."""
    folder = root / SCHEMAS
    with contextlib.suppress(Refused):  # without them everything works but an editor's help
        make_folder(folder)
        for shipped in sorted(schemas_folder().glob("*.json")):
            own, content = folder / shipped.name, shipped.read_bytes()
            if is_free(own):
                write_new(own, content)
            elif own.read_bytes() != content:
                replace_file(own, content)
