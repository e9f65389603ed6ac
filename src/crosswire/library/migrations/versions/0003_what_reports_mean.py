"""What a report means, and of which days it speaks, stands in its profile."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """To this schema from the one before.

    Of reports that are there none of this is known: they are grouped without it, and not found by meaning, until a
    `rebuild`.
    """
    op.execute(sa.text("UPDATE marks SET value = lower(hex(randomblob(8))) WHERE name = 'key'"))
    comments = {"meaning": "what its headline means, a vector of bytes"}
    with op.batch_alter_table("profiles", recreate="never") as profiles:
        for name in ("meaning", "days", "weekdays"):
            empty = sa.text("x'00000000000000'" if name == "weekdays" else "x''")
            column = sa.Column(name, sa.LargeBinary(), nullable=False, server_default=empty, comment=comments.get(name))
            profiles.add_column(column)
    with op.batch_alter_table("profiles") as profiles:
        for name in ("meaning", "days", "weekdays"):
            profiles.alter_column(name, server_default=None)
    op.drop_table("vectors")
