"""What in a text is not the article's own prose."""

from timeline.model import Article, Boilerplate


def find_boilerplate(article: Article) -> tuple[Boilerplate, ...]:
    """The parts of a text that are not its own prose, in order."""
    return ()
