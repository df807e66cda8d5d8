"""The catalogue shows the store as it is now, whether it was made, kept or caught up."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

import msgspec
import pytest

from data.facts.extract import extract
from data.records import (
    EVERYONE,
    PUBLIC,
    Attendance,
    Evidence,
    Facts,
    Meeting,
    Paragraph,
    Report,
    Span,
    Stored,
)
from data.store import Store
from retrieval import kept
from retrieval.catalogue import Catalogue, disk
from retrieval.catalogue.cards import card_of
from retrieval.catalogue.current import Current
from retrieval.catalogue.grams import pairs


class Watched(Store):
    """A store that notes since when it was asked for what changed."""

    asked_since: tuple[int, ...] = ()

    def changed(self, since: int) -> Iterator[Stored]:
        self.asked_since += (since,)
        return super().changed(since)


def about(topic: str, number: int = 1, chair: str = "祝青禾") -> Report:
    words = f"12月{number}日，市长{chair}主持召开第{number}次{topic}工作会议。会议要求加快{topic}。"
    return Report(f"r{number}", f"青澜市召开第{number}次{topic}工作会议", (Paragraph(words),), published="2021-12-18")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Watched]:
    with Watched.open(f"sqlite:///{tmp_path}/huiwen.db") as opened:
        opened.save_many([(report, extract(report)) for report in (about("湿地修复"), about("渡口改造", 2))])
        yield opened


def started(store: Store, folder: Path) -> Current:
    current = Current(store, folder)
    current.refresh()
    return current


def labels(catalogue: Catalogue) -> set[str]:
    return {card.label for at, card in enumerate(catalogue.cards) if at not in catalogue.gone}


def test_a_start_reads_what_the_last_one_made(store: Watched, tmp_path: Path) -> None:
    first = started(store, tmp_path).catalogue
    again = started(store, tmp_path).catalogue
    assert store.asked_since == (-1, store.generation())
    assert again.cards == first.cards
    for words in ("湿地", "渡口改造", "稀土"):
        assert again.mentions(words) == first.mentions(words)
        assert again.held(words) == first.held(words)
    assert again.days.tolist() == first.days.tolist() == [date(2021, 12, 1).toordinal(), date(2021, 12, 2).toordinal()]


def test_a_start_catches_up_with_what_came_went_and_changed(store: Watched, tmp_path: Path) -> None:
    started(store, tmp_path)
    new, revised = about("校舍加固", 3), about("渡口改造", 2, chair="罗远山")
    store.save(new, extract(new))
    store.delete(EVERYONE, 1)
    store.replace_facts(2, extract(revised))
    caught_up = started(store, tmp_path).catalogue
    assert caught_up.numbers == {2, 3}
    assert len(labels(caught_up)) == 2
    assert [caught_up.cards[at].number for at in caught_up.holding("祝青禾")] == [3]
    assert [caught_up.cards[at].number for at in caught_up.holding("罗远山")] == [2]


def test_what_changed_is_kept_at_the_end(store: Watched, tmp_path: Path) -> None:
    current = started(store, tmp_path)
    new = about("校舍加固", 3)
    store.save(new, extract(new))
    current.refresh()
    current.close()
    assert started(store, tmp_path).catalogue.cards == current.catalogue.cards
    assert store.asked_since[-1] == store.generation()


def test_the_catalogue_of_another_store_is_not_taken(store: Watched, tmp_path: Path) -> None:
    started(store, tmp_path)
    with Store.open(f"sqlite:///{tmp_path}/other.db") as other:
        report = about("山洪预警", 9)
        other.save(report, extract(report))
        assert labels(started(other, tmp_path).catalogue) == {"青澜市第9次山洪预警工作会议"}


def test_a_damaged_catalogue_is_made_anew(store: Watched, tmp_path: Path) -> None:
    whole = labels(started(store, tmp_path).catalogue)
    for path in [path for path in (tmp_path / "catalogue").rglob("*") if path.is_file()]:
        path.write_bytes(path.read_bytes()[:-1])
        assert labels(started(store, tmp_path).catalogue) == whole


def test_cards_of_another_shape_or_version_are_made_anew(
    store: Watched, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, folder = labels(started(store, tmp_path).catalogue), tmp_path / "catalogue"
    kept.save(folder, str(disk.VERSION), {}, msgspec.msgpack.encode(["", [{"number": 1}], [], {}]))
    assert disk.load(folder) is None
    assert labels(started(store, tmp_path).catalogue) == whole
    assert disk.load(folder) is not None
    monkeypatch.setattr(disk, "VERSION", disk.VERSION + 1)
    assert disk.load(folder) is None


def test_a_folder_that_cannot_be_written_costs_time_and_no_answer(
    store: Watched, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    blocked = tmp_path / "blocked"
    blocked.mkdir()
    (blocked / "catalogue").write_text("a file where a folder should be")
    assert labels(started(store, blocked).catalogue)
    assert "cannot be kept" in caplog.text


def test_the_version_is_raised_when_a_report_gets_another_card_or_other_pairs() -> None:
    """Where this fails, raise `disk.VERSION` and write the new digest here: what was kept before is out of date."""
    person = Attendance("祝青禾", "市长", ("chair",), Evidence(Span(0, 0, 3), "chair"))
    meeting = Meeting("第3次湿地修复工作会议", "2021-12-03", True, place="青澜市会议中心", body="青澜市人民政府")
    stored = Stored(1, PUBLIC, replace(about("湿地修复", 3), source="青澜日报"), Facts(meeting, (person,)))
    card = card_of(stored)
    told = repr(
        [(name, sorted(v) if isinstance(v := getattr(card, name), frozenset) else v) for name in card.__slots__]
    )
    digest = sha256(told.encode() + pairs("青澜市ABC，3月").tobytes()).hexdigest()
    assert (disk.VERSION, digest[:16]) == (2, "cff2b1b40e07daa6")
