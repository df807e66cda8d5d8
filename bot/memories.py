"""What the bot remembers over restarts: conversations, what its answers were about, what its buttons do."""

import json
import secrets
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import timedelta
from typing import Any

from bot.contexts import context_from
from bot.spaces import Space
from data.store.memory import Memory
from retrieval.records import Context

CONVERSATION = timedelta(hours=12)
"""How long a question may leave out the meeting that an earlier one was about."""
ANSWERS = timedelta(days=90)
"""How long a reply to an answer, and its buttons, work."""
DIALOGUE = timedelta(minutes=10)
"""How long /load waits for the file or the text."""

Action = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Talk:
    """One person's conversation: the chat, its topic (0 outside forums) and the person."""

    chat: int
    topic: int
    user: int

    @property
    def key(self) -> str:
        """The conversation as a key."""
        return f"{self.chat}:{self.topic}:{self.user}"


class Memories:
    """Durable state over the store's key → JSON table; safe to use from many threads."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    def context(self, talk: Talk) -> Context:
        """What the conversation is about, empty for a new one; it goes on where the group has moved."""
        found, earlier = self._get("context", talk.key), self.earlier_id(talk.chat)
        if found is None and earlier is not None:
            found = self._get("context", Talk(earlier, talk.topic, talk.user).key)
        return context_from(found)

    def keep_context(self, talk: Talk, context: Context) -> None:
        """The next question of this conversation continues from here."""
        self._put("context", talk.key, asdict(context), CONVERSATION)

    def answered(self, chat: int, message: int) -> Context | None:
        """What the bot's message was about, None when it was no answer or is too old."""
        found = self._get("answer", f"{chat}:{message}")
        return None if found is None else context_from(found)

    def keep_answer(self, chat: int, question: int, messages: Sequence[int], context: Context) -> None:
        """These messages of the bot answer that message; replies to them continue from `context`."""
        for message in messages:
            self._put("answer", f"{chat}:{message}", asdict(context), ANSWERS)
        self._put("question", f"{chat}:{question}", {"messages": list(messages)}, ANSWERS)

    def replies_to(self, chat: int, question: int) -> list[int]:
        """The bot's messages that answer a message, for when it is edited; empty when there are none."""
        found = self._get("question", f"{chat}:{question}") or {}
        return [int(message) for message in found.get("messages", [])]

    def buttons(self, chat: int, actions: Sequence[Action], user: int | None = None) -> list[str]:
        """Callback data for each action: opaque, at most 64 bytes, good in this chat (and for this user) only."""
        key = new_key()
        self._put("buttons", key, {"chat": chat, "user": user, "actions": list(actions)}, ANSWERS)
        return [f"{key}:{place}" for place in range(len(actions))]

    def pressed(self, data: str, chat: int, user: int) -> Action | None:
        """The action of a button, None when it is unknown, too old, from another chat or not this user's."""
        key, _, place = data.partition(":")
        found = self._get("buttons", key)
        if found is None or found["chat"] != chat or found["user"] not in (None, user):
            return None
        actions: list[Action] = found["actions"]
        return actions[int(place)] if place.isascii() and place.isdigit() and int(place) < len(actions) else None

    def keep_passages(self, key: str, chat: int, places: Sequence[Sequence[Any]]) -> None:
        """The sources of an answer in that chat, for links that hold `key`."""
        self._put("passages", key, {"of": chat, "places": list(places)}, ANSWERS)

    def passages(self, key: str) -> Action | None:
        """The chat of an answer ("of") and its sources ("places"); None for an unknown or too old key."""
        return self._get("passages", key)

    def await_report(self, talk: Talk, audience: int | None = None, *, asks: bool = False) -> None:
        """/load was said without a report: the next file or text of this person is one, for that group if given.

        `asks`: they want to see what is in it before.
        """
        self._memory.drop("words", talk.key)
        self._put("load", talk.key, {"audience": audience, "asks": asks}, DIALOGUE)

    def awaits_report(self, talk: Talk) -> bool:
        """Whether /load waits for the report."""
        return self._get("load", talk.key) is not None

    def audience(self, talk: Talk) -> int | None:
        """The group for which the awaited report is meant, None for whom the chat says."""
        audience: int | None = (self._get("load", talk.key) or {}).get("audience")
        return audience

    def awaits_to_ask(self, talk: Talk) -> bool:
        """Whether the awaited report is to be seen before it is loaded."""
        return bool((self._get("load", talk.key) or {}).get("asks"))

    def space(self, name: str, lasts: timedelta | None) -> Space:
        """Small state of one kind, each for so long; None is for ever."""
        return Space(self._memory, name, lasts)

    def await_words(self, talk: Talk, action: Action) -> None:
        """The next text of this person is what `action` lacks."""
        self._memory.drop("load", talk.key)
        self._put("words", talk.key, action, DIALOGUE)

    def awaited_words(self, talk: Talk) -> Action | None:
        """What waits for this person's words, None for nothing."""
        return self._get("words", talk.key)

    def cancel(self, talk: Talk) -> bool:
        """Ends what was waited for; whether anything was."""
        waited = self.awaits_report(talk) or self.awaited_words(talk) is not None
        self._memory.drop("load", talk.key)
        self._memory.drop("words", talk.key)
        return waited

    def forget(self, talk: Talk) -> None:
        """The conversation starts anew."""
        self._memory.drop("context", talk.key)

    def loaders(self) -> frozenset[int]:
        """The ids of those whom owners let load reports."""
        return frozenset(map(int, self._memory.items("loader")))

    def grant(self, person: int) -> None:
        """From now on this person may."""
        self._put("loader", str(person), {}, None)

    def revoke(self, person: int) -> None:
        """From now on this person may not."""
        self._memory.drop("loader", str(person))

    def earlier_id(self, chat: int) -> int | None:
        """The id that a supergroup had when it was a basic group."""
        found = self._get("moved", str(chat))
        return int(found["from"]) if found else None

    def keep_moved(self, old: int, new: int) -> None:
        """The group has a new id; what was its own stays so."""
        self._put("moved", str(new), {"from": old}, None)

    def outcome(self, chat: int, message: int) -> str | None:
        """What was said to a message that must be obeyed once only, however often it comes; None before."""
        said: str | None = (self._get("outcome", f"{chat}:{message}") or {}).get("said")
        return said

    def keep_outcome(self, chat: int, message: int, said: str) -> None:
        """It was obeyed."""
        self._put("outcome", f"{chat}:{message}", {"said": said}, CONVERSATION)

    def groups(self) -> dict[int, str]:
        """The groups that the bot is in, as far as it has seen them, with their titles."""
        return {int(key): json.loads(value)["title"] for key, value in self._memory.items("group").items()}

    def keep_group(self, chat: int, title: str) -> None:
        """The bot is in this group."""
        self._put("group", str(chat), {"title": title}, None)

    def drop_group(self, chat: int) -> None:
        """The bot is there no more."""
        self._memory.drop("group", str(chat))

    def once(self, space: str, key: str) -> bool:
        """True the first time in a long while that it is asked about this key."""
        if self._get(space, key) is not None:
            return False
        self._put(space, key, {}, ANSWERS)
        return True

    def _get(self, space: str, key: str) -> dict[str, Any] | None:
        return Space(self._memory, space, None).get(key)

    def _put(self, space: str, key: str, value: dict[str, Any], lasts: timedelta | None) -> None:
        Space(self._memory, space, lasts).put(key, value)


def new_key() -> str:
    """A key that nobody can guess, of 22 characters [A-Za-z0-9_-]."""
    return secrets.token_urlsafe(16)
