"""`list`: every audit of the workspace."""

import json as json_module
from pathlib import Path

from ap_audit.cli.options import Folder, Json
from ap_audit.cli.screen import out, tell, tell_error
from ap_audit.errors import InvalidFile


def list_audits(folder: Folder = Path(), json: Json = False) -> None:
    """List every audit.

    By provider, oldest first.
    """
    from ap_audit.cli.opening import workspace_at
    from ap_audit.report.listing import AuditLine, audit_line, table

    workspace = workspace_at(folder)
    lines: list[AuditLine] = []
    broken = 0
    for path in workspace.audits():
        try:
            audit = workspace.read_audit(path).value
        except InvalidFile as error:
            broken += 1
            tell_error(error)
        else:
            lines.append(audit_line(audit, path.relative_to(workspace.root).as_posix()))
    if json:
        out(
            json_module.dumps(
                {"format": "ap-audit/list@1", "audits": [line.data() for line in lines]},
                indent=2,
                ensure_ascii=False,
            )
        )
    elif lines:
        out(*table(lines))
    else:
        tell('There are no audits yet. Start one: ap-audit new "Name of the provider"')
    if broken:
        raise InvalidFile(
            (),
            f"{broken} of {broken + len(lines)} audits could not be read; the others are listed.",
        )
