"""The one place where plotly enters: traces and a layout as plain dicts go in, a checked figure comes out."""

from collections.abc import Sequence
from typing import Any


def figure_of(traces: Sequence[dict[str, Any]], layout: dict[str, Any]) -> Any:
    """A `plotly.graph_objects.Figure`; raises `ValueError` where a trace has a field that plotly does not know."""
    # imported late: it is slow, and only pages draw
    from plotly.graph_objects import Figure  # type: ignore[import-untyped]  # plotly ships no types

    return Figure(data=list(traces), layout=layout)
