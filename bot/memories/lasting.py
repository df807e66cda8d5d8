"""How long the bot remembers what, and what the places of its memory share."""

import secrets
from datetime import timedelta
from typing import Any

CONVERSATION = timedelta(hours=12)
"""How long a question may leave out the meeting that an earlier one was about."""
ANSWERS = timedelta(days=90)
"""How long a reply to an answer, and its buttons, work."""
DIALOGUE = timedelta(minutes=10)
"""How long /load waits for the file or the text."""

Action = dict[str, Any]
"""What a button does, or what waits for words: "do" says what, the rest with what."""


def new_key() -> str:
    """A key that nobody can guess, of 22 characters [A-Za-z0-9_-]."""
    return secrets.token_urlsafe(16)
