"""What a person left behind, wiped at their word: in a group their talk there, in private everything that is theirs."""

from bot.desk import Desk
from data.store.posts import leave

_TALKS = ("context", "load", "words", "vote")
"""Spaces whose keys end with the person."""
_OF_CHATS = ("answer", "question", "outcome", "batch")
"""Spaces whose keys begin with the chat."""
_BELONGING = {"buttons": "chat", "passages": "of"}
"""Spaces whose values name the chat, and where."""


def forget(at: Desk, chat: int, person: int) -> None:
    """A private chat has its person's id; said there, it goes for what they left in groups too."""
    is_private = chat == person
    for name in _TALKS:
        space = at.memories.space(name, None)
        for key in space.items():
            if key.endswith(f":{person}") and (is_private or key.startswith(f"{chat}:")):
                space.drop(key)
    if is_private:
        _forget_chat(at, chat)


def _forget_chat(at: Desk, chat: int) -> None:
    """Answers and their buttons and links, what is followed, the digest and the settings."""
    for name in _OF_CHATS:
        space = at.memories.space(name, None)
        for key in space.items():
            if key.startswith(f"{chat}:"):
                space.drop(key)
    for name, field in _BELONGING.items():
        space = at.memories.space(name, None)
        for key, value in space.items().items():
            if value[field] == chat:
                space.drop(key)
    leave(at.store, chat)
    at.preferences.forget(chat)
