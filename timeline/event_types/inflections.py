"""Forms of English words: the plurals of nouns, the tenses of verbs.

The dictionary forms of the table go in, every form that a text may hold comes out. Irregular verbs state their
forms in the table ("take/took/taken"); no list of exceptions is kept here.
"""

import re
from itertools import product

_HISSING = re.compile(r"(?:s|x|z|ch|sh)$")
_CONSONANT_Y = re.compile(r"[^aeiou]y$")
_SHORT = re.compile(r"^(?:[^aeiou]*|qu)[aeiou][bdgklmnprt]$")  # one short vowel: the last letter is doubled


def plurals(noun: str) -> tuple[str, ...]:
    """The singular and the plural.

    >>> plurals("air strike"), plurals("clash"), plurals("robbery")
    (('air strike', 'air strikes'), ('clash', 'clashes'), ('robbery', 'robberies'))
    """
    return noun, _with_s(noun)


def tenses(verb: str) -> tuple[str, ...]:
    """The infinitive, third person, past, participle and -ing form; words after the first stay as they are.

    >>> tenses("stab"), tenses("open fire")
    (('stab', 'stabs', 'stabbed', 'stabbing'), ('open fire', 'opens fire', 'opened fire', 'opening fire'))
    >>> tenses("take/took/taken hostage")[2:]
    ('took hostage', 'taken hostage', 'taking hostage')
    """
    head, _, rest = verb.partition(" ")
    base, *irregular = head.split("/")
    pasts = irregular or [_past(base)]
    forms = (base, _with_s(base), *pasts, _present(base, pasts[0]))
    return tuple(dict.fromkeys(f"{form} {rest}".strip() for form in forms))


def variants(template: str) -> tuple[str, ...]:
    """The phrases that a template with alternatives in braces stands for.

    >>> variants("{house|car} fire"), variants("{fatally |}shot")
    (('house fire', 'car fire'), ('fatally shot', 'shot'))
    """
    parts = [part.split("|") for part in re.split(r"[{}]", template)]
    return tuple(" ".join("".join(choice).split()) for choice in product(*parts))


def _with_s(word: str) -> str:
    if _HISSING.search(word):
        return word + "es"
    return word[:-1] + "ies" if _CONSONANT_Y.search(word) else word + "s"


def _past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if _CONSONANT_Y.search(base):
        return base[:-1] + "ied"
    return base + base[-1] + "ed" if _SHORT.match(base) else base + "ed"


def _present(base: str, past: str) -> str:
    doubled = base + base[-1]
    if past == doubled + "ed" or _SHORT.match(base):
        return doubled + "ing"
    return base[:-1] + "ing" if base.endswith("e") and not base.endswith(("ee", "oe")) else base + "ing"
