"""What must happen once only, however often its message comes."""

from bot.memories.lasting import ANSWERS, CONVERSATION
from bot.memories.spaces import Space
from data.store.memory import Memory


class Obeyed:
    """By chat and message, or by any key."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._outcomes = Space(memory, "outcome", CONVERSATION)

    def outcome(self, chat: int, message: int) -> str | None:
        """What was said to the message when it was obeyed; None before."""
        said: str | None = (self._outcomes.get(f"{chat}:{message}") or {}).get("said")
        return said

    def keep_outcome(self, chat: int, message: int, said: str) -> None:
        """It was obeyed."""
        self._outcomes.put(f"{chat}:{message}", {"said": said})

    def once(self, name: str, key: str) -> bool:
        """True the first time in a long while that it is asked about this key."""
        space = Space(self._memory, name, ANSWERS)
        if space.get(key) is not None:
            return False
        space.put(key, {})
        return True
