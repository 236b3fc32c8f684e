"""The menu: which pages there are, and that a page is only ever shown inside it.

Until a script has declared the menu, Streamlit takes every file in `pages/` for a page of its own and would show one
alone to the first visitor of a deep link.
"""

import streamlit as st
from streamlit.navigation.page import StreamlitPage

PAGES = {
    "timeline": "pages/timeline.py",
    "map": "pages/map.py",
    "graph": "pages/graph.py",
    "event": "pages/event.py",
    "articles": "pages/articles.py",
}
"""The scripts, in the order of the menu. Each is named like its address: an address without a script of its name is
not found by the first visitor after a start."""
SIGNS = {"timeline": "timeline", "map": "map", "graph": "hub", "event": "event", "articles": "article"}
_MARK = "run by the menu"


def run_menu() -> None:
    """Shows the page of the address, within the menu."""
    page = declare_menu()
    st.session_state[_MARK] = True
    page.run()


def declare_menu() -> StreamlitPage:
    """Says which pages there are; returns that of the address."""
    return st.navigation(
        [
            st.Page(
                script,
                title=name.capitalize(),
                icon=f":material/{SIGNS[name]}:",
                url_path=name,
                default=name == "timeline",
            )
            for name, script in PAGES.items()
        ]
    )


def enter_by_menu() -> None:
    """Starts anew by the entry where a page's script was run alone."""
    if not st.session_state.pop(_MARK, False):
        declare_menu()
        st.rerun()
