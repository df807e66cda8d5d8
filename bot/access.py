"""Who may do what where."""

from collections.abc import Sequence
from dataclasses import dataclass

from telegram import Chat, Message, User

from data.records import PUBLIC, SHIPPED, Reader


@dataclass(frozen=True, slots=True)
class Access:
    """The rules over the owners' numeric ids; a name or a title never gives a right."""

    owners: frozenset[int]

    def reader(self, chat_ids: Sequence[int], collections: frozenset[str]) -> Reader:
        """A chat, by its ids now and earlier, reads the public reports and its own, of the `collections` there are."""
        own = {own_collection(chat_id) for chat_id in chat_ids}
        return Reader(in_force(collections) & {PUBLIC, SHIPPED, *own})

    def may_manage(self, user: User | None, loaders: frozenset[int]) -> bool:
        """Whether this person may load and delete, as far as their id says; `loaders` were named by owners."""
        return user is not None and not user.is_bot and user.id in self.owners | loaders

    def may_load(self, message: Message, loaders: frozenset[int]) -> bool:
        """An owner or loader speaking in their own name."""
        return self.may_manage(message.from_user, loaders) and _in_own_name(message)

    def owns(self, message: Message) -> bool:
        """An owner speaking in their own name."""
        return self.may_manage(message.from_user, frozenset()) and _in_own_name(message)


def in_force(collections: frozenset[str]) -> frozenset[str]:
    """The collections without the shipped samples once there is a real report: invented meetings answer nobody then."""
    return collections - {SHIPPED} if PUBLIC in collections else collections


def _in_own_name(message: Message) -> bool:
    """No anonymous admin, no channel, nothing forwarded."""
    return message.sender_chat is None and message.forward_origin is None


def own_collection(chat_id: int) -> str:
    """The collection that only this chat reads."""
    return f"chat:{chat_id}"


def collection_for(chat: Chat) -> str:
    """Where a report loaded here goes: to everyone from a private chat, to the group alone from a group."""
    return PUBLIC if chat.type == Chat.PRIVATE else own_collection(chat.id)
