"""The dashboard: `streamlit run streamlit_app.py`, or `python -m timeline dashboard`.

The workspace to show is the file that the environment variable TIMELINE_WORKSPACE names (out/timeline.sqlite).
"""

from pathlib import Path

import streamlit as st

from pages.parts import PAGES, style

ICON = Path(__file__).parent / "pages" / "icon.svg"
SIGNS = {"timeline": "timeline", "map": "map", "graph": "hub", "event": "event", "articles": "article"}

st.set_page_config(page_title="Timeline", page_icon=str(ICON), layout="wide")
style()
menu = [
    st.Page(
        script, title=name.capitalize(), icon=f":material/{SIGNS[name]}:", url_path=name, default=name == "timeline"
    )
    for name, script in PAGES.items()
]
st.navigation(menu).run()
