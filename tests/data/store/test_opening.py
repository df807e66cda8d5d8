"""A store opens as ours, current and private, or says in one line why not and leaves the file as it was."""

import sqlite3
import stat
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from data.errors import StoreDamaged, StoreError, StoreLocked
from data.records import EVERYONE
from data.store import Store, migrate
from data.store.inbox import Inbox
from data.store.schema_news import metadata


def file_of(url: str) -> Path:
    return Path(url.removeprefix("sqlite:///"))


def test_folder_and_files_are_their_owner_s_alone(store, url, report, facts) -> None:
    store.save(report, facts)
    folder = file_of(url).parent
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}


def test_loads_are_flushed_and_foreign_keys_hold(store) -> None:
    pragmas = ("journal_mode", "synchronous", "foreign_keys", "mmap_size")
    with store.database.writing() as connection:
        told = [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in pragmas]
    assert told[:3] == ["wal", 2, 1]
    assert told[3] in (0, None)


def test_reading_cannot_write(store) -> None:
    with pytest.raises(StoreError, match="readonly"), store.database.reading() as connection:
        connection.exec_driver_sql("DELETE FROM reports")


def test_the_migrations_make_the_schema_that_the_queries_know(store) -> None:
    with store.database.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    assert ScriptDirectory(str(migrate.FOLDER)).get_heads() == [migrate.HEAD]


def test_a_store_opened_again_is_as_it_was(url, report, facts) -> None:
    with Store.open(url) as store:
        store.save(report, facts)
    with Store.open(url) as store:
        assert store.get(EVERYONE, 1).report == report
        assert store.generation() == 1


def test_a_store_made_anew_at_the_same_place_is_another(url) -> None:
    identities = []
    for _ in range(2):
        with Store.open(url) as store:
            identities.append(store.identity())
        with Store.open(url) as store:
            assert store.identity() == identities[-1]
        file_of(url).unlink()
    assert identities[0] != identities[1]
    assert all(identities)


def test_a_new_store_may_be_opened_by_many_at_once(url) -> None:
    with ThreadPoolExecutor(6) as pool:
        stores = list(pool.map(Store.open, [url] * 6))
    assert [store.generation() for store in stores] == [0] * 6
    for store in stores:
        store.close()


def test_another_program_s_files_are_left_alone(tmp_path) -> None:
    note = tmp_path / "notes.db"
    note.write_text("剪贴" * 500, encoding="utf-8")
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE diary (day)")
    connection.close()
    for path in (note, other):
        before = path.read_bytes()
        with pytest.raises(StoreDamaged, match=path.name):
            Store.open(f"sqlite:///{path}")
        assert path.read_bytes() == before


def test_a_file_cut_short_is_left_alone(url, another, facts) -> None:
    with Store.open(url) as store:
        store.save_many([(another(n), facts) for n in range(50)])
    path = file_of(url)
    path.write_bytes(path.read_bytes()[:20_000])
    before = path.read_bytes()
    with pytest.raises(StoreDamaged, match="cut short"):
        Store.open(url)
    assert path.read_bytes() == before


def test_a_kill_while_the_log_was_folded_in_is_no_damage(url, another, facts, tmp_path) -> None:
    path = file_of(url)
    with Store.open(url) as store:
        store.save_many([(another(n), facts) for n in range(50)])
        before, log = path.read_bytes(), path.with_name("huiwen.db-wal").read_bytes()
    first_page_of_after = path.read_bytes()[:4096]
    crashed = tmp_path / "crashed" / "huiwen.db"
    crashed.parent.mkdir()
    crashed.write_bytes(first_page_of_after + before[4096:])
    crashed.with_name("huiwen.db-wal").write_bytes(log)
    with Store.open(f"sqlite:///{crashed}") as store:
        store.verify()
        assert len(store.numbers()) == 50


def test_pages_overwritten_are_found_by_the_check_or_the_reading_and_left_alone(url, another, facts) -> None:
    with Store.open(url) as store:
        store.save_many([(another(n), facts) for n in range(50)])
        store.verify()
    path = file_of(url)
    whole = path.read_bytes()
    path.write_bytes(whole[:8192] + b"\xa5" * (len(whole) - 8192))
    before = path.read_bytes()
    with pytest.raises(StoreDamaged, match="broken"), Store.open(url) as store:
        store.verify()
    assert path.read_bytes() == before


def test_a_newer_schema_is_refused_by_name(url) -> None:
    Store.open(url).close()
    connection = sqlite3.connect(file_of(url))
    connection.execute("UPDATE alembic_version SET version_num = '0999'")
    connection.commit()
    connection.close()
    with pytest.raises(StoreError, match="0999"):
        Store.open(url)


def test_a_mark_without_tables_is_a_start_that_was_cut_short_and_is_finished(url) -> None:
    Store.open(url).close()
    path = file_of(url)
    marked = sqlite3.connect(path)
    application = marked.execute("PRAGMA application_id").fetchone()[0]
    marked.close()
    path.unlink()
    empty = sqlite3.connect(path)
    empty.execute(f"PRAGMA application_id = {application}")
    empty.close()
    with Store.open(url) as store:
        assert store.generation() == 0


@pytest.mark.parametrize(
    "url", ["sqlite://", "sqlite:///:memory:", "mysql://u:geheim@h/d", "no url", "sqlite:////dev/null/x/h.db"]
)
def test_an_address_that_cannot_be_used_is_told_so(url) -> None:
    with pytest.raises(StoreError) as told:
        Store.open(url)
    assert "geheim" not in str(told.value)
    assert "\n" not in str(told.value)


def test_a_password_is_never_shown() -> None:
    with pytest.raises(StoreError) as told:
        Store.open("postgresql://huiwen:geheim@127.0.0.1:1/nowhere", busy_seconds=2)
    shown = f"{told.value!s} {told.value!r} {told.value.__cause__!r}"
    assert "geheim" not in shown
    assert "127.0.0.1" in shown


HOLDER = """
import sys
from data.store import Store
with Store.open(sys.argv[1]) as store, store.database.writing():
    print("holding", flush=True)
    sys.stdin.read()
"""


def test_while_another_process_writes_reading_goes_on_and_writing_says_who_is_in_the_way(url, report, facts) -> None:
    with Store.open(url, busy_seconds=0.2) as store:
        store.save(report, facts)
        holder = subprocess.Popen(
            [sys.executable, "-c", HOLDER, url],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=Path(__file__).parents[3],
        )
        with holder:
            assert holder.stdout.readline() == b"holding\n"
            assert store.get(EVERYONE, 1).report == report
            with pytest.raises(StoreLocked, match="another process is writing"):
                store.delete(EVERYONE, 1)
            with Store.open(url, busy_seconds=0.1) as second:
                assert second.generation() == 1
            holder.stdin.close()
        assert store.delete(EVERYONE, 1) is True


def test_readers_see_the_state_before_and_never_wait_for_the_writer(store, report, facts) -> None:
    started, finish = threading.Event(), threading.Event()

    def write() -> None:
        with store.database.writing() as connection:
            connection.exec_driver_sql("UPDATE ledger SET generation = 99")
            started.set()
            finish.wait(10)

    writer = threading.Thread(target=write)
    writer.start()
    started.wait(10)
    began = time.perf_counter()
    assert store.generation() == 0
    assert time.perf_counter() - began < 0.2
    with pytest.raises(StoreLocked, match="another thread"):
        Inbox(store).put([(1, "x")])
    finish.set()
    writer.join()
    assert store.generation() == 99


def test_another_program_s_hold_on_the_file_is_told_the_same_way(store, url, report, facts) -> None:
    other = sqlite3.connect(file_of(url), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreLocked, match="another process is writing"):
        store.save(report, facts)
    other.close()
    assert store.save(report, facts).created


def test_what_is_deleted_or_answered_is_gone_from_the_file(url, another, facts) -> None:
    report = replace(another(1), source="某某密语")
    with Store.open(url) as store:
        store.save_many([(another(n), facts) for n in range(2, 30)])
        store.save(report, facts)
        Inbox(store).put([(1, "某某密问")])
    whole = file_of(url).read_bytes()
    assert "某某密语".encode() in whole
    assert "某某密问".encode() in whole
    with Store.open(url) as store:
        store.delete(EVERYONE, store.by_id(EVERYONE, "r1").number)
        Inbox(store).done(Inbox(store).pending()[0].row)
    for path in file_of(url).parent.iterdir():
        assert "某某密".encode() not in path.read_bytes()


def test_a_full_disk_is_said_and_nothing_is_stored(store, another, facts) -> None:
    store.save(another(0), facts)
    with store.database.writing() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(StoreError, match="full"):
        store.save_many([(another(n), facts) for n in range(1, 300)])
    assert [stored.number for stored in store.everything()] == [1]
    with store.database.writing() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1000000")
    assert store.save(another(1), facts).created
