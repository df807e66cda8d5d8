"""What people and the bot talk about: where a conversation stands, and which messages answer which."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from bot.memories.contexts import context_from
from bot.memories.groups import Groups
from bot.memories.lasting import ANSWERS, CONVERSATION
from bot.memories.spaces import Space
from data.store.memory import Memory
from retrieval.records import Context


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


class Conversations:
    """A group that moved to a new id goes on where it stood."""

    def __init__(self, memory: Memory, groups: Groups) -> None:
        self._groups = groups
        self._contexts = Space(memory, "context", CONVERSATION)
        self._answers = Space(memory, "answer", ANSWERS)
        self._questions = Space(memory, "question", ANSWERS)

    def context(self, talk: Talk) -> Context:
        """What the conversation is about, empty for a new one."""
        found, earlier = self._contexts.get(talk.key), self._groups.earlier_id(talk.chat)
        if found is None and earlier is not None:
            found = self._contexts.get(Talk(earlier, talk.topic, talk.user).key)
        return context_from(found)

    def go_on(self, talk: Talk, context: Context) -> None:
        """The next question of this conversation continues from here."""
        self._contexts.put(talk.key, asdict(context))

    def start_anew(self, talk: Talk) -> None:
        """The next question is about nothing said before."""
        self._contexts.drop(talk.key)

    def answered(self, chat: int, message: int) -> Context | None:
        """What the bot's message was about, None when it was no answer or is too old."""
        found = self._answers.get(f"{chat}:{message}")
        return None if found is None else context_from(found)

    def keep_answer(self, chat: int, question: int, messages: Sequence[int], context: Context) -> None:
        """These messages of the bot answer that message; replies to them continue from `context`."""
        for message in messages:
            self._answers.put(f"{chat}:{message}", asdict(context))
        self._questions.put(f"{chat}:{question}", {"messages": list(messages)})

    def answers_to(self, chat: int, question: int) -> list[int]:
        """The bot's messages that answer a message, for when it is edited; empty when there are none."""
        found = self._questions.get(f"{chat}:{question}") or {}
        return [int(message) for message in found.get("messages", [])]
