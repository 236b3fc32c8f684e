"""The filters in the sidebar, the same on every page that shows many events, and kept in the address."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Final

import streamlit as st

from pages.parts import Shown
from timeline.charts import type_label
from timeline.event_types import EVENT_TYPES
from timeline.model import Event, Harm, Status
from timeline.selection import Figures, Selection, select

URL: Final = "query-params"
_FIRST, _LAST = date(1, 1, 1), date(9999, 12, 31)


def chosen(shown: Shown) -> tuple[Selection, tuple[Event, ...]]:
    """What the filters ask for, and the events that they let through, in the timeline's order."""
    with st.sidebar:
        selection = _selection(shown)
        events = select(shown.events, selection, shown.quotes)
        st.markdown(f"**{len(events):,}** of {len(shown.events):,} events shown")
    st.session_state["filters"] = {name: st.query_params.get_all(name) for name in st.query_params}
    return selection, events


def _selection(shown: Shown) -> Selection:
    """What the widgets ask for."""
    words = st.text_input(
        "Search", key="q", bind=URL, placeholder="words, “in quotes” for a phrase", icon=":material/search:"
    )
    since = st.date_input("From", value=None, key="since", bind=URL, min_value=_FIRST, max_value=_LAST)
    until = st.date_input("To", value=None, key="until", bind=URL, min_value=_FIRST, max_value=_LAST)
    types = st.multiselect("Type", _types(shown.events), format_func=type_label, key="type", bind=URL)
    places = st.multiselect("Place", _places(shown.events), key="place", bind=URL)
    sources = st.multiselect("Source", _common(s for e in shown.events for s in e.sources), key="source", bind=URL)
    with st.expander("More"):
        statuses = st.multiselect("Status", list(map(str, Status)), key="status", bind=URL)
        least = st.number_input("Sources, at least", min_value=0, value=0, key="sources", bind=URL)
        harm = st.selectbox("Harm", list(map(str, Harm)), key="harm", bind=URL)
        people = st.number_input("People harmed, at least", min_value=0, value=0, key="people", bind=URL)
    return Selection(
        since=since,
        until=until,
        types=frozenset(types),
        places=frozenset(places),
        sources=frozenset(sources),
        statuses=frozenset(map(Status, statuses)),
        min_sources=int(least),
        figures=(Figures(Harm(harm), int(people)),) if people else (),
        words=(words or "").replace("“", '"').replace("”", '"'),
    )


def _types(events: Iterable[Event]) -> list[str]:
    """The event types that occur, in the table's order."""
    found = {event_type for event in events for event_type in event.types}
    return [name for name in EVENT_TYPES if name in found] + sorted(found - set(EVENT_TYPES))


def _places(events: Iterable[Event]) -> list[str]:
    """Countries, divisions and places that occur, those of most events first."""
    places = (place for event in events for place in {event.where, *event.places} if place)
    return _common(name for place in places for name in {place.country, place.admin1, place.name} if name)


def _common(names: Iterable[str]) -> list[str]:
    return [name for name, _ in sorted(Counter(names).items(), key=lambda item: (-item[1], item[0]))]
