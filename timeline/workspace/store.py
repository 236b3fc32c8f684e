"""Keeping what was read: one SQLite file of articles, their readings, and the timeline made of them.

Readings and timelines go in and come out as they were. Writes gather in a transaction until `commit`, which leaving the
`with` block does too, so that an interrupted run keeps what it read; readers see the last commit meanwhile.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

from timeline.articles import Found
from timeline.events import DEFAULT_RULE, Account
from timeline.linking import Profile
from timeline.model import Article, ArticleAccount, Claim, Event, Harm, LeftOut, Link, Problem, Reading, Timeline
from timeline.workspace.codec import codec
from timeline.workspace.engine import engine_version
from timeline.workspace.renewal import renew
from timeline.workspace.rows import (
    ARTICLE,
    CASUALTIES,
    DRAFT,
    LIGHT,
    PROFILES,
    ArticleRow,
    article_columns,
    article_row,
    file_of,
    storable,
    unpack_reading,
)
from timeline.workspace.schema import Access, clear_errors, connect

CLAIM, EVENT, LINK = codec(Claim), codec(Event), codec(Link)
ACCOUNT, PROBLEM = codec(ArticleAccount), codec(Problem)
Values = Sequence[Any] | dict[str, Any]


class Workspace:
    """What was read and what was made of it; a context manager. `Access` says what becomes of a file not there."""

    def __init__(self, path: str | Path, access: Access = Access.CREATE) -> None:
        self.path = Path(path)
        self._db = connect(self.path, access)
        with clear_errors(self.path):
            renew(self._db, self.path, access)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *rest: object) -> None:
        try:
            if kind is None or not issubclass(kind, Exception):  # Ctrl-C keeps what was read
                self.commit()
        finally:
            self._db.close()

    # What was read

    def known(self, article: str, sha256: str) -> bool:
        """Whether this very text was read by this version of the program."""
        query = "SELECT 1 FROM articles WHERE (id, sha256, engine) = (?, ?, ?)"
        return bool(self._rows(query, article, sha256, engine_version()))

    def put(self, reading: Reading, profiles: Sequence[Profile]) -> None:
        """Adds an article's reading, or replaces it."""
        article, columns = reading.article, article_columns(reading, profiles, engine_version())
        marks = ", ".join(f":{name}" for name in columns)
        claims = [(c.id, article.id, CLAIM.write(c), storable(article.quote(c.sentence))) for c in reading.claims]
        with self._whole():
            self._write("DELETE FROM articles WHERE id = ?", [(article.id,)])
            self._write(f"INSERT INTO articles ({', '.join(columns)}) VALUES ({marks})", [columns])
            self._write("INSERT INTO claims VALUES (?, ?, ?, ?)", claims)

    def remove(self, article: str) -> bool:
        """Withdraws an article and its claims; whether it was there. The timeline stays until the next `save`."""
        with self._whole():
            self._write("DELETE FROM files WHERE file = (SELECT file FROM articles WHERE id = ?)", [(article,)])
            return self._write("DELETE FROM articles WHERE id = ?", [(article,)]) > 0

    def articles(self) -> tuple[ArticleRow, ...]:
        """All articles without their texts, by id."""
        return tuple(map(article_row, self._rows(f"SELECT {LIGHT} FROM articles ORDER BY id")))

    def reading(self, article: str) -> Reading | None:
        """What was read out of an article, None where it is not here."""
        rows = self._rows("SELECT article, reading FROM articles WHERE id = ?", article)
        return unpack_reading(*rows[0]) if rows else None

    def outdated(self) -> Iterator[Article]:
        """The articles that another version of the program read, as they were given to it."""
        for (article,) in self._rows("SELECT id FROM articles WHERE engine <> ? ORDER BY id", engine_version()):
            for (text,) in self._rows("SELECT article FROM articles WHERE id = ?", article):
                yield ARTICLE.read(text)

    def paths(self) -> dict[str, str]:
        """The absolute path of the file that each article was read from, by article id."""
        return dict(self._rows("SELECT id, file FROM articles"))

    def claims(self) -> tuple[Claim, ...]:
        """The claims of all articles, by id."""
        return tuple(CLAIM.read(text) for (text,) in self._rows("SELECT claim FROM claims ORDER BY id"))

    def left_out_claims(self) -> tuple[Claim, ...]:
        """The claims that no event shows, by id."""
        rows = self._rows("SELECT claim FROM claims WHERE id IN (SELECT claim FROM left_out) ORDER BY id")
        return tuple(CLAIM.read(text) for (text,) in rows)

    def quotes(self) -> dict[str, str]:
        """The sentences of each claim, by claim id."""
        return dict(self._rows("SELECT id, quote FROM claims"))

    def profiles(self) -> tuple[Profile, ...]:
        """The profiles of all claims, by article."""
        rows = self._rows("SELECT profiles FROM articles ORDER BY id")
        return tuple(profile for (text,) in rows for profile in PROFILES.read(text))

    def drafts(self) -> tuple[Account, ...]:
        """What the timeline is told of each article, by id: its main claim, its own figures, its metadata."""
        return tuple(DRAFT.read(text) for (text,) in self._rows("SELECT account FROM articles ORDER BY id"))

    def casualties(self) -> dict[str, dict[Harm, tuple[int, ...]]]:
        """By article and harm, the indices of the figures on which the article's own tolls rest."""
        rows = self._rows("SELECT id, casualties FROM articles")
        return {article: CASUALTIES.read(text) for article, text in rows}

    # Where it came from

    def finish(self, found: Found) -> None:
        """Notes that an input file was read to its end without a problem."""
        self._write("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?)", [_file_row(found)])

    def finished(self, found: Found) -> bool:
        """Whether an input file is unchanged since it was read to its end by this version of the program."""
        return bool(
            self._rows("SELECT 1 FROM files WHERE (id, file, sha256, engine) = (?, ?, ?, ?)", *_file_row(found))
        )

    def articles_in(self, path: str) -> frozenset[str]:
        """The ids of the articles that were read from a file."""
        return frozenset(id for (id,) in self._rows("SELECT id FROM articles WHERE file = ?", file_of(path)))

    def note(self, problem: Problem) -> None:
        """Keeps a problem; the same one twice is one."""
        row = (storable(problem.path), storable(problem.reason), PROBLEM.write(problem))
        self._write("INSERT OR REPLACE INTO problems VALUES (?, ?, ?)", [row])

    def settle(self, problem: Problem) -> None:
        """Forgets a problem, for it is solved."""
        row = (storable(problem.path), storable(problem.reason))
        self._write("DELETE FROM problems WHERE (path, reason) = (?, ?)", [row])

    def problems(self) -> tuple[Problem, ...]:
        """What could not be read, by path."""
        return tuple(PROBLEM.read(text) for (text,) in self._rows("SELECT problem FROM problems ORDER BY path, reason"))

    # What was made of it

    def save(self, timeline: Timeline, rule: str) -> None:
        """Replaces the timeline; `rule` is the toll rule that it was made by."""
        rows: dict[str, list[tuple[str, ...]]] = {
            "events (event)": [(EVENT.write(event),) for event in timeline.events],
            "links (link)": [(LINK.write(link),) for link in timeline.links],
            "accounts (account)": [(ACCOUNT.write(account),) for account in timeline.articles],
            "left_out (claim, reason)": [(left.claim, left.reason) for left in timeline.left_out],
        }
        with self._whole():
            for table, values in rows.items():
                self._write(f"DELETE FROM {table.split()[0]}", [()])
                marks = ", ".join("?" * (1 + table.count(",")))
                self._write(f"INSERT INTO {table} VALUES ({marks})", values)
        self._write("UPDATE meta SET value = ? WHERE name = ?", [(engine_version(), "made"), (rule, "rule")])

    def is_current(self, rule: str) -> bool:
        """Whether the timeline was made of these articles by this rule and this version of the program."""
        return (self._meta("made"), self._meta("rule")) == (engine_version(), rule)

    def toll_rule(self) -> str:
        """The rule by which the timeline was last made; the usual one before that."""
        return self._meta("rule") or DEFAULT_RULE

    def events(self) -> tuple[Event, ...]:
        """All events in the timeline's order, with the claims that they were made of."""
        return tuple(EVENT.read(text) for (text,) in self._rows("SELECT event FROM events ORDER BY rowid"))

    def links(self) -> tuple[Link, ...]:
        """The claims that were joined, and why, in the timeline's order."""
        return tuple(LINK.read(text) for (text,) in self._rows("SELECT link FROM links ORDER BY rowid"))

    def accounts(self) -> tuple[ArticleAccount, ...]:
        """What became of each article, in the timeline's order."""
        return tuple(ACCOUNT.read(text) for (text,) in self._rows("SELECT account FROM accounts ORDER BY rowid"))

    def left_out(self) -> tuple[LeftOut, ...]:
        """The claims that no event shows."""
        return tuple(LeftOut(*row) for row in self._rows("SELECT claim, reason FROM left_out ORDER BY rowid"))

    def version(self) -> str:
        """Changes with each commit that wrote something, and from one workspace to another."""
        return f"{self._meta('birth')}-{self._meta('changes')}"

    def commit(self) -> None:
        """Makes what was written lasting, and visible to readers."""
        if self._db.in_transaction:
            with clear_errors(self.path):
                self._db.execute("UPDATE meta SET value = value + 1 WHERE name = 'changes'")
                self._db.execute("COMMIT")

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Everything that is read inside the block is of one state, whatever is written meanwhile."""
        is_writing = self._db.in_transaction  # its own writes are of one state already
        self._db.execute("SAVEPOINT snapshot" if is_writing else "BEGIN")
        try:
            yield
        finally:
            self._db.execute("RELEASE snapshot" if is_writing else "COMMIT")

    @contextmanager
    def _whole(self) -> Iterator[None]:
        """What is written inside the block is written as a whole or not at all, also where Ctrl-C falls into it."""
        self._write("UPDATE meta SET value = '' WHERE name = 'made'", [()])
        self._db.execute("SAVEPOINT whole")
        try:
            yield
        except BaseException:
            self._db.execute("ROLLBACK TO whole")
            raise
        finally:
            self._db.execute("RELEASE whole")

    def _meta(self, name: str) -> str:
        value: str = self._rows("SELECT value FROM meta WHERE name = ?", name)[0][0]
        return value

    def _rows(self, query: str, *values: Any) -> list[Any]:
        with clear_errors(self.path):
            return self._db.execute(query, values).fetchall()

    def _write(self, statement: str, rows: Iterable[Values]) -> int:
        with clear_errors(self.path):
            if not self._db.in_transaction:
                self._db.execute("BEGIN IMMEDIATE")
            return self._db.executemany(statement, rows).rowcount


def _file_row(found: Found) -> tuple[str | None, ...]:
    return storable(found.id), file_of(found.path), found.sha256, engine_version()
