"""Which reports hold which pairs of neighbouring characters: the net under the words, and the measure of a match."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Keys = npt.NDArray[np.int64]
Scores = npt.NDArray[np.float64]

_LEAST_REPORTS = 1000
"""Weights are those of a store of at least so many reports: with few, all words would seem common."""
_WORD_CHARS = np.fromiter((chr(code).isalnum() for code in range(0x10000)), dtype=bool, count=0x10000)


def pairs(text: str) -> Keys:
    """The distinct pairs of neighbouring letters, digits or characters of `text`, case folded, as sorted numbers."""
    codes = np.frombuffer(text.lower().encode("utf-32-le"), dtype=np.uint32)
    if len(codes) < 2:
        return np.empty(0, dtype=np.int64)
    within = _WORD_CHARS[np.minimum(codes, 0xFFFF)]
    left, right = codes[:-1].astype(np.int64), codes[1:].astype(np.int64)
    every: Keys = (left << 21 | right)[within[:-1] & within[1:]]
    every.sort()  # np.unique hashes them, which takes longer
    first: npt.NDArray[np.bool_] = np.append(True, every[1:] != every[:-1])[: len(every)]
    return every[first]


@dataclass(frozen=True, slots=True)
class Layer:
    """Pair → positions of the documents that hold it, for one stretch of documents, as compact arrays."""

    keys: Keys
    starts: npt.NDArray[np.int64]
    holders: npt.NDArray[np.int32]
    size: int

    @classmethod
    def of(cls, documents: Sequence[Keys]) -> "Layer":
        """The table of `documents`, each given as its pairs."""
        lengths = np.fromiter((len(keys) for keys in documents), dtype=np.int64, count=len(documents))
        holders = np.repeat(np.arange(len(documents), dtype=np.int32), lengths)
        every = np.concatenate((*documents, np.empty(0, dtype=np.int64)))
        order = np.argsort(every, kind="stable")
        keys, starts = np.unique(every[order], return_index=True)
        return cls(keys, np.append(starts, len(every)).astype(np.int64), holders[order], len(documents))

    def joined(self, later: "Layer") -> "Layer":
        """One table of both, the documents of `later` behind these; nothing is sorted again."""
        keys = np.union1d(self.keys, later.keys)
        counts, places = np.zeros(len(keys), dtype=np.int64), []
        for layer in (self, later):
            at, lengths = np.searchsorted(keys, layer.keys), np.diff(layer.starts)
            places.append((at, counts[at], lengths))
            counts[at] += lengths
        starts = np.append(0, np.cumsum(counts))
        holders = np.empty(starts[-1], dtype=np.int32)
        for layer, before, (at, earlier, lengths) in zip((self, later), (0, self.size), places, strict=True):
            moved = np.repeat(starts[at] + earlier - layer.starts[:-1], lengths)
            moved += np.arange(len(moved))
            holders[moved] = layer.holders + np.int32(before)
        return Layer(keys, starts, holders, self.size + later.size)

    def holding(self, key: int) -> npt.NDArray[np.int32]:
        """The positions of the documents that hold the pair."""
        at = int(np.searchsorted(self.keys, key))
        if at >= len(self.keys) or self.keys[at] != key:
            return self.holders[:0]
        return self.holders[self.starts[at] : self.starts[at + 1]]


@dataclass(frozen=True, slots=True)
class Grams:
    """Layers of documents in order; a new one is joined to its neighbour once they are of like size."""

    layers: tuple[Layer, ...] = ()

    def with_more(self, documents: Sequence[Keys]) -> "Grams":
        """These and `documents` behind them."""
        layers = [*self.layers, Layer.of(documents)]
        while len(layers) > 1 and layers[-2].size < 4 * layers[-1].size:
            last = layers.pop()
            layers[-1] = layers[-1].joined(last)
        return Grams(tuple(layers))

    @property
    def size(self) -> int:
        """The number of documents."""
        return sum(layer.size for layer in self.layers)

    def count(self, key: int) -> int:
        """How many documents hold the pair."""
        return sum(len(layer.holding(key)) for layer in self.layers)

    def held_by(self, key: int, positions: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
        """For each of `positions` whether the document there holds the pair."""
        found, before = np.zeros(len(positions), dtype=bool), 0
        for layer in self.layers:
            holders = layer.holding(key)
            if len(holders):
                near = np.minimum(np.searchsorted(holders, positions - before), len(holders) - 1)
                found |= holders[near] == positions - before
            before += layer.size
        return found

    def weight(self, key: int) -> float:
        """How much a pair tells: the fewer documents hold it, the more."""
        return float(np.log(1 + max(self.size, _LEAST_REPORTS) / (self.count(key) + 1)))

    def summed(self, weights: Mapping[int, float]) -> Scores:
        """For each document, the weights of those of the given pairs that it holds, added up."""
        scores = [np.zeros(layer.size) for layer in self.layers]
        for layer, part in zip(self.layers, scores, strict=True):
            for key, weight in weights.items():
                part[layer.holding(key)] += weight
        return np.concatenate((*scores, np.empty(0)))
