"""On PostgreSQL the store keeps the same promises."""

import dataclasses
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, text

from data.corrections import Correction
from data.errors import ReportRefused, StoreLocked
from data.records import EVERYONE, PUBLIC, Reader, Saved, Stored
from data.store import Store
from data.store.aliases import put_alias
from data.store.audit import Audit
from data.store.catalogue import catalogue
from data.store.corrections import correct, withdraw
from data.store.digests import Digest, due, held, made, subscribe
from data.store.follows import Follow, follow, heard_of, mute
from data.store.forecast import Forecast, forecast
from data.store.gaps import gaps_in, note_gap
from data.store.inbox import Inbox
from data.store.memory import Memory
from data.store.posts import Post, last_number, publish, rekey, sent, told, waiting
from data.store.queries import Presence, count_meetings, find_people, most_present
from data.store.schema_news import metadata
from data.store.shelf import purge, shelve, supersede, unshelve
from data.store.wanted import Wanted

PROGRAMS = next(iter(sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)), None)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def server():
    """A server of its own for this file, on a free port; its programs refuse to run as root."""
    if PROGRAMS is None:
        pytest.skip("PostgreSQL is not installed")
    user = "postgres" if os.getuid() == 0 else None
    if user and user not in {entry.pw_name for entry in pwd.getpwall()}:
        pytest.skip("PostgreSQL does not run as root, and there is no user postgres")
    folder = Path(tempfile.mkdtemp(prefix="huiwen-pg-"))
    if user:
        shutil.chown(folder, user)
    port = free_port()

    def run(program: str, *arguments: str) -> None:
        command = [str(PROGRAMS / program), *arguments]
        subprocess.run(command, check=True, user=user, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    data, options = str(folder / "data"), f"-p {port} -h 127.0.0.1 -k {folder} -c fsync=off"
    try:
        run("initdb", "-D", data, "-U", "huiwen", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8")
        run("pg_ctl", "-D", data, "-w", "-l", str(folder / "log"), "-o", options, "start")
        yield f"postgresql://huiwen:geheim@127.0.0.1:{port}"
        run("pg_ctl", "-D", data, "-w", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def admin_of(server: str, **options):
    return create_engine(f"{server}/postgres".replace("postgresql", "postgresql+psycopg", 1), **options)


@pytest.fixture
def url(server):
    """An empty database."""
    admin = create_engine(
        f"{server}/postgres".replace("postgresql", "postgresql+psycopg"), isolation_level="AUTOCOMMIT"
    )
    with admin.connect() as connection:
        connection.execute(text("DROP DATABASE IF EXISTS huiwen WITH (FORCE)"))
        connection.execute(text("CREATE DATABASE huiwen"))
    admin.dispose()
    return f"{server}/huiwen"


def test_a_report_comes_back_equal_once_and_only_to_its_readers(store, another, report, facts) -> None:
    assert store.save(report, facts) == Saved(1, created=True)
    assert store.save(dataclasses.replace(report, id="other"), facts) == Saved(1, created=False)
    assert store.save_many([(another(n), facts) for n in range(450)], "-100")[-1] == Saved(451, created=True)
    assert store.get(EVERYONE, 1) == Stored(1, PUBLIC, report, facts)
    assert store.get(EVERYONE, 2) is None
    assert [stored.number for stored in store.everything()] == list(range(1, 452))
    assert store.summaries(EVERYONE)[1] == 1
    assert store.summaries(Reader()) == ([], 0)
    assert store.generation() == 2
    assert store.delete(EVERYONE, 1) is True
    assert store.by_id(EVERYONE, "r1") is None
    assert store.save(report, facts) == Saved(452, created=True)


def test_the_migrations_make_the_schema_that_the_queries_know(store) -> None:
    with store.database.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_facts_are_found(store, report, facts) -> None:
    store.save(report, facts)
    march = Wanted(date(2023, 3, 1), date(2023, 3, 31), name="常务", person="闻人澈", role="chair")
    assert count_meetings(store, EVERYONE, march) == 1
    assert len(find_people(store, EVERYONE, "闻人澈")) == 1
    assert Presence("闻人澈", 1) in most_present(store, EVERYONE, march)
    assert [listing.number for listing in catalogue(store, EVERYONE)] == [1]


def test_what_postgresql_cannot_store_is_refused_in_plain_words(store, report, facts) -> None:
    for broken in ("\0", "\ud800"):
        with pytest.raises(ReportRefused, match="stored"):
            store.save(dataclasses.replace(report, source=broken), facts)
    assert store.generation() == 0


def test_the_bot_s_state_is_kept(store) -> None:
    inbox, memory = Inbox(store), Memory(store)
    assert inbox.put([(2**40, "a"), (2**40, "a")]) == 1
    assert inbox.put([(2**40, "a")]) == 0
    inbox.done(inbox.pending()[0].row)
    assert inbox.pending() == []
    memory.put("s", "k", "1")
    memory.put("s", "k", "2")
    assert memory.get("s", "k") == "2"


def test_stores_writing_at_once_give_out_each_number_once_and_in_order_of_being_seen(url, another, facts) -> None:
    with Store.open(url) as one, Store.open(url) as two, ThreadPoolExecutor(8) as pool:
        saved = list(pool.map(lambda n: (one, two)[n % 2].save(another(n // 2), facts), range(120)))
        assert sorted(outcome.number for outcome in saved if outcome.created) == list(range(1, 61))
        assert {outcome.number for outcome in saved if not outcome.created} == set(range(1, 61))
        assert one.generation() == 60


def test_a_writer_in_the_way_is_named_and_readers_go_on(url, report, facts) -> None:
    with Store.open(url) as one, Store.open(url, busy_seconds=0.2) as two:
        with one.database.writing() as connection:
            connection.exec_driver_sql("UPDATE ledger SET generation = 5")
            assert two.generation() == 0
            with pytest.raises(StoreLocked, match="another process is writing") as told:
                two.save(report, facts)
        assert "geheim" not in str(told.value)


def test_lost_connections_are_made_anew(store, server, report, facts) -> None:
    store.save(report, facts)
    with store.database.reading(), store.database.reading():
        pass
    kick = "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = 'huiwen'"
    admin = admin_of(server)
    with admin.connect() as connection:
        assert connection.execute(text(kick)).scalar() >= 2
    admin.dispose()
    assert store.get(EVERYONE, 1) is not None
    assert store.delete(EVERYONE, 1) is True


def test_administration_works_as_on_sqlite(store, report, facts) -> None:
    store.save(report, facts)
    row = correct(store, EVERYONE, 1, Correction("remove", "乌兰", "", by=2**40, at=0.5))
    newer = dataclasses.replace(report, id="r2", paragraphs=report.paragraphs[:1])
    assert store.replace_facts(1, facts) is True
    store.save(newer, facts)
    assert supersede(store, 2, 7.0) == 1
    assert [one.name for one in store.get(EVERYONE, 2).facts.attendance] == ["闻人澈"]
    assert withdraw(store, EVERYONE, row) is None
    assert shelve(store, EVERYONE, 2, 8.0) is True
    assert unshelve(store, 1) is True
    assert store.numbers() == {1}
    audit = Audit(store)
    audit.note(2**40, 1.0, "load", PUBLIC, 1)
    assert audit.last(2**40, 0.0).subject == "1"
    put_alias(store, PUBLIC, "国常会", "国务院常务会议")
    note_gap(store, -(2**45), "谁", "谁？", "no_report", 1.0)
    assert gaps_in(store, None, 5)[0].times == 1
    assert purge(store, 9.0) == 1


def test_news_and_digests_work_as_on_sqlite(store, report, facts) -> None:
    group = -(2**41)
    assert forecast(store, report, facts, PUBLIC) == Forecast(None, None, None)
    store.save(report, facts)
    assert forecast(store, report, facts, f"chat:{group}") == Forecast(None, 1, None)
    assert follow(store, Follow(0, group, 0, 2**40, "topic", "湿地", "zh-hans", muted=False, since=0))
    (kept,) = heard_of(store)
    post = Post(0, group, 0, "zh-hans", "news", {"matches": [[kept.row, 1, 0, 0, 2]]})
    assert publish(store, None, last_number(store), [post])
    assert not publish(store, None, 1, [post])
    week = Digest(group, 0, "en", 10.0, "2023-03-05", 1)
    assert subscribe(store, week)
    assert due(store, 10.0) == [week]
    assert made(store, week, dataclasses.replace(week, due=20.0), dataclasses.replace(post, kind="digest"))
    assert [one.number for one in held(store, EVERYONE, ("2023-03-05", "2023-03-12"), ("2023-02-12", 1), 5)] == [1]
    rekey(store, group, group - 1)
    assert [one.chat for one in waiting(store)] == [group - 1, group - 1]
    sent(store, waiting(store)[0].row)
    assert [one.kind for one in waiting(store)] == ["digest"]
    assert mute(store, group - 1, kept.row, muted=True)
    assert (heard_of(store), told(store)) == ([], 1)
