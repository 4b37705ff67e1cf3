"""A file's path among the words that were typed: pasted in quotes, dropped on the window, a URL."""

import re

_BEGINS = ("/", "~/", "~\\", "./", "../", ".\\", "..\\", "\\\\")
_DRIVE = re.compile(r"[a-z]:[\\/]", re.IGNORECASE)
_QUOTES = ('""', "''", "“”")


def path_in(text: str) -> str:
    """The path that was typed, or nothing where the words are none: a bare name is only a name.

    >>> path_in("'/home/jo/letter.pdf'"), path_in("file:///home/jo/a%20letter.pdf")
    ('/home/jo/letter.pdf', '/home/jo/a letter.pdf')
    """
    bare = text.strip().removeprefix("& ").strip()  # PowerShell puts it before what is dropped
    quoted = len(bare) > 1 and bare[0] + bare[-1] in _QUOTES
    if quoted:
        bare = bare[1:-1].strip()
    if bare.casefold().startswith("file:"):
        return _from_address(bare)
    on_windows = bool(_DRIVE.match(bare)) or bare.startswith("\\\\")
    if not on_windows and not bare.startswith(_BEGINS):
        return ""
    if not quoted and not on_windows and bare[0] != "." and bare[1:2] != "\\":
        bare = re.sub(r"\\(.)", r"\1", bare)  # as a dropped file is written where spaces divide
    return bare


def last_part(path: str) -> str:
    """The file's own name, whichever system the path is of."""
    return re.split(r"[\\/]", path.rstrip("\\/"))[-1]


def _from_address(address: str) -> str:
    from urllib.parse import unquote  # noqa: PLC0415 -- for the few who type an address

    host, slash, path = unquote(address[len("file:") :]).removeprefix("//").partition("/")
    if host.casefold() not in ("", "localhost"):
        return f"//{host}{slash}{path}"
    return path if _DRIVE.match(path) else f"{slash}{path}"
