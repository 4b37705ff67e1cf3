"""`list`: every audit of the workspace."""

from pathlib import Path

from ap_audit.cli.options import Folder, Json, Today, today_or
from ap_audit.cli.screen import out, tell, tell_error
from ap_audit.errors import InvalidFile


def list_audits(folder: Folder = Path(), json: Json = False, today: Today = None) -> None:
    """List every audit.

    Of providers, of placements and of the school; oldest first.
    """
    from ap_audit.cli.counting import Counting
    from ap_audit.cli.opening import workspace_at
    from ap_audit.report.listing import AuditLine, audit_line, listing_json, of_one_day, table

    workspace = workspace_at(folder)
    counting = Counting(workspace, today_or(today))
    lines: list[AuditLine] = []
    broken = 0
    for path in workspace.audits():
        try:
            audit = workspace.read_audit(path).value
        except InvalidFile as error:
            broken += 1
            tell_error(error)
        else:
            where = path.relative_to(workspace.root).as_posix()
            lines.append(audit_line(audit, where, counting.progress(audit)))
    if json:
        out(listing_json(lines))
    elif lines:
        out(*table(lines))
        tell(*of_one_day(lines))
    elif not broken:
        tell('There are no audits yet. Start one: ap-audit new "Name of the provider"')
    if broken:
        rest = "; the others are listed" if lines else ""
        raise InvalidFile((), f"{broken} of {broken + len(lines)} audits could not be read{rest}.")
