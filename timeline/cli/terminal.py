"""What a user sees on standard error: problems, and progress where it is a terminal."""

import sys
import time

from timeline.model import Problem, Severity

INTERVAL = 0.2  # seconds between two states of the progress line
CLEAR = "\r\x1b[K"


class WrongUse(Exception):
    """Arguments that make no sense together; the message is for the user."""


def say(line: str) -> None:
    """A line on standard error."""
    print(line, file=sys.stderr)


def report(problem: Problem) -> None:
    """Names a problem; the trace of an error of the program stays with the problem."""
    kind = "warning: " if problem.severity is Severity.WARNING else ""
    say(f"{problem.path}: {kind}{problem.reason}")


class Progress:
    """A line that counts on a terminal and stays silent elsewhere; use it as a context manager."""

    def __init__(self, noun: str) -> None:
        self._noun = noun
        self._count = 0
        self._shown = 0.0
        self._terminal = sys.stderr.isatty()

    def __enter__(self) -> "Progress":
        return self

    def __exit__(self, *error: object) -> None:
        self.clear()

    def step(self) -> None:
        """One more."""
        self._count += 1
        if self._terminal and time.monotonic() - self._shown > INTERVAL:
            self._shown = time.monotonic()
            sys.stderr.write(f"{CLEAR}{self._count:,} {self._noun}")
            sys.stderr.flush()

    def clear(self) -> None:
        """Takes the line away, so that another can be written."""
        if self._terminal and self._shown:
            sys.stderr.write(CLEAR)
            sys.stderr.flush()
