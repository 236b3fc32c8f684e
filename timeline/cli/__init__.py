"""The command line: `python -m timeline extract | build | remove | export | dashboard`."""

from timeline.cli.entry import main

__all__ = ["main"]
