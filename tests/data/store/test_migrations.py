"""Stores of every earlier schema are brought up to date, and hold what they held."""

import pytest
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory

from data.records import EVERYONE, Stored
from data.store import HEAD, Store, migrate

REVISIONS = [script.revision for script in ScriptDirectory(str(migrate.FOLDER)).walk_revisions()]


def move_back(store: Store, revision: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(migrate.FOLDER))
    with store.database.writing() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, revision)


@pytest.mark.parametrize("revision", [revision for revision in REVISIONS if revision != HEAD])
def test_a_report_of_an_earlier_schema_is_kept_and_can_be_changed(url, report, facts, revision) -> None:
    with Store.open(url) as store:
        store.save(report, facts)
        move_back(store, revision)
    with Store.open(url) as store:
        assert store.get(EVERYONE, 1) == Stored(1, "public", report, facts)
        assert [stored.number for stored in store.changed(-1)] == [1]
        since = store.generation()
        assert store.replace_facts(1, facts) is True
        assert store.revised(since) == {1}
