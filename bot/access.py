"""Who may do what where."""

from dataclasses import dataclass

from telegram import Chat, Message, User

from data.records import PUBLIC, SHIPPED, Reader


@dataclass(frozen=True, slots=True)
class Access:
    """The rules over the owners' numeric ids; a name or a title never gives a right."""

    owners: frozenset[int]

    def reader(self, chat_id: int, collections: frozenset[str]) -> Reader:
        """A chat reads the public reports and its own, of the `collections` that there are."""
        return Reader(in_force(collections) & {PUBLIC, SHIPPED, own_collection(chat_id)})

    def may_manage(self, user: User | None) -> bool:
        """Whether this person may load and delete, as far as their id says."""
        return user is not None and not user.is_bot and user.id in self.owners

    def may_load(self, message: Message) -> bool:
        """An owner speaking in their own name: no anonymous admin, no channel, nothing forwarded."""
        return self.may_manage(message.from_user) and message.sender_chat is None and message.forward_origin is None


def in_force(collections: frozenset[str]) -> frozenset[str]:
    """The collections without the shipped samples once there is a real report: invented meetings answer nobody then."""
    return collections - {SHIPPED} if PUBLIC in collections else collections


def own_collection(chat_id: int) -> str:
    """The collection that only this chat reads."""
    return f"chat:{chat_id}"


def collection_for(chat: Chat) -> str:
    """Where a report loaded here goes: to everyone from a private chat, to the group alone from a group."""
    return PUBLIC if chat.type == Chat.PRIVATE else own_collection(chat.id)
