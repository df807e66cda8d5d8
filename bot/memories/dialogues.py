"""What the bot waits for from a person: a report after /load, or words after a button."""

from bot.memories.conversations import Talk
from bot.memories.lasting import DIALOGUE, Action
from bot.memories.spaces import Space
from data.store.memory import Memory


class Dialogues:
    """One at a time: waiting for one thing ends waiting for the other."""

    def __init__(self, memory: Memory) -> None:
        self._reports = Space(memory, "load", DIALOGUE)
        self._words = Space(memory, "words", DIALOGUE)

    def await_report(self, talk: Talk, audience: int | None = None, *, asks: bool = False) -> None:
        """/load was said without a report: the next file or text of this person is one, for that group if given.

        `asks`: they want to see what is in it before.
        """
        self._words.drop(talk.key)
        self._reports.put(talk.key, {"audience": audience, "asks": asks})

    def awaits_report(self, talk: Talk) -> bool:
        """Whether /load waits for the report."""
        return self._reports.get(talk.key) is not None

    def audience(self, talk: Talk) -> int | None:
        """The group for which the awaited report is meant, None for whom the chat says."""
        audience: int | None = (self._reports.get(talk.key) or {}).get("audience")
        return audience

    def awaits_to_ask(self, talk: Talk) -> bool:
        """Whether the awaited report is to be seen before it is loaded."""
        return bool((self._reports.get(talk.key) or {}).get("asks"))

    def await_words(self, talk: Talk, action: Action) -> None:
        """The next text of this person is what `action` lacks."""
        self._reports.drop(talk.key)
        self._words.put(talk.key, action)

    def awaited_words(self, talk: Talk) -> Action | None:
        """What waits for this person's words, None for nothing."""
        return self._words.get(talk.key)

    def cancel(self, talk: Talk) -> bool:
        """Ends what was waited for; whether anything was."""
        waited = self.awaits_report(talk) or self.awaited_words(talk) is not None
        self._reports.drop(talk.key)
        self._words.drop(talk.key)
        return waited
