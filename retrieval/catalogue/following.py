"""The next meeting of a series, and the one before: the nearest in time by the same name but for its number."""

from datetime import date

from data.records import Reader
from retrieval.catalogue.cards import Card
from retrieval.catalogue.catalogue import Catalogue
from retrieval.records import Period


def following(catalogue: Catalogue, reader: Reader, report: str) -> Card | None:
    """The meeting after that of the readable report `report`, of the same place where both tell one."""
    later = _of_series(catalogue, reader, report, after=True)
    return min(later)[2] if later else None


def preceding(catalogue: Catalogue, reader: Reader, report: str) -> Card | None:
    """The meeting before it, likewise."""
    earlier = _of_series(catalogue, reader, report, after=False)
    return max(earlier)[2] if earlier else None


def _of_series(catalogue: Catalogue, reader: Reader, report: str, *, after: bool) -> list[tuple[date, int, Card]]:
    """The others of its series on that side of it, each with its day and number."""
    at = catalogue.position(report, reader)
    card = catalogue.cards[at] if at is not None else None
    if card is None or card.day is None or not card.series:
        return []
    readable = catalogue.readable(reader)
    others = (catalogue.cards[place] for place in catalogue.in_series(card.series) if readable[place])
    return [
        (other.day, other.number, other)
        for other in others
        if other.day and other.day != card.day and (other.day > card.day) == after and of_one_place(card, other)
    ]


def of_one_place(card: Card, other: Card) -> bool:
    """Not of two places: every city has a 市政府常务会议."""
    if card.home and other.home:
        return card.home == other.home
    return not card.places or not other.places or bool(card.places & other.places)


def extreme(
    catalogue: Catalogue, reader: Reader, report: str, today: date, period: Period | None, *, last: bool
) -> Card | None:
    """The last or the first meeting up to `today`, within `period`, of the series of the readable report `report`."""
    at = catalogue.position(report, reader)
    card = catalogue.cards[at] if at is not None else None
    if card is None or not card.series:
        return None
    readable = catalogue.readable(reader)
    series = (catalogue.cards[place] for place in catalogue.in_series(card.series) if readable[place])
    held = [
        (one.day, one.number, one)
        for one in series
        if one.day and one.day <= today and (period is None or period.holds(one.day)) and of_one_place(card, one)
    ]
    return (max(held) if last else min(held))[2] if held else None
