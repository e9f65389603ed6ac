"""The tables of a library, once: migrations bring a database here, and a test holds the two against each other.

To change a table: change it here, write a migration (docs/library.md, "When the schema changes"), set `HEAD` to it.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    column,
    table,
    text,
)

HEAD = "0003"
"""The migration that these tables are the result of."""
SEQ, LOG_START, LOG_ITEMS, KEY = "seq", "log-start", "log-items", "key"
"""The names of marks."""

metadata = MetaData(naming_convention={"ix": "ix_%(column_0_label)s", "uq": "uq_%(table_name)s_%(column_0_name)s"})

marks = Table(
    "marks",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
    comment="single values: how far the archive's log is worked off, the sequence of changes",
)
inputs = Table(
    "inputs",
    metadata,
    Column("start", Integer, primary_key=True, autoincrement=False, comment="offset of its line in the archive's log"),
    Column("place", Text, nullable=False, comment="path or address"),
    Column("sha256", Text, nullable=False),
    Column("retrieved", Text, nullable=False),
    Column("new", Integer, nullable=False, comment="reports that were new"),
    Column("revised", Integer, nullable=False, comment="reports whose text was another than before"),
    Column("known", Integer, nullable=False, comment="reports that were there already"),
    Column("rejected", Integer, nullable=False),
    Index("ix_inputs_place", "place", "start"),
)
rejections = Table(
    "rejections",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("start", Integer, comment="the input's line in the log; none where no bytes were had"),
    Column("input", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("remedy", Text, nullable=False),
    Column("at", Text, nullable=False),
)
articles = Table(
    "articles",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("place", Text, nullable=False, unique=True, comment="what makes it the same report: its address"),
    Column("current", Integer, nullable=False, comment="number of its newest version"),
    Column("release", Integer, nullable=False, comment="a newsroom's number of its newest version; else 0"),
    Column("story", Text, nullable=False, index=True),
    Column("copy_of", Text),
    Column("told_story", Text, comment="the story whose account had it last; none where no account had it yet"),
)
withdrawals = Table(
    "withdrawals",
    metadata,
    Column("id", Text, primary_key=True, comment="of a report that its agency withdrew"),
    Column("release", Integer, nullable=False, comment="up to this one; 0: all of it"),
)
versions = Table(
    "versions",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("article", Integer, ForeignKey("articles.number"), nullable=False),
    Column("ordinal", Integer, nullable=False, comment="1 for the first text"),
    Column("start", Integer, ForeignKey("inputs.start"), nullable=False),
    Column("digest", LargeBinary, nullable=False, comment="BLAKE2b of the text"),
    Column("retrieved", Text, nullable=False),
    Column("published", Text),
    Column("publisher", Text),
    Column("title", Text),
    Column("models", Integer, ForeignKey("models.number"), nullable=False),
    Column("row", LargeBinary, nullable=False, comment="the article record, deflated"),
    Index("ix_versions_article", "article", "ordinal", unique=True),
    Index("ix_versions_published", "published"),
)
models = Table(
    "models",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("made_by", Text, nullable=False, unique=True, comment="version of Crosswire and its models, as JSON"),
)
profiles = Table(
    "profiles",
    metadata,
    Column("version", Integer, ForeignKey("versions.number"), primary_key=True),
    Column("own_story", Text, nullable=False, index=True, comment="the id of a story that it began, or would begin"),
    Column("when", Float),
    Column("words", Integer, nullable=False),
    Column("terms", LargeBinary, nullable=False),
    Column("counts", LargeBinary, nullable=False),
    Column("shingles", LargeBinary, nullable=False),
    Column("meaning", LargeBinary, nullable=False, comment="what its headline means, a vector of bytes"),
    Column("days", LargeBinary, nullable=False),
    Column("weekdays", LargeBinary, nullable=False),
)
stories = Table(
    "stories",
    metadata,
    Column("id", Text, primary_key=True),
    Column("seq", Integer, nullable=False, unique=True, comment="its place in the order of changes"),
    Column("changed", Text, nullable=False, comment="when; never earlier than that of a story with a lower `seq`"),
    Column("stale", Boolean, nullable=False, comment="its account is older than its reports"),
    Column("touched", Text, nullable=False, comment="when reports of it last came, went or changed"),
    Column("title", Text, nullable=False),
    Column("first", Text),
    Column("last", Text),
    Column("reports", Integer, nullable=False),
    Column("origins", Integer, nullable=False),
    Column("conflicts", Integer, nullable=False),
    Column("to_check", Integer, nullable=False, comment="conflicts that are not certain"),
    Column("told", Text, nullable=False, comment="what changed last"),
    Index("ix_stories_changed", "changed", "seq"),
    Index("ix_stories_stale", "id", sqlite_where=text("stale")),
)
accounts = Table(
    "accounts",
    metadata,
    Column("story", Text, primary_key=True),
    Column("versions", Text, nullable=False, comment="[[article id, ordinal], …]: the texts that it is made from"),
    Column("row", LargeBinary, nullable=False, comment="the account record, deflated"),
)
changes = Table(
    "changes",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("story", Text, nullable=False),
    Column("changed", Text, nullable=False),
    Column("told", Text, nullable=False),
    Index("ix_changes_story", "story", "seq"),
)
aliases = Table(
    "aliases",
    metadata,
    Column("old", Text, primary_key=True),
    Column("new", Text, primary_key=True),
    Index("ix_aliases_new", "new"),
)

# Full text: SQLite's FTS5. `words` keeps no text of its own, its rowid is a version's number; `topics` has a row for each
# story, its rowid is the story's `seq`, so that the order of its rows is the order of changes.
words = table(
    "words", column("rowid", Integer), *(column(n, Text) for n in ("title", "text", "speaker", "outlet", "days"))
)
topics = table("topics", column("rowid", Integer), *(column(n, Text) for n in ("title", "entity", "outlet", "flags")))
_WORDS = "unicode61 remove_diacritics 2"
FULL_TEXT = (
    f"CREATE VIRTUAL TABLE words USING fts5(title, text, speaker, outlet, days, content='', prefix='3', tokenize='{_WORDS}')",
    f"CREATE VIRTUAL TABLE topics USING fts5(title, entity, outlet, flags, tokenize='{_WORDS}')",
)
