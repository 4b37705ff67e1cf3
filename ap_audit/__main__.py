"""Run as `python -m ap_audit`, and as the `ap-audit` command."""

import gc
import sys


def main() -> None:
    """Run the command line; ends the process with its exit code."""
    if sys.argv[1:] == ["--version"]:
        # Answered before Typer is loaded, which alone takes five times a bare start.
        from ap_audit.version import VERSION

        print(f"ap-audit {VERSION}")  # noqa: T201 -- the command's result
        return
    if sys.argv[1:2] == ["textconv"] and len(sys.argv) == 3:  # noqa: PLR2004 -- and one file
        # git runs this twice for every file it shows; `git-setup` tells it to.
        from ap_audit.cli.textconv import textconv

        textconv(sys.argv[2])
        return
    # A start makes thousands of things that stay; to look for rubbish among them takes long.
    gc.set_threshold(200_000)
    from ap_audit.cli.app import app

    try:
        app(prog_name="ap-audit")
    finally:
        gc.freeze()  # Python would look among them three times more as it ends


if __name__ == "__main__":
    main()
