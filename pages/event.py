"""One event, at an address of its own: what each source says, every figure and difference, why they were joined."""

from html import escape

import streamlit as st

from pages.menu import PAGES
from pages.parts import begin, event_table, filled, plain, readings_of, tags
from timeline.charts import (
    colour_of,
    count_words,
    difference_rows,
    draw_passage,
    evidence_rows,
    figure_rows,
    place_words,
    published_words,
    rule_rows,
    sum_words,
    type_label,
    when_words,
)
from timeline.model import Claim, Event, Harm, Reading

shown = begin("Event")
if not shown.events:
    st.info("These articles tell of no event. The **Articles** page shows what was read in them.")
    st.stop()


def pick(event: Event | None) -> Event | None:
    """The event to show: that of the address, or the one picked from the list."""
    names = [item.id for item in shown.events]
    titles = {item.id: f"{item.title} ({when_words(item.when)})" for item in shown.events}
    picked = st.selectbox(
        "Event",
        names,
        index=names.index(event.id) if event else None,
        format_func=lambda name: titles[name],
        placeholder="Choose an event",
        label_visibility="collapsed",
        key=f"picked-{event.id if event else ''}",
    )
    if picked and (event is None or picked != event.id):
        st.query_params["id"] = picked
        st.rerun()
    return event


def draw_head(event: Event) -> None:
    """Title, type, time, place, figures."""
    st.header(plain(event.title), anchor=False)
    colour = colour_of(event.types[0])
    facts = [(type_label(event.types[0]), colour), *((type_label(name), "") for name in event.types[1:])]
    facts += [(str(event.status), ""), ("running total" if event.scope == "aggregate" else "", "")]
    facts += [
        (count_words(len(event.sources), "source") if event.sources else "source unknown", ""),
        (count_words(event.origins, "independent origin"), ""),
    ]
    tags(facts)
    reported = " (as reported: the articles state no date)" if event.when and event.when.rule == "reported" else ""
    others = [place_words(place) for place in event.places[1:] if place != event.where]
    lines = {"When": when_words(event.when) + reported, "Where": place_words(event.where), "Also": "; ".join(others)}
    rows = "".join(f"<b>{name}</b><span>{escape(words)}</span>" for name, words in lines.items() if words)
    st.html(f'<div class="lead">{rows}</div>')
    boxes = "".join(
        f'<div class="figure"><b>{escape(sum_words(event.tolls[harm]))}</b>{harm}'
        f"<br><small>rule: {escape(event.tolls[harm].rule)}</small></div>"
        for harm in Harm
        if harm in event.tolls
    )
    if boxes:
        st.html(f'<div class="figures">{boxes}</div>')


def draw_account(claim: Claim, reading: Reading) -> None:
    """One source's words: the paragraph, with the words that the claim rests on."""
    article = reading.article
    with st.container(gap="small"):
        name = plain(article.source or article.id)
        role = "" if claim.role == "news" else " · as background"
        st.markdown(f"**{name}** · {plain(published_words(reading))}{role}")
        st.html(draw_passage(article, claim))
        st.page_link(
            PAGES["articles"],
            label=plain(article.title or article.id),
            icon=":material/article:",
            query_params={"article": article.id},
        )


def draw_table(title: str, rows: list[dict[str, object]], note: str) -> None:
    """A titled table, or the words for an empty one."""
    st.subheader(title, anchor=False)
    if rows:
        st.dataframe(filled(rows), hide_index=True, placeholder="–")
    else:
        st.caption(note)


def draw_related(event: Event) -> None:
    """What it led to, and what led to it."""
    effects = [(f"Led to: {e.title}", e.id) for e in shown.events if e.id in event.led_to]
    causes = [(f"Followed from: {e.title}", e.id) for e in shown.events if event.id in e.led_to]
    for label, name in [*causes, *effects]:
        st.page_link(PAGES["event"], label=plain(label), icon=":material/trending_flat:", query_params={"id": name})


filters = st.session_state.get("filters", {})
st.page_link(PAGES["timeline"], label="Back to the timeline", icon=":material/arrow_back:", query_params=filters)
asked = st.query_params.get("id")
event = pick(shown.event(asked))
if event is None:
    if asked:
        st.warning(f"No event has the id {plain(asked)}. It may have been withdrawn with its article.")
    event_table(shown.events, "table-events")
    st.stop()

draw_head(event)
draw_related(event)
readings = readings_of(event.articles)
st.subheader("What each source says", anchor=False)
news_first = sorted(event.claims, key=lambda claim: (claim.role != "news", claim.article, claim.sentence))
for claim in news_first:
    if claim.article in readings:
        draw_account(claim, readings[claim.article])
draw_table("Every figure, by who says so", figure_rows(event, readings), "No figure is stated.")
draw_table("Where the accounts differ", difference_rows(event), "They do not contradict one another.")
draw_table("Why these accounts were joined", evidence_rows(event, shown.links), "There is one account only.")
draw_table("How time and place were found", rule_rows(event, readings), "No claim.")
copies = [shown.accounts[name] for name in event.articles if name in shown.accounts and shown.accounts[name].copy_of]
for account in copies:
    st.caption(plain(f"{account.id} is a copy of {account.copy_of} and counts as the same origin."))
