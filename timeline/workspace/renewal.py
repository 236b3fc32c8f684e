"""A workspace of another program version made fit for this one.

What was derived is dropped, for it is made anew from the articles; people's judgements stay.
"""

import sqlite3
from pathlib import Path

from timeline.events import Account
from timeline.linking import Profile
from timeline.model import Article, ArticleAccount, Event, Link, Problem, Reading
from timeline.workspace.codec import shape
from timeline.workspace.schema import Access, WorkspaceError

_DERIVED = "claims events links accounts left_out problems files".split()


def renew(db: sqlite3.Connection, path: Path, access: Access) -> None:
    """Empties what this version could not read; raises `WorkspaceError` where the workspace is only to be read."""
    article, rest = (
        shape(Article),
        "".join(map(shape, (Reading, Profile, Account, Event, Link, ArticleAccount, Problem))),
    )
    (stored,) = db.execute("SELECT value FROM meta WHERE name = 'shape'").fetchone()
    if stored == article + rest:
        return
    if access is Access.EXISTING:
        raise WorkspaceError(f"{path}: made by another version of this program; run `build` again")
    db.execute("BEGIN IMMEDIATE")
    for table in _DERIVED if stored else ():
        db.execute(f"DELETE FROM {table}")
    if stored and not stored.startswith(article):
        db.execute("DELETE FROM articles")
    db.execute("UPDATE articles SET engine = '', claims = 0, figures = 0, profiles = '[]'")
    db.execute("UPDATE meta SET value = ? WHERE name = 'shape'", (article + rest,))
    db.execute("COMMIT")
