"""What the bot's buttons do and its links show: kept here, so that Telegram carries a key only."""

from collections.abc import Sequence
from typing import Any

from bot.memories.lasting import ANSWERS, Action, new_key
from bot.memories.spaces import Space
from data.store.memory import Memory


class Buttons:
    """Callback data are opaque and at most 64 bytes."""

    def __init__(self, memory: Memory) -> None:
        self._space = Space(memory, "buttons", ANSWERS)

    def keep(self, chat: int, actions: Sequence[Action], user: int | None = None) -> list[str]:
        """Callback data for each action, good in this chat (and for this user) only."""
        key = new_key()
        self._space.put(key, {"chat": chat, "user": user, "actions": list(actions)})
        return [f"{key}:{place}" for place in range(len(actions))]

    def pressed(self, data: str, chat: int, user: int) -> Action | None:
        """The action of a button, None when it is unknown, too old, from another chat or not this user's."""
        key, _, place = data.partition(":")
        found = self._space.get(key)
        if found is None or found["chat"] != chat or found["user"] not in (None, user):
            return None
        actions: list[Action] = found["actions"]
        return actions[int(place)] if place.isascii() and place.isdigit() and int(place) < len(actions) else None


class Passages:
    """The sources of an answer, by the key that its links hold."""

    def __init__(self, memory: Memory) -> None:
        self._space = Space(memory, "passages", ANSWERS)

    def keep(self, key: str, chat: int, places: Sequence[Sequence[Any]]) -> None:
        """The sources of an answer in that chat."""
        self._space.put(key, {"of": chat, "places": list(places)})

    def get(self, key: str) -> Action | None:
        """The chat of an answer ("of") and its sources ("places"); None for an unknown or too old key."""
        return self._space.get(key)
