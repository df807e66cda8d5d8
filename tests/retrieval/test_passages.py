"""The index follows its store: caught up, kept on disk when that is worth it, and made anew when it is no good."""

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from data.facts.extract import extract
from data.ingest import to_report
from data.records import EVERYONE
from data.store import Store
from retrieval import indexing, passages
from retrieval.engine import Engine
from retrieval.index import Index
from retrieval.records import Passage
from retrieval.tokens import Tokens

TOPICS = ("湿地修复", "稀土管理", "渡口改造", "校舍加固", "山洪预警")


def text_of(number: int) -> bytes:
    topic = TOPICS[number % len(TOPICS)]
    return (
        f"青澜市召开第{number}次{topic}工作会议\n2021-12-18\n"
        f"12月17日，市长祝青禾主持召开第{number}次{topic}工作会议。会议要求加快{topic}。\n"
    ).encode()


def put(store: Store, *numbers: int) -> None:
    reports = [to_report(f"{number}.txt", text_of(number)) for number in numbers]
    store.save_many([(report, extract(report)) for report in reports])


def found(engine: Engine) -> list[list[Passage]]:
    return [engine.search(EVERYONE, topic, 40) for topic in TOPICS]


def answers_of_a_fresh_one(store: Store, beside: Path) -> list[list[Passage]]:
    folder = beside / "fresh"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for dictionary in beside.glob("jieba*"):
        shutil.copy(dictionary, folder)
    return found(Engine(store, folder))


@pytest.fixture(scope="session")
def dictionary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with jieba's dictionary as a start leaves it."""
    folder = tmp_path_factory.mktemp("dictionary")
    Tokens(folder).terms("湿地")
    return folder


@pytest.fixture
def tmp_path(tmp_path: Path, dictionary: Path) -> Path:
    """With the dictionary in it, which takes a second to make."""
    return Path(shutil.copytree(dictionary, tmp_path, dirs_exist_ok=True))


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'data' / 'huiwen.db'}"


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    with Store.open(url) as opened:
        put(opened, *range(1, 31))
        yield opened


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The numbers of the reports that were cut into terms, as that happens."""
    numbers: list[int] = []
    entry_of = indexing.entry_of
    monkeypatch.setattr(
        indexing, "entry_of", lambda text, tokens: numbers.append(text.number) or entry_of(text, tokens)
    )
    return numbers


@pytest.fixture
def saves(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The notes with which the index was saved, as that happens."""
    notes: list[str] = []
    save = Index.save
    monkeypatch.setattr(Index, "save", lambda index, folder, note: notes.append(note) or save(index, folder, note))
    return notes


def test_reports_cut_by_other_processes_make_the_same_index(store, tmp_path, built, monkeypatch) -> None:
    right = found(Engine(store, tmp_path))
    assert len(built) == 30
    monkeypatch.setattr(passages, "BATCH", 3)
    assert answers_of_a_fresh_one(store, tmp_path) == right
    assert len(built) == 30


def test_only_what_came_is_put_in_and_only_many_changes_are_written(store, tmp_path, built, saves, monkeypatch) -> None:
    monkeypatch.setattr(passages, "UNSAVED", 0.1)
    engine = Engine(store, tmp_path)
    found(engine)
    assert (len(built), len(saves)) == (30, 1)
    for number in (31, 32, 33):
        put(store, number)
        found(engine)
    assert (built[30:], len(saves)) == ([31, 32, 33], 1)
    put(store, 34, 35)
    found(engine)
    assert (built[33:], len(saves)) == ([34, 35], 2)
    assert found(engine) == answers_of_a_fresh_one(store, tmp_path)


def test_what_was_not_worth_saving_is_saved_at_the_end(store, tmp_path, built, saves, monkeypatch) -> None:
    monkeypatch.setattr(passages, "UNSAVED", 0.1)
    engine = Engine(store, tmp_path)
    found(engine)
    put(store, 31)
    store.delete(EVERYONE, 4)
    right = found(engine)
    engine.close()
    engine.close()
    assert len(saves) == 2
    built.clear()
    assert found(Engine(store, tmp_path)) == right
    assert built == []


def test_an_engine_that_never_searched_leaves_nothing_behind(store, tmp_path, saves) -> None:
    Engine(store, tmp_path).close()
    assert saves == []


def test_a_store_made_anew_at_the_same_place_is_not_answered_from_the_old_index(url, tmp_path) -> None:
    with Store.open(url) as store:
        put(store, *range(1, 6))
        found(Engine(store, tmp_path))
    for path in (tmp_path / "data").iterdir():
        path.unlink()
    with Store.open(url) as store:
        put(store, *range(11, 16))
        assert found(Engine(store, tmp_path)) == answers_of_a_fresh_one(store, tmp_path)


def test_a_backup_put_back_is_not_answered_from_the_newer_index(url, tmp_path) -> None:
    path = tmp_path / "data" / "huiwen.db"
    with Store.open(url) as store:
        put(store, 1, 2)
    backup = path.read_bytes()
    with Store.open(url) as store:
        put(store, 3)
        store.delete(EVERYONE, 1)
        found(Engine(store, tmp_path))
    path.write_bytes(backup)
    with Store.open(url) as store:
        assert found(Engine(store, tmp_path)) == answers_of_a_fresh_one(store, tmp_path)


def test_an_index_of_words_cut_otherwise_is_made_anew(store, tmp_path, built, monkeypatch) -> None:
    found(Engine(store, tmp_path))
    monkeypatch.setattr("retrieval.tokens.VERSION", "another")
    found(Engine(store, tmp_path))
    assert len(built) == 60


def test_a_damaged_index_is_made_anew_and_how_far_it_is_can_be_seen(store, tmp_path) -> None:
    right = found(Engine(store, tmp_path))
    for path in (tmp_path / "index").rglob("*.npy"):
        path.write_bytes(path.read_bytes()[:-1] + b"\xff")
    steps: list[tuple[int, int]] = []
    assert found(Engine(store, tmp_path, lambda done, total: steps.append((done, total)))) == right
    assert steps[-1] == (30, 30)


def test_an_index_that_cannot_be_kept_still_answers(store, tmp_path, caplog) -> None:
    (tmp_path / "index").write_text("in the way", encoding="utf-8")
    assert all(found(Engine(store, tmp_path)))
    assert "cannot be kept" in caplog.text


def test_while_one_catches_up_others_search_what_is_there(store, tmp_path, monkeypatch) -> None:
    engine = Engine(store, tmp_path)
    before = found(engine)
    busy, go_on = threading.Event(), threading.Event()
    entry_of = indexing.entry_of

    def slowly(text, tokens):
        busy.set()
        assert go_on.wait(20)
        return entry_of(text, tokens)

    monkeypatch.setattr(indexing, "entry_of", slowly)
    put(store, 31)
    catching_up = threading.Thread(target=engine.prepare)
    catching_up.start()
    assert busy.wait(20)
    assert found(engine) == before
    go_on.set()
    catching_up.join()
    assert found(engine) == answers_of_a_fresh_one(store, tmp_path) != before
