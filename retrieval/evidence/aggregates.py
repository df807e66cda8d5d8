"""What is counted over many reports, by SQL over the facts that the asker may read."""

from collections.abc import Collection
from dataclasses import dataclass

from data.records import Reader
from data.store import Store
from data.store.queries import Found, Presence, count_meetings, find_people, most_present
from data.store.wanted import Wanted


@dataclass(frozen=True, slots=True)
class Aggregates:
    """Counts for one reader; reports are given by their numbers."""

    store: Store
    reader: Reader

    def meetings(self, reports: Collection[int]) -> int:
        """How many meetings these reports speak of."""
        return count_meetings(self.store, self.reader, Wanted(numbers=frozenset(reports)))

    def most_present(self, reports: Collection[int]) -> tuple[Presence, ...]:
        """Who took part in most of the meetings of these reports, most first."""
        return most_present(self.store, self.reader, Wanted(numbers=frozenset(reports)))

    def records_of(self, name: str) -> tuple[Found, ...]:
        """What is recorded of a person, newest meetings first."""
        return find_people(self.store, self.reader, name)
