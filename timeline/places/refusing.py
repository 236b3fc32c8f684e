"""Why a name is no place here, whatever speaks for it: agencies, ships, languages, months, titles, ordinary words.

A name and the words around it go in, the reason for refusing it comes out.
"""

import re

from timeline.model import PlaceKind
from timeline.places.facilities import AT_THE
from timeline.places.gazetteer import Role
from timeline.places.naming import Name, Scan
from timeline.places.neighbours import Beside
from timeline.places.words import plain_words

_AGENCY = re.compile(r"[^()\n]{0,40}\)[ \t]*[-–—]")


def refused(scan: Scan, name: Name, around: Beside) -> str:
    """Why a name is no place here, whatever else speaks for it; "" where it may be one."""
    if name.top.role is Role.SHORT:
        return "" if name.is_parent or _stands_alone(scan, name, around) else "an abbreviation alone"
    if name.parent:
        return ""
    if not name.is_parent and _is_agency(scan.text, name):
        return "a news agency"
    if reason := _refused_adjective(scan, name, around) if name.is_adjective else _named_after(name, around):
        return reason
    if name.plain in plain_words("seats") and not AT_THE.search(scan.text, name.start - 12, name.start):
        return "a seat of power that speaks"
    if scan.capitals and is_prose(scan, name):
        return "ordinary words in capitals"
    single = name.after - name.first == 1
    if name.plain in plain_words("months", "brands") or (single and name.plain in plain_words("titles", "before")):
        return "a month, a title, a compass word or a brand"
    if single and name.plain in plain_words("common") and not (name.sure or name.listed or is_placed(around)):
        return "an ordinary word"
    if name.top.record.kind is not PlaceKind.COUNTRY and _title_before(scan, name, around):
        return "behind a title"
    return ""


def is_prose(scan: Scan, name: Name) -> bool:
    """Whether a name in a text all in capitals is likelier to be ordinary words: "THE CITY", "CAR", "FRONT"."""
    surface = scan.text[name.start : name.end]
    single = name.after - name.first == 1
    tiny = single and len(surface) <= 3 and surface not in ("US", "USA", "UK", "EU", "PRC", "UAE")
    ordinary = single and name.plain in plain_words("common", "ordinary_in_capitals")
    return tiny or name.plain.startswith("the ") or ordinary


def is_placed(around: Beside) -> bool:
    """Whether a preposition of place stands before a name: "in Dayton"."""
    return around.before in plain_words("place_prepositions") and not around.left


def _refused_adjective(scan: Scan, name: Name, around: Beside) -> str:
    if _is_language(scan, name, around):
        return "a language"
    return "a firm or a charity" if around.right[:1] and around.right[0] in plain_words("firms") else ""


def _named_after(name: Name, around: Beside) -> str:
    """Why a thing that carries a place's name says nothing of where it is, "" for none: "HMS London", "Lassa fever"."""
    if around.left[:1] and around.left[0] in plain_words("ships"):
        return "a ship"
    if around.after in plain_words("diseases"):
        return "a disease"
    return "a dish or a breed" if around.after in plain_words("kinds_of_things") else ""


def _is_agency(text: str, name: Name) -> bool:
    """Whether a name stands in the brackets of a dateline: "ATHENS (Meridian Wire) -"."""
    opened = text.rfind("(", max(0, name.start - 40), name.start)
    if opened < 0 or not _AGENCY.match(text, name.end):
        return False
    line = text.rfind("\n", max(0, opened - 80), opened) + 1
    return line < opened and text[line : line + 3].isupper()


def _is_language(scan: Scan, name: Name, around: Beside) -> bool:
    """Whether an adjective is a language: "speaks Russian", "in English."."""
    stops = scan.text[name.end : name.end + 1] in (".", ",", ";", "")
    return around.before in plain_words("speaking") or (around.before in ("in", "into") and stops)


def _stands_alone(scan: Scan, name: Name, around: Beside) -> bool:
    """Whether an abbreviation stands for a state without a town before it: "in D.C.", "the N.J. Senate"."""
    surface = scan.text[name.start : name.end]
    dotted = surface.count(".") > 1 or (surface.endswith(".") and name.plain in plain_words("safe_short"))
    dotted |= name.top.record.kind is PlaceKind.CITY and is_placed(around)
    initials = bool(around.right) and around.right[0] not in plain_words("organisation", "facility", "common", "before")
    return dotted and not (initials and around.before not in plain_words("place_prepositions"))


def _title_before(scan: Scan, name: Name, around: Beside) -> bool:
    before = around.left[0] if around.left else ""
    if name.first > 0 and not before:
        previous = scan.tokens[name.first - 1]
        if scan.text[previous.end : name.start] == ". ":
            before = previous.word
    return before in plain_words("titles") and before not in plain_words("before")
