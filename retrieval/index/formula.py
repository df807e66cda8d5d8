"""rank_bm25's formula with an idf that stays positive: what the index computes, and the oracle it is tested against."""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence

from rank_bm25 import BM25Okapi


class _Remembered(dict[int, float]):
    """Values of a function of numbers, each worked out once."""

    def __init__(self, function: Callable[[int], float]) -> None:
        super().__init__()
        self._function = function

    def __missing__(self, number: int) -> float:
        self[number] = value = self._function(number)
        return value


class Formula(BM25Okapi):  # type: ignore[misc]  # rank_bm25 has no types
    """BM25Okapi with idf = log(1 + (N - n + 0.5) / (n + 0.5)), for a corpus, or `of` statistics alone.

    The library's own idf is 0 for a word in half of the documents and negative beyond, so that a store of one report
    ranks nonsense; this one, Lucene's, is positive for every word. A corpus without words is no error.
    """

    def __init__(self, corpus: Iterable[Sequence[str]] = ()) -> None:
        self._gains = _Remembered(lambda holding: self._idf(holding) * float(self.k1 + 1))
        super().__init__(list(corpus))

    @classmethod
    def of(cls, documents: int, length: int) -> "Formula":
        """The formula for so many documents of so many words together."""
        formula = cls()
        formula.corpus_size, formula.avgdl = documents, length / max(documents, 1)
        return formula

    def weights(self, holding: Iterable[int], times: Iterable[int]) -> list[float]:
        """The most that each word of a question can bring: so many documents hold it, so often it is asked for."""
        return [self._gains[n] * often for n, often in zip(holding, times, strict=True)]

    @property
    def mean(self) -> float:
        """The mean length of a document; 1 when there are no words at all."""
        return float(self.avgdl) or 1.0

    @property
    def norm(self) -> tuple[float, float]:
        """(base, slope): a word that is f times in a document of l words brings weight * f / (f + base + slope * l)."""
        return float(self.k1 * (1 - self.b)), float(self.k1 * self.b) / self.mean

    def _initialize(self, corpus: list[Sequence[str]]) -> dict[str, int]:
        return super()._initialize(corpus) if corpus else {}

    def _calc_idf(self, nd: Mapping[str, int]) -> None:
        self.idf = {word: self._idf(holding) for word, holding in nd.items()}

    def _idf(self, holding: int) -> float:
        return math.log(1 + (self.corpus_size - holding + 0.5) / (holding + 0.5))
