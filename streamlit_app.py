"""The dashboard: `streamlit run streamlit_app.py`, or `python -m timeline dashboard`.

The workspace to show is the file that the environment variable TIMELINE_WORKSPACE names (out/timeline.sqlite).
"""

import streamlit as st

from pages.parts import PAGES, style

st.set_page_config(page_title="Timeline", page_icon=":material/timeline:", layout="wide")
style()
st.navigation(list(PAGES.values())).run()
