"""How wide words are, and words made to fit."""

_WIDE = 0x2E80
"""From here on characters are as wide as high; before, about 0.54 of that in the pictures' font."""
_NARROW = 0.54


def width(text: str, size: float) -> float:
    """Pixels, about."""
    return sum(size if ord(char) >= _WIDE or char in "“”…—‘’" else size * _NARROW for char in text)


def clipped(text: str, size: float, room: float) -> str:
    """`text`, its end cut off where it is wider than `room`."""
    return text if width(text, size) <= room else _first(text, size, room - size) + "…"


def wrapped(text: str, size: float, room: float, most: int) -> list[str]:
    """`text` in at most `most` lines of `room`; at least one line."""
    lines: list[str] = []
    while len(lines) < most - 1 and width(text, size) > room:
        line = _whole_words(_first(text, size, room), text)
        lines.append(line)
        text = text[len(line) :].lstrip()
    return [*lines, clipped(text, size, room)] if text or not lines else lines


def squeezed(text: str, most: int) -> str:
    """`text` in `most` characters: without a closing 会议, else without its middle, for names differ at the ends."""
    if len(text) <= most:
        return text
    short = text.removesuffix("会议")
    if len(short) <= most:
        return short
    end = most // 2
    return short[: most - 1 - end] + "…" + short[-end:]


def _first(text: str, size: float, room: float) -> str:
    taken = 0.0
    for place, char in enumerate(text):
        taken += width(char, size)
        if taken > room:
            return text[: max(1, place)]
    return text


def _whole_words(line: str, text: str) -> str:
    """Without the beginning of a Latin word that goes on, and with closing marks that would begin the next line."""
    while text[len(line) : len(line) + 1] in _CLOSING and len(line) < len(text):
        line = text[: len(line) + 1]
    following = text[len(line) : len(line) + 1]
    if following.isascii() and following.isalnum() and " " in line:
        return line[: line.rindex(" ") + 1]
    return line


_CLOSING = frozenset("，。、；：！？）》”")
