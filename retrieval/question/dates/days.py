"""Days and months as people write them → the days that they cover, as meant on the day of asking."""

import calendar
import re
from datetime import date, timedelta

from config import lexicon
from retrieval.numerals import number
from retrieval.question.dates.moment import Moment
from retrieval.records import Period

SOON = 10
"""Days ahead within which a day without its year is the one to come: meetings are announced."""


def told(match: re.Match[str], period: tuple[date, date] | None, *, bare: bool = False) -> Moment | None:
    """The moment that a match says; None without a period."""
    if period is None:
        return None
    start, end = period
    return Moment(match.start(), match.end(), Period(start, end), exact=start == end, bare=bare)


def safe_day(year: int, month: int, day: int) -> date | None:
    """The day; None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def year_of(word: str, today: date) -> int | None:
    """The year that a word says; None where nobody knows the century."""
    relative = {"去年": -1, "上年": -1, "今年": 0, "本年": 0, "前年": -2, "明年": 1}
    if word in relative:
        return today.year + relative[word]
    value = number(word.removeprefix("民国"))
    if value is None:
        return None
    if word.startswith("民国") or 100 <= value <= 199:
        return value + 1911  # the Minguo calendar counts from 1912
    if value < 100:
        return value + 2000 if value + 2000 <= today.year + _AHEAD else None
    return value


_AHEAD = 20
"""Years: of two digits, those further ahead are of the last century or of the Minguo calendar; which, nobody knows."""


def latest(month: int, day: int, today: date) -> date | None:
    """The latest such day not after today (a question asks about what has happened), or one that is near at hand."""
    coming = today + timedelta(days=SOON)
    for year in dict.fromkeys((coming.year, today.year)):
        this_year = safe_day(year, month, day)
        if this_year is not None and this_year <= coming:
            return this_year
    return safe_day(today.year - 1, month, day)


def full_day(match: re.Match[str], today: date) -> Moment | None:
    """A year, a month and a day."""
    year, month, day = year_of(match["y"], today), number(match["m"]), number(match["d"])
    if year is None or month is None or day is None:
        return None
    found = safe_day(year, month, day)
    return None if found is None else told(match, (found, found))


def month_day(match: re.Match[str], today: date) -> Moment | None:
    """A month and a day: the latest past, or near at hand."""
    month, day = number(match["m"]), number(match["d"])
    found = None if month is None or day is None else latest(month, day, today)
    return None if found is None else told(match, (found, found), bare=True)


def month_span(year: int, month: int, part: str | None) -> tuple[date, date] | None:
    """The first and last day of a month, or of a part of it."""
    if not 1 <= month <= 12:
        return None
    last = calendar.monthrange(year, month)[1]
    first_day, last_day = {
        "上旬": (1, 10),
        "初": (1, 12),
        "中旬": (11, 20),
        "中": (8, 23),
        "下旬": (21, last),
        "底": (20, last),
        "末": (20, last),
    }.get(part or "", (1, last))
    return date(year, month, first_day), date(year, month, last_day)


def year_month(match: re.Match[str], today: date) -> Moment | None:
    """A month of a year, or a part of it."""
    year, month = year_of(match["y"], today), number(match["m"])
    return None if year is None or month is None else told(match, month_span(year, month, match["part"]))


def month_alone(match: re.Match[str], today: date) -> Moment | None:
    """A month: the latest past."""
    month = number(match["m"])
    if month is None or not 1 <= month <= 12:
        return None
    year = today.year if month <= today.month else today.year - 1
    return told(match, month_span(year, month, match["part"]), bare=True)


def _shifted(today: date, months: int) -> tuple[int, int]:
    index = today.year * 12 + today.month - 1 + months
    return index // 12, index % 12 + 1


def relative_month(match: re.Match[str], today: date) -> Moment | None:
    """上个月, 本月12日."""
    back = {"上上": -2, "上": -1, "上个": -1}.get(match["rm"].replace("个", "").removesuffix("月"), 0)
    year, month = _shifted(today, back)
    day = number(match["d"]) if match["d"] else None
    if day is None:
        return told(match, month_span(year, month, match["part"]))
    found = safe_day(year, month, day)
    return None if found is None else told(match, (found, found))


def relative_day(match: re.Match[str], today: date) -> Moment | None:
    """昨天, 前天."""
    day = today + timedelta(days=DAYS_AWAY[match[0]])
    return told(match, (day, day))


DAYS_AWAY = {
    "大前天": -3,
    "前天": -2,
    "昨天": -1,
    "昨日": -1,
    "昨晚": -1,
    "今天": 0,
    "今日": 0,
    "明天": 1,
    "明日": 1,
    "后天": 2,
    "大后天": 3,
}


def weekday(match: re.Match[str], today: date) -> Moment | None:
    """上周三, 本周, 周五."""
    weeks = match["weeks"].count("上") - match["weeks"].count("下")
    monday = today - timedelta(days=today.weekday())
    if match["wd"] is None or not match["wd"]:
        start = monday - timedelta(weeks=weeks)
        end = start + timedelta(days=6)
        return told(match, (start, end if weeks else min(end, today)))
    offset = "一二三四五六日".find(match["wd"].replace("天", "日").replace("末", "六"))
    day = monday - timedelta(weeks=weeks) + timedelta(days=offset)
    if day > today and weeks == 0 and not match["weeks"]:
        day -= timedelta(weeks=1)
    return told(match, (day, day))


def compact(match: re.Match[str], _: date) -> Moment | None:
    """20240305."""
    found = safe_day(int(match["y"]), int(match["m"]), int(match["d"]))
    return None if found is None else told(match, (found, found))


def english(match: re.Match[str], today: date) -> Moment | None:
    """12 Mar 2024, March 2024."""
    month = list(lexicon.mapping("question", "months")).index(match["mon"].lower()[:3]) + 1
    day, year = number(match["d"] or match["d2"] or ""), number(match["y"] or "")
    if day is None:
        year = year or (today.year if month <= today.month else today.year - 1)
        return told(match, month_span(year, month, None), bare=match["y"] is None)
    found = safe_day(year, month, day) if year else latest(month, day, today)
    return None if found is None else told(match, (found, found), bare=year is None)


def dotted(text: str, today: date) -> list[Moment]:
    """7.17, 12/29: days only where the text names no other, and never version numbers (after or in Latin words)."""
    found = []
    for match in _DOTTED.finditer(text):
        day = latest(int(match["m"]), int(match["d"]), today)
        if day is not None:
            found.append(Moment(match.start(), match.end(), Period(day, day), exact=True, bare=True))
    return found[:1]


_DOTTED = re.compile(
    r"(?<![\d.A-Za-z])(?<![A-Za-z] )(?P<m>1[0-2]|0?[1-9])[./](?P<d>[12]\d|3[01]|0?[1-9])(?![\d./%％]|亿|万|号)"
)
