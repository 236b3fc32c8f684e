"""What a build reads: files and articles that the workspace does not know, in; readings and problems, into it.

Only this module knows what is skipped: files that have not changed since they were read to their end, and articles that
this version of the program has read.
"""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from timeline.articles import Found, distinct, find_files
from timeline.events import DEFAULT_RULE
from timeline.linking import profiles
from timeline.model import Article, Problem, Reading, Severity
from timeline.pipeline.reading import Boundary, extract_all, read_whole
from timeline.workspace import Workspace, file_of

BATCH = 100  # articles after which what was read is made lasting
STDIN = "-"


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


class Intake:
    """What one build reads, file by file and article by article.

    `seen` are the ids of all articles in the inputs, `problems` what could not be read.
    """

    def __init__(self, workspace: Workspace, options: Options) -> None:
        self._workspace, self._options = workspace, options
        self._waiting: deque[Article | Problem | Found] = deque()  # given to the recognisers; a file stands at its end
        self._skipped: set[str] = set()  # files
        self._failed: set[str] = set()  # files
        self._unread: set[str] = set()  # articles of skipped files
        self.seen: set[str] = set()
        self.problems: list[Problem] = []
        self.read = self.unchanged = 0

    def arrivals(self, inputs: Sequence[str]) -> Iterator[Article | Problem]:
        """The articles of the inputs' new and changed files, each id once."""
        return distinct(self._from_files(inputs))

    def take(self, found: Iterable[Article | Problem]) -> None:
        """Reads those articles that the workspace does not know, and keeps them and all problems."""
        for reading in extract_all(self._fresh(found), self._options.jobs, self._options.boundary):
            self._keep(self._next(), reading)
            self._options.follow(reading if isinstance(reading, Problem) else None)
            if (self.read + len(self.problems)) % BATCH == 0:
                self._workspace.commit()
        self._finish_files()
        self._workspace.commit()

    def settle(self, inputs: Sequence[str]) -> None:
        """Forgets the problems that earlier runs had with these inputs and this one had not."""
        still = {(problem.path, problem.reason) for problem in self.problems}
        for problem in self._workspace.problems():
            file = file_of(problem.path)
            if (problem.path, problem.reason) not in still and file not in self._skipped and covers(inputs, file):
                self._workspace.settle(problem)

    def _from_files(self, inputs: Sequence[str]) -> Iterator[Article | Problem]:
        for found in find_files(inputs):
            if isinstance(found, Problem):
                yield found
            elif self._workspace.finished(found):
                self._skip(found)
            else:
                yield from read_whole(found, self._options.stdin, self._options.boundary)
                self._waiting.append(found)

    def _skip(self, found: Found) -> None:
        articles = self._workspace.articles_in(found.path)
        self._skipped.add(file_of(found.path))
        self._unread |= articles
        self.seen |= articles
        self.unchanged += len(articles)

    def _fresh(self, found: Iterable[Article | Problem]) -> Iterator[Article | Problem]:
        for given in found:
            item = self._clash(given) if isinstance(given, Article) and given.id in self._unread else given
            if isinstance(item, Article):
                self.seen.add(item.id)
            if item is None or (isinstance(item, Article) and self._workspace.known(item.id, item.origin.sha256)):
                self.unchanged += item is not None
                self._options.follow(None)
                continue
            self._waiting.append(item)
            yield item

    def _clash(self, article: Article) -> Problem | None:
        """What is wrong with an article that stands in a skipped file too: nothing, if it is the same text."""
        reading = self._workspace.reading(article.id)
        if reading is None or reading.article.text == article.text:
            return None
        reason = f"another article with another text has the id {article.id!r}: this one is left out"
        return Problem(article.origin.path, reason)

    def _next(self) -> Article | Problem | Found:
        self._finish_files()
        return self._waiting.popleft()

    def _finish_files(self) -> None:
        """Notes the files whose articles have all been kept by now."""
        while self._waiting and isinstance(self._waiting[0], Found):
            file = self._waiting.popleft()
            if isinstance(file, Found) and file_of(file.path) not in self._failed:
                self._workspace.finish(file)

    def _keep(self, given: Article | Problem | Found, reading: Reading | Problem) -> None:
        if isinstance(reading, Reading):
            self._workspace.put(reading, profiles(reading))
            self.read += 1
            return
        self.problems.append(reading)
        self._workspace.note(reading)
        if reading.severity is Severity.ERROR:
            self._failed.add(file_of(reading.path))
        if isinstance(given, Article):
            self._workspace.remove(given.id)  # what an older text of it said is not what it says


def covers(inputs: Sequence[str], file: str) -> bool:
    """Whether a file, by its absolute path, belongs to the inputs."""
    return any(Path(file).is_relative_to(os.path.abspath(name)) for name in inputs if name != STDIN)
