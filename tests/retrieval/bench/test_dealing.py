"""What the benchmark measures on is made the same way every time, and every engine is asked the same."""

import json
from collections import Counter
from itertools import chain
from pathlib import Path

import pytest

from retrieval.bench.dealing import Deck, deal, questions, read
from retrieval.bench.engines import ENGINES
from retrieval.tokens import Tokens

REPORTS = [
    {
        "title": f"青澜市召开第{number}次湿地保护工作会议",
        "published": "2024-03-05",
        "paras": ["会议听取了汇报。会议要求加快修复湿地。", f"会议决定新建{number}处观鸟点。", "羊志坚主持会议。"],
    }
    for number in range(3, 9)
]


@pytest.fixture(scope="module")
def deck(tmp_path_factory: pytest.TempPathFactory) -> Deck:
    folder = tmp_path_factory.mktemp("deck")
    (folder / "reports.jsonl").write_text("\n".join(json.dumps(row) for row in REPORTS), encoding="utf-8")
    return read(folder / "reports.jsonl", Tokens(folder / "words"))


def test_a_deck_is_kept_as_it_is(deck: Deck, tmp_path: Path) -> None:
    deck.save(tmp_path / "deck.json")
    assert Deck.load(tmp_path / "deck.json") == deck


@pytest.mark.parametrize("size", [1, 7, 18, 50])
def test_as_many_paragraphs_are_dealt_as_are_wanted(deck: Deck, size: int) -> None:
    assert sum(len(entry.paragraphs) for entry in deal(deck, size)) == size
    assert len({entry.number for entry in deal(deck, size)}) == len(list(deal(deck, size)))


def test_every_round_deals_the_same_words_in_another_order(deck: Deck) -> None:
    rounds = list(deal(deck, 36))
    first, second = ([words for entry in part for _, words in entry.paragraphs] for part in (rounds[:6], rounds[6:]))
    assert Counter(chain.from_iterable(first)) == Counter(chain.from_iterable(second))
    assert first != second


def test_the_same_seed_gives_the_same_corpus_and_questions(deck: Deck) -> None:
    assert list(deal(deck, 50)) == list(deal(deck, 50))
    assert questions(deck, 20) == questions(deck, 20)


@pytest.mark.parametrize("engine", ["ours", "fts5", "rank_bm25"])
def test_every_engine_finds_ten_paragraphs_by_a_word_in_many(deck: Deck, engine: str) -> None:
    found = ENGINES[engine](deal(deck, 60))(["湿地"])
    assert len(found) == 10
