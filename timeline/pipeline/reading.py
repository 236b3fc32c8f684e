"""Inputs to articles to readings: the recognisers and the claim builder in their order, in one process or several.

Only this module knows that one article which cannot be read must not stop the others.
"""

import re
import signal
import tomllib
import traceback
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from enum import Enum
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import BinaryIO

from timeline.articles import Found, distinct, find_files, read_file
from timeline.attributions import find_attributions
from timeline.casualties import find_other_numbers, find_tolls, told_where
from timeline.claims import find_claims
from timeline.event_types import find_triggers
from timeline.model import Article, Problem, Reading
from timeline.places import find_places
from timeline.times import find_times

BAD_LEXICON = (tomllib.TOMLDecodeError, re.error)  # what no article is to blame for stops the run
ENGLISH = "en"
CHUNK = 16  # articles that a process is given at once
AHEAD = 3  # chunks per process that wait, so that memory does not grow with the input


class Boundary(Enum):
    """What becomes of an error in the program while it reads an article."""

    RECORD = "record"  # a Problem with the trace; the other articles are read
    RAISE = "raise"  # the run stops; for tests


def extract(article: Article) -> Reading:
    """All that can be read out of one article; of an article in another language than English, nothing."""
    if article.language != ENGLISH:
        return Reading(article)
    return find_claims(recognise(article), find_triggers(article))


def recognise(article: Article) -> Reading:
    """What the recognisers find in one article, before any claim is made of it."""
    places = find_places(article)
    return Reading(
        article,
        times=tuple(find_times(article)),
        places=tuple(places),
        tolls=tuple(told_where(article, find_tolls(article), places)),
        speakers=tuple(find_attributions(article)),
        rejected=tuple(find_other_numbers(article)),
    )


def extract_all(
    articles: Iterable[Article | Problem], jobs: int = 1, boundary: Boundary = Boundary.RECORD
) -> Iterator[Reading | Problem]:
    """The readings of many articles in their order, Problems passed on; `jobs` processes share the work."""
    if jobs == 1:
        return (_one(item, boundary) for item in articles)
    return _shared(articles, jobs, boundary)


def read_inputs(
    inputs: Sequence[str], stdin: BinaryIO | None = None, boundary: Boundary = Boundary.RECORD
) -> Iterator[Article | Problem]:
    """The articles of folders, files and, for the input "-", of JSON Lines on `stdin`, each id once."""
    files = find_files(inputs)
    return distinct(
        item
        for found in files
        for item in ([found] if isinstance(found, Problem) else read_whole(found, stdin, boundary))
    )


def read_whole(found: Found, stdin: BinaryIO | None, boundary: Boundary) -> Iterator[Article | Problem]:
    """The articles of one file; an error of the program costs the rest of that file."""
    try:
        yield from read_file(found, stdin)
    except Exception as error:  # the boundary, first half: a file that breaks its reader must not stop the rest
        if boundary is Boundary.RAISE or isinstance(error, BAD_LEXICON):
            raise
        yield _problem(found.path, "this file could not be read to its end", error)


def _one(item: Article | Problem, boundary: Boundary) -> Reading | Problem:
    if isinstance(item, Problem):
        return item
    try:
        return extract(item)
    except Exception as error:  # the boundary, second half: an article that breaks a rule must not stop the rest
        if boundary is Boundary.RAISE or isinstance(error, BAD_LEXICON):
            raise
        return _problem(item.origin.path, f"article {item.id!r} could not be read", error)


def _problem(path: str, what: str, error: Exception) -> Problem:
    last = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{Path(last.filename).name}, line {last.lineno}"
    return Problem(path, f"{what}: {type(error).__name__}: {error} ({place})", traceback.format_exc())


def _chunk(items: Sequence[Article | Problem], boundary: Boundary) -> list[Reading | Problem]:
    return [_one(item, boundary) for item in items]


def _shared(articles: Iterable[Article | Problem], jobs: int, boundary: Boundary) -> Iterator[Reading | Problem]:
    waiting: deque[Future[list[Reading | Problem]]] = deque()
    source = iter(articles)
    pool = ProcessPoolExecutor(jobs, get_context("spawn"))  # safe beside threads
    try:
        while True:
            while len(waiting) < jobs * AHEAD and (chunk := list(islice(source, CHUNK))):
                with _interrupts_held():
                    waiting.append(pool.submit(_chunk, chunk, boundary))
            if not waiting:
                return
            yield from waiting.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Ctrl-C is the parent's to answer: a process that starts inside the block never gets it."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
