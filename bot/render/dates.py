"""ISO dates as people write them."""

import re

from bot.texts import say
from retrieval.records import Language

_ISO = re.compile(r"(\d{4}|-)-(\d{2})-(\d{2})")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def spoken(date: str, language: Language) -> str:
    """`2021-12-17` → 2021年12月17日, `--12-17` → 12月17日; anything else as it is."""
    found = _ISO.fullmatch(date)
    if found is None:
        return date
    year, month, day = found[1], int(found[2]), int(found[3])
    if not 1 <= month <= len(_MONTHS):
        return date
    key = "date.yearless" if year == "-" else "date.full"
    return say(language, key, year=year, month=month, day=day, month_name=_MONTHS[month - 1])
