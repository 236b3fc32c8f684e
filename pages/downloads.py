"""Downloads of exactly the events that the filters show, in every format of the package's table."""

from collections.abc import Callable

import streamlit as st

from pages.parts import workspace_path
from timeline.export import FILES, FORMATS, gather
from timeline.selection import Selection
from timeline.workspace import Access, Workspace


def downloads(selection: Selection) -> None:
    """A button per format; a file is written when its button is pressed."""
    names = {format: file for file, format in FILES.items()}
    st.caption("Each file holds the events shown, with all their fields; what a format cannot hold it says.")
    with st.container(horizontal=True):
        for name, format in FORMATS.items():
            st.download_button(
                name,
                data=_writer(name, selection),
                file_name=names.get(name, f"timeline-{name}{format.suffix}"),
                mime=format.media_type,
                help=format.description,
                icon=":material/download:",
                on_click="ignore",
                key=f"download-{name}",
            )


def _writer(name: str, selection: Selection) -> Callable[[], bytes]:
    def write() -> bytes:
        with Workspace(workspace_path(), Access.EXISTING) as workspace:
            return FORMATS[name].write(gather(workspace, selection)).content

    return write
