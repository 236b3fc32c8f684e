"""The dashboard: `streamlit run streamlit_app.py`, or `python -m timeline dashboard`.

The workspace to show is the file that the environment variable TIMELINE_WORKSPACE names (out/timeline.sqlite).
"""

from pathlib import Path

import streamlit as st

from pages.menu import run_menu
from pages.parts import style

ICON = Path(__file__).parent / "pages" / "icon.svg"

st.set_page_config(page_title="Timeline", page_icon=str(ICON), layout="wide")
style()
run_menu()
