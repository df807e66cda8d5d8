"""rank_bm25's formula with an idf that stays positive: what the index computes, and the oracle it is tested against."""

import math
from collections.abc import Iterable, Mapping, Sequence

from rank_bm25 import BM25Okapi

K1 = 1.5
B = 0.75


class Formula(BM25Okapi):  # type: ignore[misc]  # rank_bm25 has no types
    """BM25Okapi, for no documents too, with idf = log(1 + (N - n + 0.5) / (n + 0.5)).

    The library's own idf is 0 for a word in half of the documents and negative beyond, so that a store of one report
    ranks nonsense; this one, Lucene's, is positive for every word.
    """

    def __init__(self, corpus: Iterable[Sequence[str]] = ()) -> None:
        super().__init__(list(corpus) or [[]], k1=K1, b=B)

    def _initialize(self, corpus: list[Sequence[str]]) -> dict[str, int]:
        documents: dict[str, int] = super()._initialize(corpus) if any(corpus) else {}
        return documents

    def _calc_idf(self, nd: Mapping[str, int]) -> None:
        self.idf = {term: idf(self.corpus_size, n) for term, n in nd.items()}


def idf(documents: int, holding: int) -> float:
    """The weight of a term that `holding` of `documents` hold."""
    return math.log(1 + (documents - holding + 0.5) / (holding + 0.5))
