"""All that the bot remembers over restarts, a room for each kind."""

from datetime import timedelta

from bot.memories.conversations import Conversations
from bot.memories.dialogues import Dialogues
from bot.memories.groups import Groups
from bot.memories.loaders import Loaders
from bot.memories.obeyed import Obeyed
from bot.memories.pressing import Buttons, Passages
from bot.memories.spaces import Space
from data.store.memory import Memory


class Memories:
    """Durable state over the store's key → JSON table; safe to use from many threads."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self.groups = Groups(memory)
        self.conversations = Conversations(memory, self.groups)
        self.dialogues = Dialogues(memory)
        self.buttons = Buttons(memory)
        self.passages = Passages(memory)
        self.loaders = Loaders(memory)
        self.obeyed = Obeyed(memory)

    def space(self, name: str, lasts: timedelta | None) -> Space:
        """Small state of one kind, each for so long; None is for ever."""
        return Space(self._memory, name, lasts)
