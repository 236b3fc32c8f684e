"""Articles: files, folders and streams in; texts with their publication day, language and boilerplate out."""

from timeline.articles.files import find_files
from timeline.articles.found import Found
from timeline.articles.readers import READERS
from timeline.articles.reading import distinct, read_articles, read_file
from timeline.articles.records import ArticleError, Record, article_of

__all__ = [
    "READERS",
    "ArticleError",
    "Found",
    "Record",
    "article_of",
    "distinct",
    "find_files",
    "read_articles",
    "read_file",
]
