"""What a chat has set for itself: the language it is spoken to in, signs while it waits, buttons under answers."""

from dataclasses import asdict, dataclass, replace
from typing import Any

from bot.memories import Space
from retrieval.records import Language


@dataclass(frozen=True, slots=True)
class Choices:
    """`language` None: as asked; `eyes` 👀 on a question that waits; `votes` 👍👎 under answers."""

    language: Language | None = None
    eyes: bool = True
    votes: bool = True


USUAL = Choices()


class Preferences:
    """Read once, since few chats set anything; every change is kept at once. For one process."""

    def __init__(self, space: Space) -> None:
        self._space = space
        self._chats = {int(chat): Choices(**found) for chat, found in space.items().items()}

    def of(self, chat: int) -> Choices:
        """What the chat has set, and the usual where it has not."""
        return self._chats.get(chat, USUAL)

    def change(self, chat: int, **values: Any) -> None:  # noqa: ANN401 - each field has its own type
        """Sets these fields of the chat's choices."""
        self._chats[chat] = replace(self.of(chat), **values)
        self._space.put(str(chat), asdict(self._chats[chat]))

    def forget(self, chat: int) -> None:
        """The chat has set nothing."""
        if self._chats.pop(chat, None) is not None:
            self._space.drop(str(chat))

    def move(self, old: int, new: int) -> None:
        """The chat has another id."""
        if (found := self._chats.pop(old, None)) is not None:
            self.change(new, **asdict(found))
            self._space.drop(str(old))
