"""The network: which articles tell of which events, and which claims were joined."""

import streamlit as st

from pages.filters import chosen
from pages.menu import PAGES
from pages.parts import CHART_CONFIG, begin, clicked, group_key, open_event
from timeline.charts import count_words, draw_graph, shown_in_graph

shown = begin("Graph")
events = chosen(shown)[1]
drawn = shown_in_graph(events)

if drawn:
    articles = {article for event in drawn for article in event.articles}
    left_off = f" · {len(events) - len(drawn):,} events of fewer articles left off: filter to see them"
    st.caption(
        f"{count_words(len(drawn), 'event')}, told by {count_words(len(articles), 'article')}"
        + (left_off if len(drawn) < len(events) else "")
    )
    figure = draw_graph(drawn, shown.links)
    group_key(drawn)
    chart = st.plotly_chart(figure, key="graph", on_select="rerun", selection_mode="points", config=CHART_CONFIG)
    for name in clicked(chart)[:1]:
        kind, _, member = name.partition(" ")
        if kind == "event":
            open_event(member)
        st.switch_page(PAGES["articles"], query_params={"article": member})
    st.caption(
        "A disc is an event, a square an article, a diamond what the article claims of the event. "
        "Dotted lines join claims that were found to speak of the same event. Choose a mark to open it."
    )
else:
    st.info("No event passes these filters." if shown.events else "These articles tell of no event.")
