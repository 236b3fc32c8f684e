"""A workspace brought up to date with its inputs.

Inputs and a workspace go in; new and changed articles are read, the timeline is made anew where anything changed, and
an outcome comes out. The result depends on the articles alone: not on their order, nor on the number of runs.
"""

import os
import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from timeline.articles import read_articles
from timeline.events import DEFAULT_RULE, build_timeline
from timeline.linking import link, profiles
from timeline.model import Article, Problem, Reading
from timeline.pipeline.reading import Boundary, extract_all
from timeline.workspace import Workspace

BATCH = 100  # articles after which what was read is made lasting
STDIN = "-"
_LINE = re.compile(r":\d+$")  # of a file with several articles


def ignore(problem: Problem | None) -> None:
    """Follows nothing."""


@dataclass(frozen=True, slots=True)
class Options:
    """How a build runs: processes, errors of the program, the rule for figures, and who follows its progress.

    `follow` is called after each article, with the problem where it could not be read.
    """

    jobs: int = 1
    boundary: Boundary = Boundary.RECORD
    toll_rule: str = DEFAULT_RULE
    stdin: BinaryIO | None = None
    follow: Callable[[Problem | None], None] = ignore


DEFAULT = Options()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build did: articles read anew and left as they were, problems, and articles whose files have gone."""

    read: int
    unchanged: int
    problems: tuple[Problem, ...]
    gone: tuple[str, ...]


def build(inputs: Sequence[str], workspace: Workspace, options: Options = DEFAULT) -> Outcome:
    """Reads what is new or changed, makes the timeline where anything changed, and says what was done.

    Articles of earlier runs stay, also where their files have gone from the inputs; those are named.
    """
    intake = _Intake(workspace, options)
    intake.take(read_articles(inputs, options.stdin))
    intake.settle(inputs)
    seen = frozenset(intake.seen)
    intake.take(workspace.outdated())
    refresh(workspace, options.toll_rule)
    gone = tuple(sorted(id for id, file in workspace.paths().items() if id not in seen and _covers(inputs, file)))
    return Outcome(intake.read, intake.unchanged, tuple(intake.problems), gone)


def refresh(workspace: Workspace, toll_rule: str = DEFAULT_RULE) -> None:
    """Makes the timeline of a workspace's articles, unless it is there already."""
    if not workspace.is_current(toll_rule):
        linking = link(workspace.profiles())
        workspace.save(build_timeline(workspace.claims(), linking, workspace.drafts(), toll_rule), toll_rule)
    workspace.commit()


class _Intake:
    """What one build reads, article by article."""

    def __init__(self, workspace: Workspace, options: Options) -> None:
        self._workspace, self._options = workspace, options
        self._waiting: deque[Article | Problem] = deque()
        self.seen: set[str] = set()
        self.problems: list[Problem] = []
        self.read = self.unchanged = 0

    def take(self, found: Iterable[Article | Problem]) -> None:
        """Reads those articles that the workspace does not know, and keeps them and all problems."""
        readings = extract_all(self._fresh(found), self._options.jobs, self._options.boundary)
        for reading in readings:
            self._keep(self._waiting.popleft(), reading)
            self._options.follow(reading if isinstance(reading, Problem) else None)
            if (self.read + len(self.problems)) % BATCH == 0:
                self._workspace.commit()
        self._workspace.commit()

    def settle(self, inputs: Sequence[str]) -> None:
        """Forgets the problems that earlier runs had with these inputs and this one had not."""
        still = {(problem.path, problem.reason) for problem in self.problems}
        for problem in self._workspace.problems():
            if (problem.path, problem.reason) not in still and _covers(inputs, os.path.abspath(problem.path)):
                self._workspace.settle(problem)

    def _fresh(self, found: Iterable[Article | Problem]) -> Iterator[Article | Problem]:
        for item in found:
            if isinstance(item, Article):
                self.seen.add(item.id)
                if self._workspace.known(item.id, item.origin.sha256):
                    self.unchanged += 1
                    self._options.follow(None)
                    continue
            self._waiting.append(item)
            yield item

    def _keep(self, given: Article | Problem, reading: Reading | Problem) -> None:
        if isinstance(reading, Reading):
            self._workspace.put(reading, profiles(reading))
            self.read += 1
            return
        self.problems.append(reading)
        self._workspace.note(reading)
        if isinstance(given, Article):
            self._workspace.remove(given.id)  # what an older text of it said is not what it says


def _covers(inputs: Sequence[str], file: str) -> bool:
    """Whether a file, or a line of one, belongs to the inputs."""
    path = Path(_LINE.sub("", file))
    return any(path.is_relative_to(os.path.abspath(name)) for name in inputs if name != STDIN)
