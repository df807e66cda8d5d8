"""What each part of the index is worth: the same questions ranked with one part more at a time.

    python -m retrieval.bench.ablation sqlite:///path/to/huiwen.db questions.jsonl …

Questions are records with "q", "type", "asked_on", "report" and "paras"; only those of type "topic" with paragraphs to
be found are asked. The store must hold the reports that they are about.
"""

import json
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import mean
from typing import NamedTuple

from data.clean import clean_text
from data.records import EVERYONE, TITLE, Stored
from data.store import Store
from retrieval.catalogue import Catalogue
from retrieval.index import Entry, Index
from retrieval.indexing import FIELDS, day_of, names_of
from retrieval.question import understand
from retrieval.records import Period
from retrieval.tokens import Tokens

PARTS = ("words", "names", "shorter", "fields", "period", "bigrams")
"""In the order in which they are added; words alone are rank_bm25 as its users know it.

Bigrams, every two neighbouring Han characters, come last because the index leaves them out: they make it twice as
large and put fewer right paragraphs first than the shorter words within long ones do.
"""
HAN_RUN = re.compile(r"[㐀-䶿一-鿿]+")
RECALLED = 5
DEPTH = 100


@dataclass(frozen=True, slots=True)
class Asked:
    """A question by its terms, and the (report id, paragraph) pairs that answer it."""

    cut: "Cut"
    period: Period | None
    right: frozenset[tuple[str, int]]


class Cut(NamedTuple):
    """A text's terms by part; only a paragraph has fields."""

    words: Sequence[str]
    names: Sequence[str]
    shorter: Sequence[str]
    bigrams: Sequence[str]
    fields: Sequence[str] = ()

    def terms(self, parts: frozenset[str]) -> list[str]:
        """Those of some parts."""
        return [term for part in self._fields if part in parts for term in getattr(self, part)]


class Report(NamedTuple):
    """A stored report, cut."""

    stored: Stored
    cuts: Sequence[tuple[int, Cut]]


def ablation(store: Store, files: Iterable[Path], tokens: Tokens) -> Iterator[str]:
    """A line for each index: its parts, recall in the first five, mean reciprocal rank.

    Raises:
        OSError, ValueError, KeyError: a file cannot be read, or a line of it is no such record.
    """
    reports = [Report(stored, list(_cuts(stored, tokens))) for stored in store.everything()]
    catalogue = Catalogue().with_more(report.stored for report in reports)
    questions = [asked for file in files for asked in _questions(file, catalogue, tokens)]
    yield f"{len(questions)} questions, {len(reports)} reports"
    ids = {report.stored.number: report.stored.report.id for report in reports}
    for many, newest in enumerate(PARTS, start=1):
        parts = frozenset(PARTS[:many])
        recall, rank = _scores(_index(reports, parts), ids, questions, parts)
        yield f"{'+ ' * (many > 1)}{newest:<10} recall@{RECALLED} {recall:.3f}  MRR {rank:.3f}"


def _questions(file: Path, catalogue: Catalogue, tokens: Tokens) -> Iterator[Asked]:
    for line in file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["type"] == "topic" and row["paras"]:
            text = clean_text(row["q"])
            today = date.fromisoformat(row["asked_on"])
            period = understand(text, today, catalogue.people(EVERYONE), catalogue.held).period
            right = frozenset((row["report"], para) for para in row["paras"])
            yield Asked(_cut(text, tokens), period, right)


def _cuts(stored: Stored, tokens: Tokens) -> Iterator[tuple[int, Cut]]:
    names = names_of(stored)
    heading = tokens.terms(f"{stored.report.title} {stored.facts.meeting.name or ''}", names)
    for para, text in enumerate([stored.report.title, *stored.report.paras], start=TITLE):
        yield para, _cut(text, tokens, names, () if para == TITLE else heading * FIELDS)


def _cut(text: str, tokens: Tokens, names: Sequence[str] = (), fields: Sequence[str] = ()) -> Cut:
    words, terms = tokens.words(text), tokens.terms(text)
    shorter = list((Counter(terms) - Counter(words)).elements())
    bigrams = [run[i : i + 2] for run in HAN_RUN.findall(text) for i in range(len(run) - 1)]
    return Cut(words, tokens.terms(text, names)[len(terms) :], shorter, bigrams, fields)


def _index(reports: Sequence[Report], parts: frozenset[str]) -> Index:
    index = Index()
    index.add(*(_entry(report, parts) for report in reports))
    return index


def _entry(report: Report, parts: frozenset[str]) -> Entry:
    paragraphs = [(para, cut.terms(parts)) for para, cut in report.cuts]
    return Entry(report.stored.number, report.stored.collection, paragraphs, day_of(report.stored))


def _scores(
    index: Index, ids: dict[int, str], questions: Sequence[Asked], parts: frozenset[str]
) -> tuple[float, float]:
    """(mean recall in the first few, mean reciprocal rank of the first right paragraph)."""
    recalls: list[float] = []
    ranks: list[float] = []
    for asked in questions:
        hits = index.search(EVERYONE, asked.cut.terms(parts), DEPTH, period=asked.period if "period" in parts else None)
        found = [(ids[number], para) for number, para, _ in hits]
        recalls.append(len(asked.right.intersection(found[:RECALLED])) / len(asked.right))
        ranks.append(next((1 / place for place, one in enumerate(found, start=1) if one in asked.right), 0.0))
    return mean(recalls), mean(ranks)


def main(url: str, *files: str) -> None:
    """Print the table."""
    with Store.open(url) as store, tempfile.TemporaryDirectory() as folder:
        for line in ablation(store, map(Path, files), Tokens(Path(folder))):
            sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
