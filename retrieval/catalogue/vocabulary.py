"""The words of one collection by which its meetings and people are called, findable by sound and by abbreviation."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cached_property

from retrieval.catalogue.cards import Card
from retrieval.catalogue.sounds import Sounds, name_key

_COUNT = re.compile("[第届次]")
_GAP = r"[^\n]{0,4}?"
_LONGER = 2.5
"""Times: what is longer than a short form by more is not what it stands for."""
_MOST_EXPANSIONS = 3
_MOST_PLACES = 20000


class Vocabulary:
    """Names of meetings, bodies and people; built when first needed and never changed."""

    def __init__(self, cards: Iterable[Card]) -> None:
        self._cards = tuple(cards)

    @cached_property
    def _names(self) -> Counter[str]:
        called = [name for card in self._cards if card.is_meeting for name in {card.name, card.body} if name]
        return Counter(called)

    @cached_property
    def _text(self) -> str:
        return "\n".join(self._names)

    @cached_property
    def _sounds(self) -> Sounds:
        places = Counter(f"{place}市" for card in self._cards for place in card.places)
        ordered = [name for name, _ in self._names.most_common()]
        return Sounds([*ordered, *(place for place, _ in places.most_common(_MOST_PLACES))])

    @cached_property
    def people(self) -> Counter[str]:
        """Everyone recorded, with how many reports record them."""
        return Counter(person.name for card in self._cards for person in card.people)

    @cached_property
    def people_by_sound(self) -> dict[str, str]:
        """Latin spelling in one word → the name most often recorded among those that sound so."""
        return {name_key(name): name for name, _ in reversed(self.people.most_common())}

    @cached_property
    def places(self) -> frozenset[str]:
        """Cities, counties, towns and villages, without 市, 县 and so on."""
        return frozenset(place for card in self._cards for place in card.places)

    def name_at(self, lowered: str, at: int) -> tuple[str, int]:
        """The longest recorded name, dotted or not, at `at` of the lower-cased text, and its length there."""
        names = self._names_by_start.get(lowered[at : at + 2], ())
        return next(((name, len(written)) for written, name in names if lowered.startswith(written, at)), ("", 0))

    @cached_property
    def _names_by_start(self) -> dict[str, list[tuple[str, str]]]:
        table: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for name in sorted(self.people, key=len, reverse=True):
            for written in {name, name.replace("·", "")}:
                if len(written) > 1:
                    table[written[:2].lower()].append((written.lower(), name))
        return dict(table)

    def says(self, piece: str) -> bool:
        """Whether some meeting or body is called so in part."""
        return piece in self._text

    def sounding(self, syllables: tuple[str, ...]) -> str:
        """The part of a meeting's or body's name that sounds so; "" if none does."""
        return self._sounds.find(syllables)

    def expansions(self, short: str) -> list[str]:
        """Stretches of names that `short` may abbreviate: its characters in order, few left out; commonest first."""
        pattern = re.compile(_GAP.join(map(re.escape, short)))
        found = Counter(
            match[0]
            for match in pattern.finditer(self._text)
            if match[0] != short and len(match[0]) <= _LONGER * len(short) and not _COUNT.search(match[0])
        )
        return [long for long, _ in found.most_common(_MOST_EXPANSIONS)]
