"""When a report last came or changed, so that whoever keeps it in memory can catch up."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.add_column("reports", sa.Column("revised", sa.BigInteger(), server_default="0", nullable=False))
    op.create_index("reports_revised", "reports", ["revised"], unique=False)


def downgrade() -> None:
    op.drop_index("reports_revised", "reports")
    op.drop_column("reports", "revised")
