"""Question → Evidence: the meetings chosen, their reports, and the words that ask within them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from data.records import Reader, Stored
from retrieval.catalogue.cards import Card
from retrieval.catalogue.catalogue import Catalogue
from retrieval.catalogue.grams import pairs
from retrieval.catalogue.ranking import word_weights
from retrieval.evidence.choice import Choice
from retrieval.records import Context, Question

Fetch = Callable[[int], Stored | None]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What an answer is made from.

    `words` weighs every word left in the question, `aspect` those that are not the meeting's own name: they say what
    within the meeting is asked about.
    """

    question: Question
    today: date
    choice: Choice
    reports: tuple[Stored, ...]
    words: dict[int, float]
    aspect: dict[int, float]
    catalogue: Catalogue
    reader: Reader
    fetch: Fetch
    context: Context

    @property
    def card(self) -> Card:
        """The meeting chosen."""
        return self.choice.cards[0]

    @property
    def stored(self) -> Stored:
        """Its report."""
        return self.reports[0]


def gather(
    catalogue: Catalogue,
    reader: Reader,
    fetch: Fetch,
    question: Question,
    today: date,
    context: Context,
    choice: Choice,
) -> Evidence:
    """The evidence for `question` about the meeting of `choice`; reports of the same meeting stand behind the first."""
    group = same_meeting(choice.cards)
    reports = tuple(stored for card in group if (stored := fetch(card.number)) is not None)
    words = word_weights(catalogue, question.focus)
    own = set(pairs("\n".join((choice.cards[0].name, choice.cards[0].body))).tolist()) if choice.cards else set()
    aspect = {key: weight for key, weight in words.items() if key not in own}
    return Evidence(question, today, choice, reports, words, aspect, catalogue, reader, fetch, context)


def same_meeting(cards: tuple[Card, ...]) -> tuple[Card, ...]:
    """The first card and those of the same name and day."""
    if not cards:
        return ()
    first = cards[0]
    known = first.name and first.day
    return (first, *(card for card in cards[1:] if known and (card.name, card.day) == (first.name, first.day)))
