"""Columns that the event and the claim sheet share: figures by harm, and times as days."""

from collections.abc import Iterable, Mapping

from timeline.export.sheets import Row, joined
from timeline.model import Harm, Sum, When

HARMS = tuple(harm for harm in Harm if harm is not Harm.HOMELESS)  # the sheets have no columns for it
HARM_COLUMNS = tuple(f"{harm.value}_{bound}" for harm in HARMS for bound in ("low", "best", "high"))


def harm_cells(tolls: Mapping[Harm, Sum]) -> Row:
    """Low, best and high of each harm; empty where nothing is said, 0 where none is stated."""
    return {
        f"{harm.value}_{bound}": getattr(figure, bound)
        for harm, figure in tolls.items()
        for bound in ("low", "best", "high")
    }


def rules(tolls: Mapping[Harm, Sum]) -> str:
    """The rules by which the figures were computed, each once."""
    return joined(dict.fromkeys(tolls[harm].rule for harm in Harm if harm in tolls))


def day_cells(when: When | None) -> Row:
    """Earliest and latest possible day."""
    return {"date_start": when.outer.first, "date_end": when.outer.last} if when else {}


def homeless_left_out(tolls: Iterable[Mapping[Harm, Sum]]) -> tuple[str, ...]:
    """Says how many figures of homeless people have no column."""
    count = sum(Harm.HOMELESS in figures for figures in tolls)
    return (f"{count:,} figure{'s' * (count != 1)} of homeless people left out: no column; see json",) if count else ()
