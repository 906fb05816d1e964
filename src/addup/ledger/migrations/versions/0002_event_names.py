"""The names of events: what happened, where and when, as the words of their reports have it."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make room for them; they are found when a dossier is checked the next time."""
    op.add_column("dossiers", sa.Column("name", sa.Text(), nullable=True))
