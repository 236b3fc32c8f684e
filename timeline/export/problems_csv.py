"""`problems.csv`: what could not be read, and why."""

from timeline.export.dossier import Dossier, Export
from timeline.export.sheets import to_sheet

COLUMNS = ("path", "reason")


def to_problems_csv(dossier: Dossier) -> Export:
    """One row per problem."""
    rows = ({"path": problem.path, "reason": problem.reason} for problem in dossier.problems)
    return Export(to_sheet(COLUMNS, rows))
