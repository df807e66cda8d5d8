"""Word lists from the lexicon → regular expression groups."""

import re


def any_of(entries: tuple[str, ...]) -> str:
    """A group for any of `entries`, the longest first, as pattern text."""
    return "(?:" + "|".join(re.escape(entry) for entry in sorted(set(entries), key=len, reverse=True)) + ")"
