"""The tables of a store, in the SQL that SQLite and PostgreSQL share."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)

__all__ = [
    "TABLES",
    "VERSION",
    "annotated",
    "articles",
    "asked",
    "census",
    "dossiers",
    "facts",
    "keys",
    "lineage",
    "places",
    "rejected",
    "skims",
    "sources",
    "stories",
    "texts",
]

VERSION = 2
"""Of the tables below and of the packed columns in them; a store of another version is refused."""

TABLES = MetaData()

_NUMBER = BigInteger().with_variant(Integer, "sqlite")  # SQLite counts rows by INTEGER alone

_MARK = "\ufdd0"  # a noncharacter, before the bytes of a name that no database takes as text


class _Name(TypeDecorator[str]):
    """A name from the world: of a file, which may be no Unicode, or the identifier that a record brings along."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: object) -> str | None:  # noqa: ARG002
        """Write a name; one that holds halves of surrogate pairs or the character zero as its bytes, in figures."""
        if value is None or value.isprintable():
            return value
        written = value.encode("utf-8", "surrogatepass")
        whole = "\0" not in value and written == value.encode("utf-8", "replace") and not value.startswith(_MARK)
        return value if whole else _MARK + written.hex()

    def process_result_value(self, value: str | None, dialect: object) -> str | None:  # noqa: ARG002
        """Read a name."""
        if value is None or not value.startswith(_MARK):
            return value
        return bytes.fromhex(value[1:]).decode("utf-8", "surrogatepass")


# What the store says of itself: what it is, its version, the settings that its articles were cleaned by.
facts = Table("facts", TABLES, Column("name", String, primary_key=True), Column("value", Text, nullable=False))

# Each distinct text once, however many outlets print it.
texts = Table("texts", TABLES, Column("digest", String(64), primary_key=True), Column("content", LargeBinary))

stories = Table(
    "stories",
    TABLES,
    Column("number", _NUMBER, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("size", Integer, nullable=False),
    Column("first", String),  # days, as ISO 8601 writes them
    Column("last", String),
    Column("title", Text, nullable=False),
    Column("lead", BigInteger),  # the article that the title is of, unless there is none
)
Index("stories_by_size", stories.c.size)

articles = Table(
    "articles",
    TABLES,
    Column("number", _NUMBER, primary_key=True),
    Column("id", _Name, nullable=False, unique=True),
    Column("name", _Name, nullable=False),  # the identifier that it asked for, which several may
    Column("sha256", String(64), nullable=False),
    Column("media", String(8), nullable=False),
    Column("text", ForeignKey("texts.digest"), nullable=False),
    Column("about", LargeBinary, nullable=False),
    Column("removed", LargeBinary, nullable=False),
    Column("profile", String),  # the profile of outlets that it was cleaned with, if any
    Column("addresses", LargeBinary, nullable=False),
    Column("heading", Text, nullable=False),
    Column("published", String),
    Column("story", ForeignKey("stories.number")),  # none: it has not been grouped yet
    UniqueConstraint("sha256", "media"),
)
Index("articles_by_name", articles.c.name)
Index("articles_by_text", articles.c.text, articles.c.number)
Index("articles_by_story", articles.c.story)

skims = Table(
    "skims",
    TABLES,
    Column("article", ForeignKey("articles.number"), primary_key=True, autoincrement=False),
    Column("content", LargeBinary, nullable=False),
)

# Where the records of an article were found; identical inputs are one article in several places.
places = Table(
    "places",
    TABLES,
    Column("article", ForeignKey("articles.number"), primary_key=True),
    Column("file", _Name, primary_key=True),
)

# Files that were read to their end, with the stamp that they bore; until that changes they are not read again.
sources = Table("sources", TABLES, Column("file", _Name, primary_key=True), Column("stamp", String, nullable=False))

rejected = Table(
    "rejected",
    TABLES,
    Column("file", _Name, primary_key=True),
    Column("stage", String, primary_key=True),
    Column("reason", Text, primary_key=True),
    Column("source", _Name, nullable=False),
)
Index("rejected_by_source", rejected.c.source)

# What became of stories: one line for each that was founded, parted or joined to another, in order.
lineage = Table(
    "lineage",
    TABLES,
    Column("number", _NUMBER, primary_key=True),
    Column("story", String, nullable=False),
    Column("fate", String, nullable=False),
    Column("other", String, nullable=False),
    Column("reason", Text, nullable=False),
)
Index("lineage_by_story", lineage.c.story)

# By which articles a new one may be like those that are here; those with one text have the keys of the first alone.
# Under each key they stand by the last day that they name. A row is as short as it can be: there are forty an article.
keys = Table(
    "keys",
    TABLES,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("place", BigInteger, primary_key=True, autoincrement=False),  # day and number of the article in one number
    sqlite_with_rowid=False,
)

# What is looked for among the keys: so many rows that they go beside the statement, into a table of the connection.
asked = Table(
    "asked",
    MetaData(),
    Column("article", BigInteger, nullable=False),
    Column("key", BigInteger, nullable=False),
    Column("place", BigInteger, nullable=False),
    Column("weight", BigInteger, nullable=False),
    prefixes=["TEMPORARY"],
)

# How words are weighed since all articles were grouped the last time, and how many they were.
census = Table(
    "census",
    TABLES,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("articles", Integer, nullable=False),
    Column("content", LargeBinary, nullable=False),
)

# What was read closely, under a hash of all that it depends on.
annotated = Table("annotated", TABLES, Column("key", String(64), primary_key=True), Column("content", LargeBinary))
dossiers = Table(
    "dossiers",
    TABLES,
    Column("key", String(64), primary_key=True),
    Column("story", String, nullable=False),
    Column("content", LargeBinary),
)
Index("dossiers_by_story", dossiers.c.story)
