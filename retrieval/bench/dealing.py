"""A corpus of any size: the sentences of real reports, dealt anew to as many paragraphs as are wanted."""

import gzip
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from itertools import count
from pathlib import Path

from data.facts.sentences import sentences
from data.records import PUBLIC
from retrieval.index import Entry
from retrieval.tokens import Tokens

Words = list[str]

FEWEST, MOST = 2, 5
"""Terms in a question: those left of what people type."""


@dataclass(frozen=True, slots=True)
class Deck:
    """Reports as terms: their titles, days, how many sentences each paragraph has, and all sentences in order."""

    titles: list[Words]
    days: list[str | None]
    shapes: list[list[int]]
    sentences: list[Words]

    def save(self, path: Path) -> None:
        """Write it to `path` as JSON."""
        path.write_text(json.dumps(asdict(self)), encoding="ascii")

    @classmethod
    def load(cls, path: Path) -> "Deck":
        """What `save` wrote."""
        return cls(**json.loads(path.read_bytes()))


def read(path: Path, tokens: Tokens) -> Deck:
    """The reports of a JSON Lines file, one a line with "title", "published" and "paras"; it may end in .gz.

    Raises:
        OSError: the file cannot be read.
        KeyError, ValueError: a line is no such report.
    """
    deck = Deck([], [], [], [])
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            cut = [[tokens.terms(sentence.text) for sentence in sentences(para)] for para in row["paras"]]
            deck.titles.append(tokens.terms(row["title"]))
            deck.days.append(row.get("published"))
            deck.shapes.append([len(para) for para in cut])
            deck.sentences.extend(sentence for para in cut for sentence in para)
    return deck


def deal(deck: Deck, size: int, seed: int = 7) -> Iterator[Entry]:
    """Reports of `size` paragraphs together: first as they are, then again and again with the sentences shuffled."""
    rng, numbers, left, stock = random.Random(seed), count(1), size, list(deck.sentences)  # noqa: S311 - no secret
    while left > 0:
        sentence = iter(stock)
        for day, shape in zip(deck.days, deck.shapes, strict=True):
            paras = [[word for _ in range(length) for word in next(sentence)] for length in shape][:left]
            left -= len(paras)
            yield Entry(next(numbers), PUBLIC, list(enumerate(paras)), date.fromisoformat(day) if day else None)
            if left == 0:
                return
        rng.shuffle(stock)


def questions(deck: Deck, many: int, seed: int = 5) -> Sequence[Words]:
    """`many` stretches of neighbouring words from random titles."""
    rng = random.Random(seed)  # noqa: S311 - no secret
    asked: list[Words] = []
    titles = [title for title in deck.titles if len(title) >= FEWEST]
    while len(asked) < many:
        title, length = rng.choice(titles), rng.randint(FEWEST, MOST)
        start = rng.randint(0, max(0, len(title) - length))
        asked.append(title[start : start + length])
    return asked
