"""Lengths and offsets the way Telegram counts them: in UTF-16 code units."""


def length(text: str) -> int:
    """Code units; a character outside the basic plane counts two."""
    return len(text) + sum(ord(character) > 0xFFFF for character in text)


def part(text: str, offset: int, size: int) -> str:
    """The `size` code units from `offset`; half a surrogate pair becomes U+FFFD."""
    units = text.encode("utf-16-le")[2 * offset : 2 * (offset + size)]
    return units.decode("utf-16-le", errors="replace")
