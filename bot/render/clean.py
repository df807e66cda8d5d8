"""Text of others → text that is safe to show: no control or direction marks, no mention that calls somebody."""

import re
import unicodedata

_UNSEEN = re.compile(
    "[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u202a-\u202e\u2061-\u2069\ufeff\ud800-\udfff]"
)
_MENTION = re.compile(r"@(?=\w)")


def shown(text: str) -> str:
    """`text` on one line, as a message may show it: an invisible joiner keeps a mention from being one."""
    return _MENTION.sub("@\u2060", seen(text))


def seen(text: str) -> str:
    """`text` on one line without what nobody sees."""
    return _UNSEEN.sub("", text).replace("\n", " ")


def label(name: str, most: int = 120) -> str:
    """A file's or a person's own name for themselves as a label: one line, composed, at most `most` characters."""
    return shown(unicodedata.normalize("NFC", name))[:most].strip()
