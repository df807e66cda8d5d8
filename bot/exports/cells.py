"""Text → text that a spreadsheet program shows and never runs."""

import re

from bot.exports.table import Value

_ACTIVE = re.compile(r"[=+\-@＝＋－＠\t\r]")
_FORBIDDEN = re.compile("[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]")
LONGEST = 32_767
"""Characters that a cell of .xlsx holds."""


def is_active(text: str) -> bool:
    """Whether a spreadsheet program may take the text for a formula, blanks before it or not."""
    return bool(text) and (_ACTIVE.match(text) or _ACTIVE.match(text.lstrip())) is not None


def disarmed(value: Value) -> Value:
    """With an apostrophe before what could run; numbers stay numbers."""
    if not isinstance(value, str):
        return value
    text = _FORBIDDEN.sub("", value)
    return f"'{text}" if is_active(text) else text


def fitting(value: Value) -> Value:
    """At most as long as a cell may be."""
    return value[:LONGEST] if isinstance(value, str) else value
