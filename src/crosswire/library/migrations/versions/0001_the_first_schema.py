"""The first schema."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


_WORDS = "unicode61 remove_diacritics 2"
FULL_TEXT = (
    f"CREATE VIRTUAL TABLE words USING fts5(title, text, speaker, outlet, days, content='', prefix='3', tokenize='{_WORDS}')",
    f"CREATE VIRTUAL TABLE topics USING fts5(title, entity, outlet, flags, tokenize='{_WORDS}')",
)


def upgrade() -> None:
    """To this schema from the one before."""
    op.create_table(
        "accounts",
        sa.Column("story", sa.Text(), nullable=False),
        sa.Column(
            "versions", sa.Text(), nullable=False, comment="[[article id, ordinal], …]: the texts that it is made from"
        ),
        sa.Column("row", sa.LargeBinary(), nullable=False, comment="the account record, deflated"),
        sa.PrimaryKeyConstraint("story"),
    )
    op.create_table(
        "aliases",
        sa.Column("old", sa.Text(), nullable=False),
        sa.Column("new", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("old", "new"),
    )
    with op.batch_alter_table("aliases", schema=None) as batch_op:
        batch_op.create_index("ix_aliases_new", ["new"], unique=False)

    op.create_table(
        "articles",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False, comment="what makes it the same report: its address"),
        sa.Column("current", sa.Integer(), nullable=False, comment="number of its newest version"),
        sa.Column("release", sa.Integer(), nullable=False, comment="a newsroom's number of its newest version; else 0"),
        sa.Column("story", sa.Text(), nullable=False),
        sa.Column("copy_of", sa.Text(), nullable=True),
        sa.Column("own_story", sa.Text(), nullable=False, comment="the id of a story that it began, or would begin"),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("id", name=op.f("uq_articles_id")),
        sa.UniqueConstraint("place", name=op.f("uq_articles_place")),
    )
    with op.batch_alter_table("articles", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_articles_own_story"), ["own_story"], unique=False)
        batch_op.create_index(batch_op.f("ix_articles_story"), ["story"], unique=False)

    op.create_table(
        "changes",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("story", sa.Text(), nullable=False),
        sa.Column("changed", sa.Text(), nullable=False),
        sa.Column("told", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("seq"),
    )
    with op.batch_alter_table("changes", schema=None) as batch_op:
        batch_op.create_index("ix_changes_story", ["story", "seq"], unique=False)

    op.create_table(
        "inputs",
        sa.Column(
            "start",
            sa.Integer(),
            autoincrement=False,
            nullable=False,
            comment="offset of its line in the archive's log",
        ),
        sa.Column("place", sa.Text(), nullable=False, comment="path or address"),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("retrieved", sa.Text(), nullable=False),
        sa.Column("new", sa.Integer(), nullable=False, comment="reports that were new"),
        sa.Column("revised", sa.Integer(), nullable=False, comment="reports whose text was another than before"),
        sa.Column("known", sa.Integer(), nullable=False, comment="reports that were there already"),
        sa.Column("rejected", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("start"),
    )
    with op.batch_alter_table("inputs", schema=None) as batch_op:
        batch_op.create_index("ix_inputs_place", ["place", "start"], unique=False)

    op.create_table(
        "marks",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
        comment="single values: how far the archive's log is worked off, the sequence of changes",
    )
    op.create_table(
        "models",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False, comment="version of Crosswire and its models, as JSON"),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("made_by", name=op.f("uq_models_made_by")),
    )
    op.create_table(
        "rejections",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column(
            "start", sa.Integer(), nullable=True, comment="the input's line in the log; none where no bytes were had"
        ),
        sa.Column("input", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("remedy", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_table(
        "stories",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False, comment="its place in the order of changes"),
        sa.Column("changed", sa.Text(), nullable=False),
        sa.Column("stale", sa.Boolean(), nullable=False, comment="its account is older than its reports"),
        sa.Column(
            "notes", sa.Text(), nullable=False, comment="what happened to it since its account was made, as JSON"
        ),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("first", sa.Text(), nullable=True),
        sa.Column("last", sa.Text(), nullable=True),
        sa.Column("reports", sa.Integer(), nullable=False),
        sa.Column("origins", sa.Integer(), nullable=False),
        sa.Column("conflicts", sa.Integer(), nullable=False),
        sa.Column("told", sa.Text(), nullable=False, comment="what changed last"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("seq", name=op.f("uq_stories_seq")),
    )
    with op.batch_alter_table("stories", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_stories_changed"), ["changed"], unique=False)
        batch_op.create_index("ix_stories_stale", ["id"], unique=False, sqlite_where=sa.text("stale"))

    op.create_table(
        "profiles",
        sa.Column("article", sa.Integer(), nullable=False),
        sa.Column("when", sa.Float(), nullable=True),
        sa.Column("words", sa.Integer(), nullable=False),
        sa.Column("terms", sa.LargeBinary(), nullable=False),
        sa.Column("counts", sa.LargeBinary(), nullable=False),
        sa.Column("shingles", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article"],
            ["articles.number"],
        ),
        sa.PrimaryKeyConstraint("article"),
    )
    op.create_table(
        "versions",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("article", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False, comment="1 for the first text"),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False, comment="BLAKE2b of the text"),
        sa.Column("retrieved", sa.Text(), nullable=False),
        sa.Column("published", sa.Text(), nullable=True),
        sa.Column("publisher", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("models", sa.Integer(), nullable=False),
        sa.Column("row", sa.LargeBinary(), nullable=False, comment="the article record, deflated"),
        sa.ForeignKeyConstraint(
            ["article"],
            ["articles.number"],
        ),
        sa.ForeignKeyConstraint(
            ["models"],
            ["models.number"],
        ),
        sa.ForeignKeyConstraint(
            ["start"],
            ["inputs.start"],
        ),
        sa.PrimaryKeyConstraint("number"),
    )
    with op.batch_alter_table("versions", schema=None) as batch_op:
        batch_op.create_index("ix_versions_article", ["article", "ordinal"], unique=True)
        batch_op.create_index("ix_versions_published", ["published"], unique=False)

    op.create_table(
        "withdrawals",
        sa.Column("id", sa.Text(), nullable=False, comment="of a report that its agency withdrew"),
        sa.Column("release", sa.Integer(), nullable=False, comment="up to this one; 0: all of it"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "vectors",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column(
            "vector",
            sa.LargeBinary(),
            nullable=False,
            comment="what it means, in bytes; only where it was asked for",
        ),
        sa.ForeignKeyConstraint(["version"], ["versions.number"]),
        sa.PrimaryKeyConstraint("version"),
    )
    for full_text in FULL_TEXT:
        op.execute(full_text)
