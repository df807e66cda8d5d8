"""Where a report is at home that only says 我县: where the same people meet in reports that name the place."""

from retrieval.catalogue.cards import Card
from retrieval.catalogue.catalogue import Catalogue

ACQUAINTED = 2
"""People in common by whom a meeting belongs to the same place."""
HOME = 0.4
"""What a place so found adds to a meeting's score."""


def home_share(catalogue: Catalogue, card: Card, focus: str) -> float:
    """What `card` gains by being at home in a place of `focus` that it does not name itself."""
    seen: dict[tuple[int, str], int] = {}
    for person in card.people:
        for at in catalogue.holding(person.name)[:MOST_MEETINGS]:
            other = catalogue.cards[at]
            for place in other.places - card.places:
                if place in focus and place in other.naming:
                    seen[at, place] = seen.get((at, place), 0) + 1
    return HOME if any(people >= ACQUAINTED for people in seen.values()) else 0.0


MOST_MEETINGS = 60
"""Of one person looked at: those who meet more often are of no one county."""
