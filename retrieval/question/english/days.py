"""English words for time → Chinese dates: Nov 8, 2024; last Friday; the third quarter of 2024; end of last year."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache

from config import lexicon

_AT = r"(?:(?:on|in|dated)\s+(?!the\s))?"
_YEAR = r"(?P<year>(?:19|20)\d{2})"
_OF_YEAR = rf"(?:,?\s*(?:of\s+|in\s+)?(?:{_YEAR}|(?P<away>last|this|next)\s+year))"
_ORDINAL = "(?:st|nd|rd|th)?"
_DAY = rf"(?P<day>\d{{1,2}}){_ORDINAL}(?:\s*(?:-|–|to|and)\s*\d{{1,2}}{_ORDINAL})?"
_NAMES = "january|february|april|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?"
_MONTHS = rf"{_NAMES}|oct|nov|dec|(?-i:Ma(?:rch|y)|MA(?:RCH|Y))"
_MONTH = rf"(?P<month>{_MONTHS})\.?"
_BESIDE_NUMBER = rf"(?P<month>{_MONTHS}|march|may)\.?"
"""A verb in small letters (may) is a month only there."""
_WEEKDAY = (
    r"(?P<weekday>monday|tuesday|wednesday|thursday|friday|saturday|sunday|(?-i:Mon|Tues?|Wed|Thu(?:rs)?|Fri))\b\.?"
)
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DATED = rf"\b{_AT}(?:{_WEEKDAY},?\s+)?"
_AWAY = {"last": -1, "this": 0, "next": 1}
_DAYS_IN = {"day": 1, "week": 7}
_WRITTEN_UNITS = {"day": "天", "week": "周", "month": "个月", "year": "年"}
_COUNTED = r"(?P<count>\d+|a|one|two|three|four|five|six|seven|eight|nine|ten)\s+(?P<unit>day|week|month|year)s?"

Read = Callable[[re.Match[str], date], str]


def with_chinese_days(text: str, today: date) -> tuple[str, str]:
    """The Chinese dates of `text` in its order, and `text` without them."""
    found: list[tuple[int, str]] = []
    for pattern, read in _readings():
        found += [(match.start(), read(match, today)) for match in pattern.finditer(text)]
        text = pattern.sub(lambda match: " " * len(match[0]), text)
    return " ".join(day for _, day in sorted(found)), text


def _written(match: re.Match[str], today: date) -> str:
    """The year, its part, the month, the day: whichever the pattern has caught."""
    said = {name: (value or "").lower().strip(" -") for name, value in match.groupdict().items()}
    year = f"{said['year']}年" if said.get("year") else ""
    if said.get("away"):
        year = f"{today.year + _AWAY[said['away']]}年"
    month = f"{_month(said['month'])}月" if said.get("month") else ""
    day = f"{int(said['day'])}日" if said.get("day") else ""
    parts = "".join(lexicon.mapping("english", "parts_of_time")[said[one]] for one in _PARTS if said.get(one))
    return f"{year}{month}{day}{parts}"


_PARTS = ("of_year", "of_month", "since")


def _month(word: str) -> int:
    return int(word if word.isdecimal() else lexicon.mapping("question", "months")[word[:3]])


def _slashed(match: re.Match[str], _: date) -> str:
    """The month first, as in American papers, unless it cannot be one or the numbers are dotted."""
    one, two = int(match["one"]), int(match["two"])
    month, day = (two, one) if one > _MOST_MONTHS or match["between"] == "." else (one, two)
    return f"{match['year']}年{month}月{day}日"


_MOST_MONTHS = 12


def _weekday(match: re.Match[str], today: date) -> str:
    """The latest such day, before today where it is called the last; of last week where that is said."""
    offset = _WEEKDAYS.index(match["weekday"].lower()[:3])
    if match["week"]:
        return _day(today - timedelta(days=today.weekday() + 7 - offset))
    back = (today.weekday() - offset) % 7
    return _day(today - timedelta(days=7 if match["last"] and not back else back))


def _ago(match: re.Match[str], today: date) -> str:
    unit = match["unit"].lower()
    if unit not in _DAYS_IN:
        return match[0]
    return _day(today - timedelta(days=_count(match) * _DAYS_IN[unit]))


def _recent(match: re.Match[str], _: date) -> str:
    return f"最近{_count(match)}{_WRITTEN_UNITS[match['unit'].lower()]}"


def _count(match: re.Match[str]) -> int:
    word = match["count"].lower()
    return int(word) if word.isdecimal() else int(lexicon.mapping("english", "numbers")[word])


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _phrase(match: re.Match[str], _: date) -> str:
    return lexicon.mapping("english", "days")[re.sub(r"\s+", " ", match["phrase"].lower())]


@cache
def _readings() -> tuple[tuple[re.Pattern[str], Read], ...]:
    """Longer ways of naming a time before the shorter ones in them."""
    phrases = "|".join(sorted(lexicon.mapping("english", "days"), key=len, reverse=True))
    parts = "|".join(sorted(lexicon.mapping("english", "parts_of_time"), key=len, reverse=True))
    rows: tuple[tuple[str, Read], ...] = (
        (rf"\b{_AT}{_YEAR}[-/.](?P<month>\d\d?)[-/.](?P<day>\d\d?)(?!\d)", _written),
        (rf"\b{_AT}(?P<one>\d{{1,2}})(?P<between>[/.])(?P<two>\d{{1,2}})[/.]{_YEAR}(?!\d)", _slashed),
        (rf"{_DATED}{_DAY}\s+(?:of\s+)?{_BESIDE_NUMBER}{_OF_YEAR}?\b", _written),
        (rf"{_DATED}{_BESIDE_NUMBER}\s+(?:the\s+)?{_DAY}(?!\d){_OF_YEAR}?\b", _written),
        (rf"\b{_AT}(?P<of_month>(?:early|mid|late)[\s-]+)?{_BESIDE_NUMBER}{_OF_YEAR}\b", _written),
        (rf"\b{_AT}(?P<of_month>(?:early|mid|late)[\s-]+)?{_MONTH}\b(?!\s+(?-i:[A-Z][a-z]+ing\b))", _written),
        (r"\b(?:in|during|of)\s+(?P<month>march|may)\b", _written),
        (rf"\b(?:{_AT}|by\s+)(?:the\s+)?(?P<of_year>{parts})(?:\s+of|-)?{_OF_YEAR}\b", _written),
        (rf"\b{_AT}(?P<of_year>q[1-4]|(?:first|second|third|fourth)\s+quarter)\b", _written),
        (rf"\b(?P<week>last week)(?:'s|\s+on)?\s+(?P<last>){_WEEKDAY}", _weekday),
        (rf"\b{_AT}(?:(?P<last>last|past)\s+|this\s+)?{_WEEKDAY}(?:\s+(?:of\s+)?(?P<week>last week))?", _weekday),
        (rf"\b{_COUNTED}\s+ago\b", _ago),
        (rf"\b{_AT}(?:the\s+)?(?:last|past)\s+{_COUNTED}\b", _recent),
        (rf"\b{_AT}(?P<phrase>{phrases})\b(?! of)(?:\s*'s)?", _phrase),
        (rf"\b(?P<since>since)\s+{_YEAR}\b(?!年)", _written),
        (rf"(?<![\d.-])\b{_AT}{_YEAR}\b(?!年|[.\d-]\d)(?:\s*'s)?", _written),
    )
    return tuple((re.compile(pattern, re.IGNORECASE | re.ASCII), read) for pattern, read in rows)
