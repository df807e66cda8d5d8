"""All meetings in memory, as of one generation of the store: what a question is matched against.

Which meetings are meant is a matter of likeness, which SQL cannot rank; what is then counted of them is counted by SQL.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import islice

import numpy as np
import numpy.typing as npt

from data.records import Reader, Stored
from retrieval.catalogue.cards import Card, card_of
from retrieval.catalogue.grams import Grams, Keys, pairs
from retrieval.catalogue.vocabulary import Vocabulary

Mask = npt.NDArray[np.bool_]

STRETCH = 2000
"""Reports whose pairs are put into the tables at a time."""


@dataclass(frozen=True)
class Catalogue:
    """Cards by position, with the pairs of their texts and of their names. Never changed: a newer one replaces it."""

    cards: tuple[Card, ...] = ()
    texts: Grams = field(default_factory=Grams)
    names: Grams = field(default_factory=Grams)
    gone: frozenset[int] = frozenset()
    """Positions of reports that are no longer there, or stand further on with newer facts."""

    def with_more(self, reports: Iterable[Stored]) -> "Catalogue":
        """This one and `reports`, a stretch of them at a time: the pairs of all texts at once take gigabytes."""
        new, coming, texts, names = [], iter(reports), self.texts, self.names
        while stretch := list(islice(coming, STRETCH)):
            cards = [card_of(stored) for stored in stretch]
            texts = texts.with_more([_text_pairs(card, stored) for card, stored in zip(cards, stretch, strict=True)])
            names = names.with_more([pairs(card.naming) for card in cards])
            new += cards
        return Catalogue((*self.cards, *new), texts, names, self.gone) if new else self

    def without(self, numbers: Collection[int]) -> "Catalogue":
        """This one less the reports of those numbers."""
        if not numbers:
            return self
        gone = self.gone.union(at for at, card in enumerate(self.cards) if card.number in numbers)
        return Catalogue(self.cards, self.texts, self.names, gone)

    @cached_property
    def numbers(self) -> frozenset[int]:
        """The numbers of the reports that are there."""
        return frozenset(card.number for at, card in enumerate(self.cards) if at not in self.gone)

    def readable(self, reader: Reader) -> Mask:
        """Which positions `reader` may see."""
        return np.isin(self._collections, sorted(reader.collections)) & ~self._gone

    def people(self, reader: Reader) -> Sequence[Vocabulary]:
        """The vocabularies of the reader's collections, in the collections' order."""
        return [self._vocabulary(name) for name in sorted(reader.collections) if name in self._by_collection]

    def held(self, pair: str) -> int:
        """How many reports hold two neighbouring characters."""
        return sum(self.texts.count(key) for key in pairs(pair).tolist())

    def mentions(self, words: str) -> bool:
        """Whether some report has every pair of neighbouring characters of `words`."""
        keys = dict.fromkeys(pairs(words).tolist(), 1.0)
        return bool(keys) and bool((self.texts.summed(keys) >= len(keys)).any())

    def holding(self, name: str) -> tuple[int, ...]:
        """The positions of the cards that record a person of that name."""
        return tuple(self._people.get(name, ()))

    def in_series(self, series: str) -> tuple[int, ...]:
        """The positions of the meetings of a series, by `Card.series`."""
        return tuple(self._series.get(series, ()))

    def position(self, report: str, reader: Reader) -> int | None:
        """Where the readable report of that id stands."""
        found = (at for at in self._ids.get(report, ()) if self.cards[at].collection in reader.collections)
        return next((at for at in found if at not in self.gone), None)

    @cached_property
    def days(self) -> npt.NDArray[np.int32]:
        """The meeting's day, as `date.toordinal`; 0 where unknown."""
        return _ordinals(card.day for card in self.cards)

    @cached_property
    def month_days(self) -> npt.NDArray[np.str_]:
        """The meeting's day as MM-DD where its year is not known; "" elsewhere."""
        return np.array([card.month_day for card in self.cards], dtype=np.str_)

    @cached_property
    def last_days(self) -> npt.NDArray[np.int32]:
        """The last day, the first where the meeting had but one."""
        return _ordinals(card.last_day or card.day for card in self.cards)

    @cached_property
    def published(self) -> npt.NDArray[np.int32]:
        """The day of publication; 0 where unknown."""
        return _ordinals(card.published for card in self.cards)

    @cached_property
    def meetings(self) -> Mask:
        """Which cards report a meeting."""
        return np.fromiter((card.is_meeting for card in self.cards), dtype=bool, count=len(self.cards))

    @cached_property
    def placed(self) -> Mask:
        """Which cards give a place."""
        return np.array([bool(card.place) for card in self.cards], dtype=bool)

    @cached_property
    def peopled(self) -> Mask:
        """Which cards record people."""
        return np.array([bool(card.people) for card in self.cards], dtype=bool)

    @cached_property
    def chaired(self) -> Mask:
        """Which cards record who chaired."""
        return np.array([any("chair" in one.roles for one in card.people) for card in self.cards], dtype=bool)

    @cached_property
    def counted(self) -> dict[str, tuple[list[int], list[int]]]:
        """Ordinal (3次) → positions whose name has it, positions whose first paragraph has it."""
        table: dict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
        for at, card in enumerate(self.cards):
            for count in card.counts:
                table[count][0].append(at)
            for count in card.early_counts - card.counts:
                table[count][1].append(at)
        return dict(table)

    @cached_property
    def _gone(self) -> Mask:
        return np.fromiter((at in self.gone for at in range(len(self.cards))), dtype=bool, count=len(self.cards))

    @cached_property
    def _collections(self) -> npt.NDArray[np.str_]:
        return np.array([card.collection for card in self.cards], dtype=np.str_)

    @cached_property
    def _ids(self) -> dict[str, list[int]]:
        table: dict[str, list[int]] = defaultdict(list)
        for at, card in enumerate(self.cards):
            table[card.report].append(at)
        return dict(table)

    @cached_property
    def _people(self) -> dict[str, list[int]]:
        table: dict[str, list[int]] = defaultdict(list)
        for at, card in enumerate(self.cards):
            if at not in self.gone:
                for person in card.people:
                    table[person.name].append(at)
        return dict(table)

    @cached_property
    def _series(self) -> dict[str, list[int]]:
        table: dict[str, list[int]] = defaultdict(list)
        for at, card in enumerate(self.cards):
            table[card.series].append(at)
        return dict(table)

    @cached_property
    def _by_collection(self) -> dict[str, Vocabulary]:
        groups: dict[str, list[Card]] = defaultdict(list)
        for at, card in enumerate(self.cards):
            if at not in self.gone:
                groups[card.collection].append(card)
        return {name: Vocabulary(cards) for name, cards in groups.items()}

    def _vocabulary(self, collection: str) -> Vocabulary:
        return self._by_collection[collection]


def _text_pairs(card: Card, stored: Stored) -> Keys:
    """The outlet often tells the place of a report that only says 我县."""
    return pairs("\n".join((card.naming, stored.report.source or "", *stored.report.paras)))


def _ordinals(days: Iterable[date | None]) -> npt.NDArray[np.int32]:
    return np.array([day.toordinal() if day else 0 for day in days], dtype=np.int32)
