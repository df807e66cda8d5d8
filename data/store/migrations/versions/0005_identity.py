"""A name of its own for every store, so that what was made from one is never taken for another's."""

from uuid import uuid4

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.add_column("ledger", sa.Column("identity", sa.Text(), server_default="", nullable=False))
    op.execute(sa.text("UPDATE ledger SET identity = :identity").bindparams(identity=uuid4().hex))


def downgrade() -> None:
    op.drop_column("ledger", "identity")
