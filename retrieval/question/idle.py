"""Messages that ask nothing of the reports: greetings, thanks, questions about the bot."""

import re
from functools import cache

from config import lexicon

_EDGES = r"[\s，。！!.,？?~～、:;；：👋😊🙏👍]*"


def is_idle(text: str) -> bool:
    """Whether `text` is small talk from end to end, in one piece or several."""
    return bool(_pattern().fullmatch(text))


@cache
def _pattern() -> re.Pattern[str]:
    phrases = sorted(lexicon.words("idle", "phrases"), key=len, reverse=True)
    called = "|".join(lexicon.words("idle", "softeners"))
    return re.compile(rf"{_EDGES}(?:(?:{'|'.join(phrases)})(?:{called}|{_EDGES})*)+", re.IGNORECASE)
