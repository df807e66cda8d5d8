"""Compiles the loops once, at installation, so that nobody's first question waits half a minute for it."""

from datetime import date

from data.records import EVERYONE
from retrieval.index.entries import Entry
from retrieval.index.live import Index
from retrieval.records import Period

_DAY = date(2024, 1, 1)
_REPORTS = 400
"""Enough, of ten paragraphs each, for terms to be kept in either way, and for a filter to get lists of its own."""


def main() -> None:
    """Has everything done once that an index does: add, join, remove, search with each filter."""
    index = Index()
    for half in (0, 1):
        numbers = range(half * _REPORTS, (half + 1) * _REPORTS)
        index.add(*(Entry(n, "public", [(i, ["common", f"rare {n}"]) for i in range(10)], _DAY) for n in numbers))
    index.remove(1)
    index.settle()
    index.narrow((None, frozenset({3, 7}), None))
    for terms in (["common"], ["rare 7"], ["common", "rare 7"]):
        index.search(EVERYONE, terms, 10)
        index.search(EVERYONE, terms, 10, reports=frozenset({3, 7}))
        index.search(EVERYONE, terms, 10, period=Period(_DAY, _DAY))


if __name__ == "__main__":
    main()
