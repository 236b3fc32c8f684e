"""Which of Natural Earth's divisions is which of GeoNames': codes of the two part where a country was divided anew.

The source's rows go in; for a division's code, name and towns the row that is the same division comes out.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from gazetteer_names import shape_names

from timeline.model import distance_km
from timeline.places.folding import fold

NEAR_KM = 250.0  # a division of another name has a town of this division so near, if it is the same
GENERIC = re.compile(
    r"^(?:Provincia de|Provincia di|Provincia|Province de|Departamento de|Estado de|Wilayat|Gouvernorat de|Región de)\s"
    r"(?:la |el )?|\s(?:Oblast|Governorate|Province|Department|Krai|Region|State|Prefecture|County|Voivodeship)'?$"
    r"|\s(?:Autonomous )?Okrug$"
)
Shape = dict[str, Any]
Point = Sequence[float]


class Shapes:
    """The rows by code and by the country and name of a division."""

    def __init__(self, rows: Iterable[Shape]) -> None:
        self._by_code: dict[str, list[Shape]] = defaultdict(list)
        self._by_name: dict[tuple[str, str], list[Shape]] = defaultdict(list)
        for row in rows:
            self._by_code[row.get("gn_a1_code") or ""].append(row)
            for name in plain_names(shape_names(row)):
                self._by_name[row.get("iso_a2") or "", name].append(row)

    def of(self, code: str, name: str, towns: Sequence[Point]) -> Shape:
        """The row of a division: of its code and name, else of its name amid its towns, else of its code, else {}."""
        own, coded = plain_names([name]), self._by_code[code]
        alike = [row for row in coded if own & plain_names(shape_names(row))]
        named = [row for one in sorted(own) for row in self._by_name[code.split(".")[0], one] if _is_amid(row, towns)]
        amid = [row for row in coded if row.get("gn_level") == 1 and _is_amid(row, towns)]
        return min(alike or named or amid, key=lambda row: _rank(row, own), default={})


def _rank(row: Shape, own: set[str]) -> tuple[bool, int]:
    """Rows of the very name come first, then those that maps show from afar."""
    return own.isdisjoint(plain_names([row["name"] or ""])), row.get("adm0_sr") or 0


def plain_names(names: Iterable[str]) -> set[str]:
    """Folded names, with the words for a division and without them.

    >>> sorted(plain_names(["Perm Krai"]))
    ['perm', 'perm krai']
    """
    return {fold(form) for name in names for form in (name, GENERIC.sub("", name))}


def _is_amid(row: Shape, towns: Sequence[Point]) -> bool:
    point = (row["latitude"], row["longitude"])
    return any(distance_km(point, (town[0], town[1])) < NEAR_KM for town in towns)
