"""In which language a text is written.

Only this module knows the short cut: a text with enough of the small words of English is English, and pays for no
model.
"""

import re
from functools import cache
from typing import Any

ENGLISH = "en"
SAMPLE = 4_000  # characters that are looked at
FEWEST = 40  # letters below which a language cannot be told
SHARE = 0.1  # of the words of an English text, at the least, are among these
SMALL = frozenset(
    """the of and to was for that with said by at were has from his who had been this is are it as have they their
    which will after when not he she an""".split()
)
LANGUAGES = (
    "af ar az be bg bn bs ca cs cy da de el en es et eu fa fi fr ga gl gu he hi hr hu hy id is it ja ka kk kn ko ku ky "
    "lt lv mk ml mn mr ms mt ne nl no pa pl ps pt ro ru si sk sl sq sr sv sw ta te th tl tr uk ur vi zh"
).split()
_WORD = re.compile(r"[^\W\d_]+")


def find_language(text: str) -> str:
    """The ISO 639-1 code of a text's language; "en" where there are too few letters to tell.

    >>> find_language("SIX PEOPLE WERE KILLED AND FOUR WERE HURT WHEN A BUS LEFT THE ROAD IN THE NORTH OF THE COUNTRY")
    'en'
    >>> find_language("Bei einem Busunglück im Norden des Landes sind am Montag sechs Menschen ums Leben gekommen")
    'de'
    """
    sample = text[:SAMPLE].lower()
    words = _WORD.findall(sample)
    if sum(map(len, words)) < FEWEST or sum(word in SMALL for word in words) >= SHARE * len(words):
        return ENGLISH
    code, _ = _model().classify(sample)
    return str(code)


@cache
def _model() -> Any:
    # loaded here, for few texts need it
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # type: ignore[import-untyped]  # it ships no types

    model = LanguageIdentifier.from_model_file(MODEL_FILE)
    model.set_languages(sorted(set(LANGUAGES) & set(model.labels)))
    return model
