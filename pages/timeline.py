"""The timeline: what happened when, in lanes, with trays for what has no date or no place, and downloads."""

import streamlit as st

from pages.downloads import downloads
from pages.filters import URL, chosen
from pages.parts import CHART_CONFIG, begin, clicked, event_table, group_key, open_event
from timeline.charts import Lanes, count_words, draw_timeline, outside, whole_of, window_of

KEY = """<div class="tags key">
<span><b class="dot"></b>one day</span> <span><b class="bar pale"></b>some time within</span>
<span><b class="bar full"></b>all that time</span> <span><b class="bar hollow"></b>planned or possible</span>
<span><b>✖</b>denied</span></div>"""

shown = begin("Timeline")
selection, events = chosen(shown)
dated = [event for event in events if event.when]
undated = [event for event in events if not event.when]
unplaced = [event for event in events if not event.where]

articles = {article for event in events for article in event.articles}
facts = [count_words(len(events), "event"), f"told by {count_words(len(articles), 'article')}"]
left, right = st.columns([3, 2], vertical_alignment="bottom")
left.caption(" · ".join(facts))
lanes = right.segmented_control(
    "Lanes by",
    list(map(str, Lanes)),
    default=str(Lanes.TYPE),
    required=True,
    format_func=str.capitalize,
    key="lanes",
    bind=URL,
)

if dated:
    window = window_of(dated)
    if far := outside(dated, window):
        label = f"Show all dates ({count_words(len(far), 'event')} far from the others)"
        window = whole_of(dated) if st.toggle(label, key="all", bind=URL) else window
    group_key(dated)
    chart = st.plotly_chart(
        draw_timeline(dated, Lanes(lanes or Lanes.TYPE), window),
        key="timeline",
        on_select="rerun",
        selection_mode="points",
        config=CHART_CONFIG,
    )
    if names := clicked(chart):
        open_event(names[0])
    st.html(KEY)
elif shown.events and not events:
    st.info("No event passes these filters.")
elif events:
    st.info("None of these events has a date; they are listed below.")
else:
    st.info("These articles tell of no event. The **Articles** page shows what was read in them.")

if events:
    tabs = st.tabs(
        [f"All ({len(events):,})", f"Undated ({len(undated):,})", f"Unplaced ({len(unplaced):,})", "Download"]
    )
    for tab, members, name in zip(tabs, (events, undated, unplaced), ("all", "undated", "unplaced"), strict=False):
        with tab:
            if members:
                event_table(members, f"table-{name}")
            else:
                st.caption("None.")
    with tabs[-1]:
        downloads(selection)
