"""The words of harm, of people and of counts, as tables made ready for reading.

The tables of `casualties.toml` come out as one dictionary from a lower-cased word or phrase to what it means, and as
the letters that stand for kinds of word in patterns.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Any

from timeline.model import Harm
from timeline.spans import alternation, read_table

IRREGULAR = {
    "child": "children",
    "person": "persons",
    "wife": "wives",
    "thief": "thieves",
    "man": "men",
    "woman": "women",
}
FEMALE, MALE = "female", "male"


@dataclass(frozen=True, slots=True)
class Word:
    """What a word or phrase means to the grammar: the letter of its kind, and the harm that it tells of, if any.

    `shot` marks words that hurt without saying whether the person lived; `role` is "perpetrator" for words that name
    those who do harm, `gender` is "male" or "female" where the word says so, `base` the singular of a noun.
    """

    kind: str
    harm: Harm | None = None
    shot: bool = False
    role: str = ""
    gender: str = ""
    base: str = ""


@cache
def table() -> dict[str, Any]:
    """The table of words and phrases."""
    return read_table("timeline.casualties", "casualties.toml")


@cache
def kind(name: str) -> str:
    """The letter that stands for a kind of word in patterns; `KeyError` where there is none of that name."""
    return str(table()["classes"][name])


@cache
def lexicon() -> dict[str, Word]:
    """Every word and phrase of the table, lower-cased."""
    words: dict[str, Word] = {}
    for key, word in [*_nouns(), *_function_words(), *_verbs(), *_supplies(), *_plain(), *_others()]:
        words[key] = word
    return words


@cache
def phrases() -> str:
    """Source of a pattern that matches the longest phrase of more than one word."""
    return alternation(sorted({key for key in lexicon() if not re.fullmatch(r"[\w.]+(?:-\w+)*", key)}))


def plural(noun: str) -> str:
    """The plural of an English noun.

    >>> [plural(noun) for noun in ("fireman", "baby", "church", "family member")]
    ['firemen', 'babies', 'churches', 'family members']
    """
    for ending, replacement in IRREGULAR.items():
        if noun.endswith(ending):
            return noun[: -len(ending)] + replacement
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "z", "ch", "sh")) else "s")


def _nouns() -> Iterator[tuple[str, Word]]:
    nouns, people = table()["nouns"], table()["people"]
    for noun in nouns["objects"]:
        yield noun, Word(kind("OBJECT"))
        yield plural(noun), Word(kind("OBJECT"))
    for noun in nouns["units"]:
        yield noun, Word(kind("UNIT"))
    for noun in people["households"]:
        yield noun, Word(kind("HOUSEHOLD"), base=noun)
    for noun in people["plural"]:
        yield noun, Word(kind("PLURAL"), base=noun)
    for role, group in (("", people["singular"]), ("perpetrator", people["perpetrators"])):
        for noun in group:
            gender = MALE if noun in people["men"] else FEMALE if noun in people["women"] else ""
            yield noun, Word(kind("SINGULAR"), role=role, gender=gender, base=noun)
            yield plural(noun), Word(kind("PLURAL"), role=role, base=noun)
    for noun in table()["victims"]["nouns"]:
        shot = noun.startswith(("shooting", "gunshot"))
        yield noun, Word(kind("SINGULAR"), Harm.INJURED, shot, base="victim")
        yield plural(noun), Word(kind("PLURAL"), Harm.INJURED, shot, base="victim")
    for noun in people["titles"]:
        yield noun, Word(kind("TITLE"), base=noun)


def _function_words() -> Iterator[tuple[str, Word]]:
    for name, words in table()["words"].items():
        for word in words:
            gender = {"he": MALE, "him": MALE, "she": FEMALE}.get(word, "")
            yield word, Word(kind(name), Harm.RESCUED if name == "FOUND" else None, gender=gender)


def _verbs() -> Iterator[tuple[str, Word]]:
    for verb in table()["verb"]:
        harm, shot = Harm(verb["harm"]), tuple(verb.get("shot", ()))
        for form, name in (("past", "HARMED"), ("gerund", "HARMING"), ("base", "HARM")):
            for word in verb[form]:
                yield word, Word(kind(name), harm, shot=word.split()[0] in shot)
    for name, section in (("DIED", "intransitive"), ("DEAD", "adjectives"), ("IMPLIED", "implied")):
        for harm_name, words in table()[section].items():
            for word in words:
                yield word, Word(kind(name), Harm(harm_name), base="1+")
    for harm_name, words in table()["multiple_events"].items():
        for times, number in table()["multiple"].items():
            for word in words:
                yield f"{times} {word}", Word(kind("MULTIPLE"), Harm(harm_name), word == "shooting", base=str(number))


def _supplies() -> Iterator[tuple[str, Word]]:
    """Cutting people off from what they are supplied with: "cut power and water to", "without heating"."""
    cutting = table()["cutting"]
    single = cutting["supplies"]
    both = [f"{first} and {second}" for first in single for second in single if first != second]
    for supply in [*single, *both]:
        yield f"without {supply}", Word(kind("DEAD"), Harm.AFFECTED)
        yield f"lost {supply}", Word(kind("DIED"), Harm.AFFECTED)
        for form, name in (("past", "HARMED"), ("gerund", "HARMING")):
            for verb, link in product(cutting[form], ("to", "for")):
                yield f"{verb} {supply} {link}", Word(kind(name), Harm.AFFECTED)


def _plain() -> Iterator[tuple[str, Word]]:
    """Words of one kind each."""
    for word in table()["words"]["SELFSHOT"]:
        yield word, Word(kind("SELFSHOT"), Harm.KILLED if word.startswith("turn") else Harm.INJURED, shot=True)
    for name, section, part, harm in (
        ("STRUCK", "struck", "words", Harm.INJURED),
        ("ACCUSED", "accused", "words", None),
        ("HOLD", "hold", "words", Harm.ABDUCTED),
        ("SEND", "hospital", "send", None),
        ("HOSPITAL", "hospital", "places", Harm.INJURED),
        ("LEAVE", "leave", "words", None),
        ("DEADLY", "deadly", "adjectives", Harm.KILLED),
        ("DIRECT", "direct", "words", Harm.KILLED),
        ("FORCE", "force", "displaced", Harm.DISPLACED),
        ("FORCE", "force", "evacuated", Harm.EVACUATED),
        ("AWAY", "force", "away", None),
        ("FLED", "fled", "words", Harm.DISPLACED),
        ("SHELTER", "sheltered", "places", Harm.EVACUATED),
        ("SURVIVED", "survived", "words", Harm.KILLED),
        ("NOSURVIVOR", "survived", "nobody", Harm.KILLED),
        ("RELEASE", "released", "words", Harm.RESCUED),
        ("TREAT", "treated", "words", Harm.INJURED),
    ):
        for word in table()[section][part]:
            yield word, Word(kind(name), harm, shot=name == "STRUCK")


def _others() -> Iterator[tuple[str, Word]]:
    nominal = table()["nominal"]
    rows = (
        ("death", "DEATH", Harm.KILLED),
        ("injury", "DEATH", Harm.INJURED),
        ("abduction", "DEATH", Harm.ABDUCTED),
        ("detention", "DEATH", Harm.DETAINED),
        ("evacuation", "DEATH", Harm.EVACUATED),
        ("displacement", "DEATH", Harm.DISPLACED),
        ("rescue", "DEATH", Harm.RESCUED),
        ("wound", "WOUND", Harm.INJURED),
        ("deaths", "DEATHS", Harm.KILLED),
        ("injuries", "DEATHS", Harm.INJURED),
        ("abductions", "DEATHS", Harm.ABDUCTED),
        ("bodies", "BODY", Harm.KILLED),
        ("toll", "TOLL", Harm.KILLED),
        ("toll_injured", "TOLL", Harm.INJURED),
        ("toll_missing", "TOLL", Harm.MISSING),
        ("lives", "LIFE", Harm.KILLED),
        ("claim", "CLAIM", Harm.ABDUCTED),  # where those taken are called hostages
        ("suffer", "SUFFER", Harm.INJURED),
        ("casualties", "CASUALTIES", Harm.KILLED),
    )
    for section, name, harm in rows:
        for word in nominal[section]:
            shot = section == "injury" and word.startswith("shooting")
            yield word, Word(kind(name), harm, shot=shot)
    for head, of in product(nominal["toll_heads"], nominal["toll_of"]):
        yield f"{head} of {of}", Word(kind("TOLL"), Harm.KILLED)
