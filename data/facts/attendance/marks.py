"""What stands before the words of a line of minutes: list marks, numbers, the word of an item."""

from config import lexicon
from data.facts.attendance.signals import any_of


def minutes_words(section: str) -> str:
    """A pattern for any word of a section of the minutes' lexicon."""
    return any_of(lexicon.words("attendance", f"minutes.{section}"))


MARK = r"^[\s*#>|\-•·●/—–]*(?:[（(]?[\d一二三四五六七八九十]{1,2}(?:[.．]\d{1,2}(?=\s))?[）).、．\s]\s*)?"
ITEM_START = rf"(?:{minutes_words('item_words')})\s*[一二三四五六七八九十\d]*\s*[:：、.]?"
HEAD = 120  # characters in which a line's marks and speaker stand
