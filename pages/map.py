"""The map: where it happened, how many died there, and what has no place."""

import streamlit as st

from pages.filters import chosen
from pages.parts import CHART_CONFIG, begin, clicked, event_table, group_key, open_event
from timeline.charts import count_words, draw_map

shown = begin("Map")
events = chosen(shown)[1]
placed = [event for event in events if event.where and event.where.latitude is not None]
rest = [event for event in events if not (event.where and event.where.latitude is not None)]

st.caption(f"{count_words(len(placed), 'event')} on the map · {len(rest):,} without a known place")
picked: list[str] = []
if placed:
    config = CHART_CONFIG | {"scrollZoom": True}
    group_key(placed)
    chart = st.plotly_chart(draw_map(placed), key="map", on_select="rerun", selection_mode="points", config=config)
    picked = [name for joined in clicked(chart) for name in joined.split()]
    if len(picked) == 1:
        open_event(picked[0])
    st.caption("A disc is as large as the number of people killed there. Choose one to see its events.")
elif shown.events and not events:
    st.info("No event passes these filters.")
else:
    st.info("None of these events has a place on the map.")

if picked:
    here = [event for event in placed if event.id in set(picked)]
    st.subheader(f"{count_words(len(here), 'event')} at this place")
    event_table(here, "table-here")
if rest:
    with st.expander(f"Without a place ({len(rest):,})"):
        event_table(rest, "table-unplaced")
