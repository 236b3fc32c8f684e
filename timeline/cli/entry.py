"""Choosing a command: arguments in, an exit status out.

Only this module knows how a run ends: 0 all read, 1 some input could not be read, 2 wrong usage, quietly where the
reader of the output has gone or the user pressed Ctrl-C.
"""

import argparse
import os
import sys
from collections.abc import Sequence

from timeline.cli import build, dashboard, export, extract, remove
from timeline.cli.terminal import WrongUse

INTERRUPTED = 130
COMMANDS = {"extract": extract, "build": build, "remove": remove, "export": export, "dashboard": dashboard}
DESCRIPTION = """Reads news articles and says what happened, when, where, to how many people, and who says so."""
EPILOG = """examples:
  python -m timeline build articles/ --out out/        read a folder, write out/events.csv and the rest
  python -m timeline dashboard                         look at it in the browser
  python -m timeline export --format csv --type flood  one row per event that a filter lets through
  python -m timeline extract report.html               what one article says, as JSON

Each command explains itself: python -m timeline build --help
exit status: 0 all read, 1 some input could not be read (each is named), 2 wrong usage"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; the exit status. Wrong usage raises `SystemExit` with status 2, as argparse does."""
    parser = make_parser()
    chosen = parser.parse_args(arguments)
    try:
        status: int = chosen.run(chosen)
        sys.stdout.flush()
    except WrongUse as mistake:
        chosen.parser.exit(2, f"{chosen.parser.prog}: error: {mistake}\n")
    except BrokenPipeError:
        _close_output()
        return 0
    except KeyboardInterrupt:
        return INTERRUPTED
    return status


def make_parser() -> argparse.ArgumentParser:
    """The parser of all commands."""
    parser = argparse.ArgumentParser(
        "timeline", description=DESCRIPTION, epilog=EPILOG, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name, command in COMMANDS.items():
        own = commands.add_parser(
            name,
            help=command.SUMMARY,
            description=command.DESCRIPTION,
            epilog=command.EPILOG,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        command.add_arguments(own)
        own.set_defaults(run=command.run, parser=own)
    return parser


def _close_output() -> None:
    """Nothing more can be written: the interpreter must not try again when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
