"""What was sent to be loaded, kept while some of it waits for a yes: nobody reads it before."""

from dataclasses import asdict, dataclass, field
from typing import Any, Literal, Self

from bot.loads.intake import Item
from retrieval.records import Language

State = Literal["waiting", "loaded", "left"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A file or text: waiting, in the store as `number` (`earlier` is the version it superseded), or left out."""

    item: Item
    line: str
    state: State
    number: int = 0
    earlier: int | None = None


@dataclass(frozen=True, slots=True)
class Batch:
    """Items that one person sent, in order, for one collection; None where they may not speak for it.

    `audience` is the group that they chose in private, `title` its title; `asks` whether they want to see all of it
    before; `message` shows the batch, 0 before it does.
    """

    user: int
    language: Language
    collection: str | None
    audience: int | None = None
    title: str = ""
    asks: bool = False
    message: int = 0
    entries: tuple[Entry, ...] = field(default=())

    def waiting(self) -> int:
        """How many items wait."""
        return sum(entry.state == "waiting" for entry in self.entries)

    def as_json(self) -> dict[str, Any]:
        """Plain values, the way back is `from_json`."""
        return asdict(self)

    @classmethod
    def from_json(cls, found: dict[str, Any]) -> Self:
        """The batch that `as_json` gave."""
        entries = tuple(Entry(**(entry | {"item": Item(**entry["item"])})) for entry in found["entries"])
        return cls(**(found | {"entries": entries}))
