"""The articles: each text with everything that was read in it marked, and what could not be read."""

import streamlit as st

from pages.menu import PAGES
from pages.parts import begin, filled, plain, readings_of, tags
from timeline.charts import (
    count_words,
    draw_key,
    draw_text,
    marks_of,
    problem_rows,
    published_words,
    rejected_rows,
    toll_words,
    type_label,
)
from timeline.model import Reading
from timeline.workspace import ArticleRow

shown = begin("Articles")


def table_row(row: ArticleRow) -> dict[str, object]:
    """An article in the list."""
    account = shown.accounts.get(row.id)
    return {
        "Title": row.title or row.id,
        "Source": row.source,
        "Published": row.published,
        "Known by": str(row.basis),
        "Claims": row.claims,
        "Figures": row.figures,
        "Language": row.language,
        "Copy of": account.copy_of if account else None,
        "File": row.path,
    }


def draw_article(reading: Reading) -> None:
    """An article's head, the events that it tells of, and its marked text."""
    article = reading.article
    st.header(plain(article.title or article.id), anchor=False)
    updated = f"updated {article.updated.isoformat()}" if article.updated else ""
    tags([(words, "") for words in (article.source or "source unknown", published_words(reading), updated)])
    account = shown.accounts.get(article.id)
    if account and account.tolls:
        st.caption(plain(f"Its own figures: {toll_words(account.tolls)}"))
    if article.language != "en":
        st.info(f"This article is not in English ({plain(article.language)}) and was not read for events.")
    names = ["Text", f"Events ({len(told(reading))})", f"Not taken ({len(reading.rejected)})", "Custody"]
    text, events, rejected, custody = st.tabs(names)
    with text:
        st.html(draw_key())
        st.html(draw_text(article, marks_of(reading)))
    with events:
        draw_events(reading)
    with rejected:
        if reading.rejected:
            st.dataframe(rejected_rows(reading), hide_index=True)
        else:
            st.caption("Nothing that looked like a time, a place or a figure was set aside.")
    with custody:
        origin = article.origin
        st.text(f"File      {origin.path}\nSHA-256   {origin.sha256}\nRead at   {origin.read_at:%Y-%m-%d %H:%M:%S} UTC")
        st.text(f"Address   {article.url}" if article.url else "No address is known.")


def told(reading: Reading) -> list[str]:
    """Ids of the events that hold a claim of the article."""
    return [event.id for event in shown.events if reading.article.id in event.articles]


def draw_events(reading: Reading) -> None:
    """Links to its events, and the claims that no event shows."""
    members = set(told(reading))
    for event in shown.events:
        if event.id in members:
            label = plain(f"{event.title} ({type_label(event.types[0])})")
            st.page_link(PAGES["event"], label=label, icon=":material/event:", query_params={"id": event.id})
    reasons = {item.claim: item.reason for item in shown.left_out}
    rows = [
        {"Not shown as an event": " ".join(reading.article.quote(claim.sentence).split()), "Because": reasons[claim.id]}
        for claim in reading.claims
        if claim.id in reasons
    ]
    if rows:
        st.dataframe(rows, hide_index=True, placeholder="–")
    if not members and not rows:
        st.caption("It tells of no event.")


def pick(asked: str | None) -> str | None:
    """The article to show: that of the address, or the one chosen in the list."""
    names = [row.id for row in shown.articles]
    titles = {row.id: f"{row.title or row.id} ({row.source or row.path})" for row in shown.articles}
    asked = asked if asked in titles else None
    picked = st.selectbox(
        "Article",
        names,
        index=names.index(asked) if asked else None,
        format_func=lambda name: titles[name],
        placeholder="Choose an article",
        label_visibility="collapsed",
        key=f"picked-{asked or ''}",
    )
    if picked and picked != asked:
        st.query_params["article"] = picked
        st.rerun()
    return asked


asked = st.query_params.get("article")
article = pick(asked)
if asked and article is None:
    st.warning(f"No article has the id {plain(asked)}.")
if article is not None:
    for reading in readings_of([article]).values():
        draw_article(reading)
else:
    problems, left_out = shown.problems, shown.left_out
    tabs = st.tabs([f"Articles ({len(shown.articles):,})", f"Problems ({len(problems):,})"])
    with tabs[0]:
        chosen = st.dataframe(
            filled([table_row(row) for row in shown.articles]),
            hide_index=True,
            placeholder="–",
            key="articles",
            on_select="rerun",
            selection_mode="single-row",
        )
        if rows := chosen["selection"]["rows"]:
            st.query_params["article"] = shown.articles[rows[0]].id
            st.rerun()
    with tabs[1]:
        if problems:
            st.dataframe(problem_rows(problems), hide_index=True, placeholder="–")
        else:
            st.caption("Everything could be read.")
    if left_out:
        st.caption(f"No event shows {count_words(len(left_out), 'claim')}; their articles' pages say why.")
