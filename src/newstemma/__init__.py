"""Reads many news articles and tells, for each event that they cover, what the accounts say together.

import newstemma

reading = newstemma.read(["articles/"])
for dossier in reading.dossiers:
    print(dossier.title, len(dossier.accounts))
"""

from __future__ import annotations

from newstemma.errors import ArticleError, InputError, NewstemmaError
from newstemma.model import Article, Dossier, Metadata, Profile, Reading, Rejected, Span
from newstemma.pipeline import collate, profile, read
from newstemma.settings import Settings
from newstemma.version import __version__

__all__ = [
    "Article",
    "ArticleError",
    "Dossier",
    "InputError",
    "Metadata",
    "NewstemmaError",
    "Profile",
    "Reading",
    "Rejected",
    "Settings",
    "Span",
    "__version__",
    "collate",
    "profile",
    "read",
]
