"""The schema brought up to date by Alembic, inside the caller's transaction."""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from data.errors import StoreDamaged, StoreError

HEAD = "0006"
"""The newest migration; a test compares it with the files."""
FOLDER = Path(__file__).with_name("migrations")
_ONE_AT_A_TIME = 0x48755765  # key of PostgreSQL's advisory lock; any number that nobody else uses


def is_current(connection: Connection) -> bool:
    """Whether there is nothing to do."""
    return _version(connection) == HEAD


def upgrade(connection: Connection) -> None:
    """Runs the migrations that are missing; none when the schema is current.

    Raises:
        StoreError: a newer program wrote the schema.
        StoreDamaged: the database holds tables of somebody else.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ONE_AT_A_TIME})
    version = _version(connection)
    if version != HEAD:
        _migrate(connection, version)


def _version(connection: Connection) -> str | None:
    tables = inspect(connection).get_table_names()
    if "alembic_version" in tables:
        return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    if tables:
        raise StoreDamaged("the database holds tables of another program; it was left as it is")
    return None


def _migrate(connection: Connection, version: str | None) -> None:
    # Imported here: Alembic costs a tenth of a second that a current store need not pay.
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if version is not None and version not in known:
        raise StoreError(f"a newer Huiwen wrote this store (schema {version}, known up to {HEAD}): update the program")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
