"""Dates as pages write them → ISO dates."""

import re
from datetime import date

_DIGITS = "〇零○０一二三四五六七八九"
NUMERIC = r"(?<!\d)(?:19|20)\d{2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{1,2}(?!\d)"
WRITTEN = r"(?<!\d)(?:19|20)\d{2}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?[日号]"
CHINESE = rf"[一二][{_DIGITS}]{{3}}\s?年\s?[一二三四五六七八九十]{{1,2}}\s?月\s?[一二三四五六七八九十]{{1,3}}\s?[日号]"
TIME = r"(?:[T ]*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?)?"
DATE = rf"(?:{NUMERIC}|{WRITTEN}|{CHINESE})"
_DATE = re.compile(DATE)
_NUMBER = re.compile(rf"\d+|[{_DIGITS}十]+")
_VALUE = {sign: value for value, signs in enumerate(("〇零○０", *_DIGITS[4:])) for sign in signs}


def iso_date(text: str) -> str | None:
    """The first real calendar date in `text` as YYYY-MM-DD; None where there is none."""
    for match in _DATE.finditer(text):
        year, month, day = (_number(digits) for digits in _NUMBER.findall(match[0]))
        try:
            return date(year, month, day).isoformat()
        except ValueError:
            continue
    return None


def _number(digits: str) -> int:
    """37, 三十七 and 二〇二四 as numbers."""
    if digits.isdecimal() and digits.isascii():
        return int(digits)
    tens, ten, ones = digits.rpartition("十")
    if ten:
        return 10 * (_VALUE[tens] if tens else 1) + (_VALUE[ones] if ones else 0)
    return int("".join(str(_VALUE[sign]) for sign in digits))
