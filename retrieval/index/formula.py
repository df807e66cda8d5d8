"""rank_bm25's formula with an idf that stays positive: what the index computes, and the oracle it is tested against."""

import math
from collections.abc import Iterable, Mapping, Sequence

from rank_bm25 import BM25Okapi

from retrieval.index.kernels import compiled

Statistics = tuple[int, float, float, float]
"""(documents, gain, base, slope): f times in l words, a word brings idf * gain * f / (f + base + slope * l).

A plain tuple: a named one would take a tenth of a search to hand to the compiled loops.
"""


@compiled
def idf(documents: int, holding: int) -> float:
    """Of a word that so many of the documents hold: Lucene's, positive for every word."""
    return math.log(1 + (documents - holding + 0.5) / (holding + 0.5))


class Formula(BM25Okapi):  # type: ignore[misc]  # rank_bm25 has no types
    """BM25Okapi with idf = log(1 + (N - n + 0.5) / (n + 0.5)), for a corpus, or `of` statistics alone.

    The library's own idf is 0 for a word in half of the documents and negative beyond, so that a store of one report
    ranks nonsense; this one, Lucene's, is positive for every word. A corpus without words is no error.
    """

    def __init__(self, corpus: Iterable[Sequence[str]] = ()) -> None:
        super().__init__(list(corpus))

    @classmethod
    def of(cls, documents: int, length: float) -> "Formula":
        """The formula for so many documents of so many words together."""
        formula = cls()
        formula.corpus_size, formula.avgdl = documents, length / max(documents, 1)
        return formula

    @property
    def mean(self) -> float:
        """The mean length of a document; 1 when there are no words at all."""
        return float(self.avgdl) or 1.0

    @property
    def statistics(self) -> Statistics:
        """What the compiled loops need of it."""
        base, slope = self.k1 * (1 - self.b), self.k1 * self.b / self.mean
        return self.corpus_size, float(self.k1 + 1), float(base), float(slope)

    def _initialize(self, corpus: list[Sequence[str]]) -> dict[str, int]:
        return super()._initialize(corpus) if corpus else {}

    def _calc_idf(self, nd: Mapping[str, int]) -> None:
        self.idf = {word: idf(self.corpus_size, holding) for word, holding in nd.items()}
