"""The next meeting of a series: the soonest after it by the same name but for its number."""

from data.records import Reader
from retrieval.catalogue.cards import Card
from retrieval.catalogue.catalogue import Catalogue


def following(catalogue: Catalogue, reader: Reader, report: str) -> Card | None:
    """The meeting after that of the readable report `report`, of the same place where both tell one."""
    at = catalogue.position(report, reader)
    card = catalogue.cards[at] if at is not None else None
    if card is None or card.day is None or not card.series:
        return None
    readable = catalogue.readable(reader)
    others = (catalogue.cards[place] for place in catalogue.in_series(card.series) if readable[place])
    later = [(other.day, other.number, other) for other in others if other.day and other.day > card.day]
    beside = [one for one in later if _may_be_beside(card, one[2])]
    return min(beside)[2] if beside else None


def _may_be_beside(card: Card, other: Card) -> bool:
    """Not of two places: every city has a 市政府常务会议."""
    return not card.places or not other.places or bool(card.places & other.places)
