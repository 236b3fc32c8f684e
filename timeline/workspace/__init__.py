"""What was read, kept in one file: articles, readings, profiles and the timeline made of them."""

from timeline.workspace.rows import ArticleRow, file_of
from timeline.workspace.schema import Access, WorkspaceError
from timeline.workspace.store import Workspace

__all__ = ["Access", "ArticleRow", "Workspace", "WorkspaceError", "file_of"]
