"""Web pages: HTML in, the record that the page states out; trafilatura and htmldate enter the project only here."""

import re
from typing import Any

from timeline.articles.published import parse_stamp
from timeline.articles.records import ArticleError, Record, checked
from timeline.model import Basis

EARLIEST, LATEST = "1800-01-01", "2100-12-31"  # in place of htmldate's own bound, the day on which it runs
_CHARSET = re.compile(rb"<meta[^>]{0,99}charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w-]{2,40})", re.IGNORECASE)
_STAMPS = {
    "published": ("article:published_time", "datePublished", "date", "dc.date", "parsely-pub-date"),
    "updated": ("article:modified_time", "dateModified", "og:updated_time", "last-modified"),
}


def declared_encoding(raw: bytes) -> str | None:
    """The encoding that a page declares in its head."""
    found = _CHARSET.search(raw[:4096])
    return found[1].decode("ascii") if found else None


def read_page(page: str, identity: str) -> Record:
    """The record of a page: its main text with its captions, and title, outlet, address and dates from its head.

    Raises `ArticleError` where no main text is found.
    """
    import trafilatura  # here, for it takes 0.25 s to load
    from trafilatura.metadata import extract_metadata

    tree = trafilatura.load_html(page)
    if tree is None:
        raise ArticleError("is no web page")
    bounds = {"original_date": True, "extensive_search": False, "min_date": EARLIEST, "max_date": LATEST}
    head = extract_metadata(tree, date_config=bounds, extensive=False)
    published, updated = (_stamp(tree, names) for names in _STAMPS.values())
    _free_captions(tree)
    text = trafilatura.extract(tree, include_comments=False, date_extraction_params=bounds)
    if not text:
        raise ArticleError("holds no article text")
    return checked(
        Record(
            identity,
            text,
            title=head.title,
            source=head.sitename or head.hostname,
            url=head.url,
            published=published or head.date,
            updated=updated,
            basis=Basis.METADATA,
        )
    )


def _stamp(tree: Any, names: tuple[str, ...]) -> str | None:
    """What the first of some stamps in a page's head or markup says, as it is written."""
    for name in names:
        found = tree.xpath(
            "//meta[@property=$name or @name=$name or @itemprop=$name]/@content|//time[@itemprop=$name]/@datetime",
            name=name,
        )
        stated = found[0] if found else _in_scripts(tree, name)
        if stated and parse_stamp(stated):
            return str(stated)
    return None


def _in_scripts(tree: Any, name: str) -> str | None:
    """A date in a page's JSON-LD."""
    for script in tree.xpath("//script[@type='application/ld+json']/text()"):
        found = re.search(rf'"{name}"\s{{0,9}}:\s{{0,9}}"([^"]{{8,40}})"', script)
        if found:
            return found[1]
    return None


def _free_captions(tree: Any) -> None:
    """Makes paragraphs of captions and moves them out of their figures, which the extraction drops."""
    for caption in list(tree.iter("figcaption")):
        figure = next(caption.iterancestors("figure"), None)
        caption.tag = "p"
        if figure is not None and figure.getparent() is not None:
            figure.addnext(caption)
