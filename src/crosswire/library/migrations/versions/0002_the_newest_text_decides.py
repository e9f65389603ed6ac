"""A report's newest text decides its story; conflicts to check are counted apart; the order of changes is that of times."""

from __future__ import annotations

import hashlib
import json
import zlib

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_CERTAIN = 0.5


def upgrade() -> None:
    """To this schema from the one before.

    Later versions of reports get the profiles of the first ones: so they stay where they are until a `rebuild`.
    """
    op.execute(sa.text("UPDATE marks SET value = lower(hex(randomblob(8))) WHERE name = 'key'"))
    _profiles()
    with op.batch_alter_table("articles", recreate="never") as articles:
        articles.add_column(
            sa.Column(
                "told_story",
                sa.Text(),
                nullable=True,
                comment="the story whose account had it last; none where no account had it yet",
            )
        )
        articles.drop_index("ix_articles_own_story")
        articles.drop_column("own_story")
    op.execute(sa.text("UPDATE articles SET told_story = story"))
    _stories()


def _profiles() -> None:
    op.create_table(
        "profiles_now",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("own_story", sa.Text(), nullable=False, comment="the id of a story that it began, or would begin"),
        sa.Column("when", sa.Float(), nullable=True),
        sa.Column("words", sa.Integer(), nullable=False),
        sa.Column("terms", sa.LargeBinary(), nullable=False),
        sa.Column("counts", sa.LargeBinary(), nullable=False),
        sa.Column("shingles", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["version"], ["versions.number"]),
        sa.PrimaryKeyConstraint("version"),
    )
    copied = """
        INSERT INTO profiles_now SELECT v.number, {}, p."when", p.words, p.terms, p.counts, p.shingles
        FROM profiles p JOIN articles a ON a.number = p.article JOIN versions v ON v.article = a.number WHERE {}
    """
    op.execute(sa.text(copied.format("a.own_story", "v.ordinal = 1")))
    connection = op.get_bind()
    later = (
        "SELECT v.number, a.id, v.ordinal FROM versions v JOIN articles a ON a.number = v.article WHERE v.ordinal > 1"
    )
    rows = [
        {"number": number, "own_story": _story(f"{id}\x1f{ordinal}")}
        for number, id, ordinal in connection.execute(sa.text(later))
    ]
    if rows:
        connection.execute(sa.text(copied.format(":own_story", "v.number = :number")), rows)
    op.drop_table("profiles")
    op.rename_table("profiles_now", "profiles")
    op.create_index("ix_profiles_own_story", "profiles", ["own_story"])


def _stories() -> None:
    with op.batch_alter_table("stories") as stories:
        stories.add_column(
            sa.Column(
                "touched",
                sa.Text(),
                nullable=False,
                server_default="",
                comment="when reports of it last came, went or changed",
            )
        )
        stories.add_column(
            sa.Column(
                "to_check", sa.Integer(), nullable=False, server_default="0", comment="conflicts that are not certain"
            )
        )
        stories.drop_column("notes")
        stories.drop_index("ix_stories_changed")
        stories.create_index("ix_stories_changed", ["changed", "seq"])
    with op.batch_alter_table("stories") as stories:
        stories.alter_column("touched", server_default=None)
        stories.alter_column("to_check", server_default=None)
    op.execute(sa.text("UPDATE stories SET touched = changed"))
    connection = op.get_bind()
    last = ""
    for seq, changed in connection.execute(sa.text("SELECT seq, changed FROM stories ORDER BY seq")).all():
        if changed < last:
            connection.execute(
                sa.text("UPDATE stories SET changed = :last WHERE seq = :seq"), {"last": last, "seq": seq}
            )
        last = max(changed, last)
    told = "SELECT s.id, s.seq, a.row FROM stories s JOIN accounts a ON a.story = s.id WHERE s.conflicts > 0"
    for id, seq, row in connection.execute(sa.text(told)).all():
        found = [one["confidence"] for one in json.loads(zlib.decompress(row))["findings"] if one["kind"] == "conflict"]
        sure = sum(confidence >= _CERTAIN for confidence in found)
        counted = {"id": id, "sure": sure, "to_check": len(found) - sure}
        connection.execute(
            sa.text("UPDATE stories SET conflicts = :sure, to_check = :to_check WHERE id = :id"), counted
        )
        if not sure:
            connection.execute(sa.text("UPDATE topics SET flags = '' WHERE rowid = :seq"), {"seq": seq})


def _story(first: str) -> str:
    return "s-" + hashlib.sha256(first.encode("utf-8", "surrogatepass")).hexdigest()[:12]
