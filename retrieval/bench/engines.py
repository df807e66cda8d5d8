"""The engines side by side: each takes paragraphs as terms, and answers a question's terms with its ten best.

Those of others are imported when they are asked for: they are there with the optional group "bench" only.
"""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from itertools import islice

from data.records import EVERYONE
from retrieval.bench.dealing import Words
from retrieval.index import Entry, Index
from retrieval.index.formula import Formula

TOP = 10
BATCH = 1000

Ask = Callable[[Words], object]
Build = Callable[[Iterable[Entry]], Ask]


def built(entries: Iterable[Entry]) -> Index:
    """Our index of `entries`, all merging done."""
    index, rest = Index(), iter(entries)
    while batch := list(islice(rest, BATCH)):
        index.add(*batch)
    index.settle()
    return index


def ours(entries: Iterable[Entry]) -> Ask:
    """The index of this program."""
    index = built(entries)
    return lambda words: index.search(EVERYONE, words, TOP)


def rank_bm25(entries: Iterable[Entry]) -> Ask:
    """rank_bm25 as shipped, but for the idf: `get_scores`, then the ten best."""
    formula = Formula(_paragraphs(entries))
    return lambda words: formula.get_scores(words).argsort()[: -TOP - 1 : -1]


def bm25s(entries: Iterable[Entry]) -> Ask:
    """bm25s with its numba backend, on one thread."""
    library = import_module("bm25s")

    engine = library.BM25(method="lucene", k1=1.5, b=0.75, backend="numba")
    engine.index(_paragraphs(entries), show_progress=False)
    return lambda words: engine.retrieve([words], k=TOP, show_progress=False, n_threads=1)


def tantivy(entries: Iterable[Entry]) -> Ask:
    """tantivy, in memory, on terms already cut."""
    library = import_module("tantivy")

    schema = library.SchemaBuilder().add_text_field("text", tokenizer_name="whitespace").build()
    index = library.Index(schema)
    writer = index.writer(num_threads=1)
    for words in _paragraphs(entries):
        writer.add_document(library.Document(text=" ".join(words)))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher, should = index.searcher(), library.Occur.Should

    def ask(words: Words) -> object:
        terms = [(should, library.Query.term_query(schema, "text", word)) for word in words]
        return searcher.search(library.Query.boolean_query(terms), TOP).hits

    return ask


def fts5(entries: Iterable[Entry]) -> Ask:
    """SQLite's full text search, in memory, on terms already cut."""
    database = sqlite3.connect(":memory:")
    database.execute("create virtual table paragraph using fts5(text, content='')")
    rows = ((" ".join(words),) for words in _paragraphs(entries))
    database.executemany("insert into paragraph(text) values (?)", rows)
    database.execute("insert into paragraph(paragraph) values ('optimize')")
    wanted = f"select rowid from paragraph where paragraph match ? order by rank limit {TOP}"  # noqa: S608 - ours

    def ask(words: Words) -> object:
        quoted = " OR ".join('"' + word.replace('"', '""') + '"' for word in words)
        return database.execute(wanted, [quoted]).fetchall()

    return ask


PEERS = frozenset({"bm25s", "tantivy"})
"""Engines that need a package of their own name, from the optional group "bench"."""

ENGINES: dict[str, Build] = {
    "ours": ours,
    "bm25s": bm25s,
    "tantivy": tantivy,
    "fts5": fts5,
    "rank_bm25": rank_bm25,
}


def _paragraphs(entries: Iterable[Entry]) -> Sequence[Words]:
    return [list(words) for entry in entries for _, words in entry.paragraphs]
