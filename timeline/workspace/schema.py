"""The file behind a workspace: its tables, how it is opened, and what is refused.

A path goes in, an open connection comes out. Only this module knows the version of the tables.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum
from pathlib import Path
from uuid import uuid4

APPLICATION = 0x74_6C_69_6E  # "tlin", in the file's header
VERSION = 1
WAIT_SECONDS = 30.0
TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- One row per article: its words as read, what was read out of it, and the light columns that lists show.
CREATE TABLE articles (
    id TEXT PRIMARY KEY,
    path TEXT NOT NULL,
    file TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    engine TEXT NOT NULL,
    read_at TEXT NOT NULL,
    title TEXT,
    source TEXT,
    url TEXT,
    language TEXT NOT NULL,
    published TEXT,
    basis TEXT NOT NULL,
    claims INTEGER NOT NULL,
    figures INTEGER NOT NULL,
    article TEXT NOT NULL,
    account TEXT NOT NULL,
    casualties TEXT NOT NULL,
    profiles TEXT NOT NULL,
    reading BLOB NOT NULL
);
CREATE INDEX articles_file ON articles (file);

CREATE TABLE claims (
    id TEXT NOT NULL,
    article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    claim TEXT NOT NULL,
    quote TEXT NOT NULL
);
CREATE INDEX claims_id ON claims (id);
CREATE INDEX claims_article ON claims (article);

-- Input files that were read to their end, so that an unchanged one need not be opened again.
CREATE TABLE files (
    id TEXT NOT NULL, file TEXT NOT NULL, sha256 TEXT, engine TEXT NOT NULL, PRIMARY KEY (id, file)
) WITHOUT ROWID;

CREATE TABLE problems (path TEXT NOT NULL, reason TEXT NOT NULL, problem TEXT NOT NULL, UNIQUE (path, reason));

-- The timeline, replaced as a whole; events hold their claims, for articles may be read anew before the next one.
CREATE TABLE events (event TEXT NOT NULL);
CREATE TABLE links (link TEXT NOT NULL);
CREATE TABLE accounts (account TEXT NOT NULL);
CREATE TABLE left_out (claim TEXT NOT NULL, reason TEXT NOT NULL);

-- What people decided; tied to words of an article, never to a claim, and never dropped.
CREATE TABLE judgements (
    id INTEGER PRIMARY KEY,
    article TEXT NOT NULL,
    field TEXT NOT NULL,
    start INTEGER NOT NULL,
    quote TEXT NOT NULL,
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    made_at TEXT NOT NULL
);
"""


class WorkspaceError(Exception):
    """A workspace cannot be used; the message is for the user."""


class Access(Enum):
    """What may become of a file that is not there."""

    CREATE = "create"
    EXISTING = "existing"


def connect(path: Path, access: Access) -> sqlite3.Connection:
    """An open workspace file; raises `WorkspaceError` where there is none, or where it is another program's file."""
    if access is Access.EXISTING and not path.is_file():
        raise WorkspaceError(f"{path}: no workspace here; `python -m timeline build FOLDER` makes one")
    with clear_errors(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, timeout=WAIT_SECONDS, isolation_level=None)
        try:
            _prepare(connection, path, access)
        except BaseException:
            connection.close()
            raise
    return connection


@contextmanager
def clear_errors(path: Path) -> Iterator[None]:
    """What the database or the disk refuses, in words for the user."""
    try:
        yield
    except sqlite3.OperationalError as error:
        busy = "locked" in str(error) or "busy" in str(error)
        raise WorkspaceError(f"{path}: {'another build is writing to it' if busy else error}") from error
    except sqlite3.DatabaseError as error:
        raise WorkspaceError(f"{path}: not a workspace, or a damaged one ({error})") from error
    except OSError as error:
        raise WorkspaceError(f"{path}: {error.strerror}") from error


def _prepare(connection: sqlite3.Connection, path: Path, access: Access) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if application != APPLICATION and tables:
        raise WorkspaceError(f"{path}: a database of another program")
    if not tables and access is Access.EXISTING:
        raise WorkspaceError(f"{path}: empty; `python -m timeline build FOLDER` fills it")
    if not tables:
        _create(connection)
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version != VERSION:
        raise WorkspaceError(f"{path}: made by another version of this program (tables {version}, not {VERSION})")


def _create(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    connection.executescript(f"BEGIN IMMEDIATE; PRAGMA application_id = {APPLICATION}; {TABLES}")
    birth = {"birth": uuid4().hex, "changes": "0", "shape": "", "made": "", "rule": ""}
    connection.executemany("INSERT INTO meta VALUES (?, ?)", birth.items())
    connection.execute(f"PRAGMA user_version = {VERSION}")
    connection.execute("COMMIT")
