"""What the bot remembers over restarts: conversations, what its answers were about, what its buttons do."""

from bot.memories.conversations import Talk
from bot.memories.lasting import ANSWERS, CONVERSATION, DIALOGUE, Action, new_key
from bot.memories.memories import Memories
from bot.memories.spaces import Space

__all__ = ["ANSWERS", "CONVERSATION", "DIALOGUE", "Action", "Memories", "Space", "Talk", "new_key"]
