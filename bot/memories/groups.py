"""The groups that the bot knows: their titles, and the ids they had before."""

from bot.memories.spaces import Space
from data.store.memory import Memory


class Groups:
    """As far as the bot has seen them."""

    def __init__(self, memory: Memory) -> None:
        self._groups = Space(memory, "group", None)
        self._moved = Space(memory, "moved", None)

    def titles(self) -> dict[int, str]:
        """The titles of the groups that the bot is in, by id."""
        return {int(key): found["title"] for key, found in self._groups.items().items()}

    def keep(self, chat: int, title: str) -> None:
        """The bot is in this group."""
        self._groups.put(str(chat), {"title": title})

    def drop(self, chat: int) -> None:
        """The bot is there no more."""
        self._groups.drop(str(chat))

    def earlier_id(self, chat: int) -> int | None:
        """The id that a supergroup had when it was a basic group."""
        found = self._moved.get(str(chat))
        return int(found["from"]) if found else None

    def keep_moved(self, old: int, new: int) -> None:
        """The group has a new id; what was its own stays so."""
        self._moved.put(str(new), {"from": old})
