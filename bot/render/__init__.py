"""A reply → Telegram HTML, plain text, a JSON record; all three read the same document, so they cannot disagree."""
