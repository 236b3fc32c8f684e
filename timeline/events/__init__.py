"""Events: clusters of claims merged by named rules, with every difference between them kept."""

from timeline.events.building import build_timeline
from timeline.events.members import Account, account_of
from timeline.events.precision import date_prec, time_precision, where_prec
from timeline.events.tolls import DEFAULT_RULE, TOLL_RULES

__all__ = [
    "DEFAULT_RULE",
    "TOLL_RULES",
    "Account",
    "account_of",
    "build_timeline",
    "date_prec",
    "time_precision",
    "where_prec",
]
