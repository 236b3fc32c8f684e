"""What in a text is not the article's own prose: share lines, related articles, credits, repeated captions.

An article goes in, marked spans come out; the text itself is never changed. Rules speak of layout and language, never
of an outlet; their words are in `boilerplate.toml`.
"""

from timeline.articles.boilerplate.lines import Line, find_lines, lines_of
from timeline.articles.boilerplate.lists import find_lists
from timeline.articles.boilerplate.repeats import find_repeats
from timeline.model import Article, Boilerplate, Span
from timeline.spans import is_wrapped

__all__ = ["find_boilerplate"]


def find_boilerplate(article: Article) -> tuple[Boilerplate, ...]:
    """The parts of a text that are not its own prose, in order, one mark a line.

    A list of other articles wins over what a line of it looks like by itself. Hard-wrapped texts have no such lines.
    """
    if is_wrapped(article.text):
        return ()
    lines = lines_of(article.text)
    found: dict[Line, str] = {**find_repeats(lines, article.title), **find_lines(lines), **find_lists(lines)}
    return tuple(
        Boilerplate(Span("text", line.start, line.end), rule)
        for line, rule in sorted(found.items(), key=lambda item: item[0].start)
    )
