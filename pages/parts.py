"""What all pages share: the workspace as it is now, links between pages, escaping, and the words for an empty one.

Only this module knows where the workspace is and how Streamlit's Markdown is kept from reading an article's characters.
"""

import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

import streamlit as st

from pages.menu import PAGES, enter_by_menu
from timeline.charts import colour_of, count_words, event_rows, group_label, text_style
from timeline.model import ArticleAccount, Event, LeftOut, Link, Problem, Reading
from timeline.workspace import Access, ArticleRow, Workspace, WorkspaceError

DEFAULT_WORKSPACE = "out/timeline.sqlite"
CHART_CONFIG = {"displaylogo": False, "modeBarButtonsToRemove": ["select2d", "lasso2d"], "scrollZoom": False}
_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+\-!|~$:<>.&^])")


@dataclass(frozen=True, slots=True)
class Shown:
    """All that the pages show of one state of a workspace."""

    events: tuple[Event, ...]
    links: tuple[Link, ...]
    accounts: dict[str, ArticleAccount]
    articles: tuple[ArticleRow, ...]
    problems: tuple[Problem, ...]
    left_out: tuple[LeftOut, ...]
    quotes: dict[str, str]

    def event(self, name: str | None) -> Event | None:
        """The event of an id, its own or that of one of its claims."""
        return next((e for e in self.events if name == e.id or any(name == claim.id for claim in e.claims)), None)


NOTHING = Shown((), (), {}, (), (), (), {})


def workspace_path() -> Path:
    """The file that the pages show."""
    return Path(os.environ.get("TIMELINE_WORKSPACE") or DEFAULT_WORKSPACE)


def load() -> Shown:
    """The workspace as it is now, read anew only when it has changed; where there is none, nothing."""
    path = workspace_path()
    if not path.is_file():
        return NOTHING
    try:
        with Workspace(path, Access.EXISTING) as workspace:
            return _load(str(path), workspace.version())
    except WorkspaceError as error:
        st.error(plain(str(error)), icon=":material/error:")
        st.stop()


def readings_of(articles: Iterable[str]) -> dict[str, Reading]:
    """What was read out of some articles, by id."""
    with Workspace(workspace_path(), Access.EXISTING) as workspace:
        found = {article: workspace.reading(article) for article in articles}
    return {article: reading for article, reading in found.items() if reading is not None}


def style() -> None:
    """The style sheets of the pages and of marked texts."""
    st.html(f"<style>{(Path(__file__).parent / 'pages.css').read_text(encoding='utf-8')}{text_style()}</style>")


def begin(title: str) -> Shown:
    """The page's title, and what the workspace holds; stops the page where it holds nothing."""
    enter_by_menu()
    st.title(title, anchor=False)
    shown = load()
    if not shown.articles:
        st.info("**No articles yet.** Run `python -m timeline build FOLDER` and open this page again.")
        if shown.problems:
            st.warning(f"{count_words(len(shown.problems), 'file')} could not be read:")
            st.dataframe(
                [{"File": p.path, "Reason": p.reason} for p in shown.problems], hide_index=True, placeholder="–"
            )
        st.caption(f"The workspace looked for is `{workspace_path()}`; TIMELINE_WORKSPACE names another.")
        st.stop()
    return shown


def plain(words: str) -> str:
    """Words as Markdown that shows exactly these characters.

    >>> plain("a_b $5 <i>")
    'a\\\\_b \\\\$5 \\\\<i\\\\>'
    """
    return _SPECIAL.sub(r"\\\1", " ".join(words.split()))


def group_key(events: Iterable[Event]) -> None:
    """The colours of the events' groups, for narrow pages, which have no room for a chart's own legend."""
    colours = {group_label(event.types[0]): colour_of(event.types[0]) for event in events}
    tags(sorted(colours.items()), "tags key narrow")


def tags(pairs: Sequence[tuple[str, str]], classes: str = "tags") -> None:
    """Short facts in a row, each with a colour (#rrggbb, or "" for none)."""
    spans = "".join(
        f'<span class="tag">{f"<i style=background:{escape(colour)}></i>" if colour else ""}{escape(words)}</span>'
        for words, colour in pairs
        if words
    )
    st.html(f'<div class="{classes}">{spans}</div>')


def filled(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """A table's rows without the columns that are empty in all of them."""
    used = [name for name in (rows[0] if rows else ()) if any(row[name] is not None for row in rows)]
    return [{name: row[name] for name in used} for row in rows]


def open_event(event: str) -> None:
    """Goes to an event's own page."""
    st.switch_page(PAGES["event"], query_params={"id": event})


def event_table(events: Sequence[Event], key: str) -> None:
    """A table of events; choosing a row opens the event."""
    chosen = st.dataframe(
        event_rows(events),
        hide_index=True,
        placeholder="–",
        key=key,
        on_select="rerun",
        selection_mode="single-row",
        column_config={
            "When": st.column_config.TextColumn(width=150),
            "Event": st.column_config.TextColumn(width=290),
            "Type": st.column_config.TextColumn(width=85),
            "Where": st.column_config.TextColumn(width=130),
            "Killed": st.column_config.NumberColumn(format="localized", width=60),
            "Injured": st.column_config.NumberColumn(format="localized", width=60),
            "Sources": st.column_config.NumberColumn(width=65),
        },
    )
    rows = chosen["selection"]["rows"]
    if rows and rows[0] < len(events):
        open_event(events[rows[0]].id)


def clicked(chart: Any) -> list[str]:
    """What the chosen marks of a chart carry, none twice."""
    found = [point.get("customdata") for point in chart["selection"]["points"]]
    names = [item[0] if isinstance(item, list) else item for item in found if item]
    return list(dict.fromkeys(map(str, names)))


@st.cache_resource(max_entries=2, show_spinner="Reading the workspace …")
def _load(path: str, version: str) -> Shown:
    with Workspace(path, Access.EXISTING) as workspace, workspace.snapshot():
        return Shown(
            workspace.events(),
            workspace.links(),
            {account.id: account for account in workspace.accounts()},
            workspace.articles(),
            workspace.problems(),
            workspace.left_out(),
            workspace.quotes(),
        )
