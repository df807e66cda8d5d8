"""Whom owners let load reports."""

from bot.memories.spaces import Space
from data.store.memory import Memory


class Loaders:
    """Kept until an owner takes it back."""

    def __init__(self, memory: Memory) -> None:
        self._space = Space(memory, "loader", None)

    def all(self) -> frozenset[int]:
        """Their ids."""
        return frozenset(map(int, self._space.items()))

    def grant(self, person: int) -> None:
        """From now on this person may."""
        self._space.put(str(person), {})

    def revoke(self, person: int) -> None:
        """From now on this person may not."""
        self._space.drop(str(person))
