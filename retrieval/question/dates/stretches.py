"""Years, parts of years and stretches up to a day → the days that they cover, as meant on the day of asking."""

import calendar
import re
from datetime import date, timedelta

from retrieval.numerals import number
from retrieval.question.dates.days import month_span, told, year_of
from retrieval.question.dates.moment import Moment

_BEGINNING = date(1949, 1, 1)


def year_part(match: re.Match[str], today: date) -> Moment | None:
    """A year, or a part of it."""
    year = year_of(match["y"], today)
    if year is None:
        return None
    first, last = PARTS_OF_YEAR.get(match["part"] or "", (1, 12))
    return told(match, (date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])))


PARTS_OF_YEAR = {
    "底": (11, 12),
    "末": (11, 12),
    "初": (1, 2),
    "中": (5, 8),
    "上半年": (1, 6),
    "下半年": (7, 12),
    "春节前": (1, 2),
    "第一季度": (1, 3),
    "一季度": (1, 3),
    "第二季度": (4, 6),
    "二季度": (4, 6),
    "第三季度": (7, 9),
    "三季度": (7, 9),
    "第四季度": (10, 12),
    "四季度": (10, 12),
}


def last_of_year(match: re.Match[str], today: date) -> Moment | None:
    """The last day of a year."""
    year = year_of(match["y"], today)
    return None if year is None else told(match, (date(year, 12, 31), date(year, 12, 31)))


def bare_part(match: re.Match[str], today: date) -> Moment | None:
    """上半年, 一季度 without a year: the latest begun."""
    first, last = PARTS_OF_YEAR[match["part"]]
    year = today.year if date(today.year, first, 1) <= today else today.year - 1
    end = date(year, last, calendar.monthrange(year, last)[1])
    return told(match, (date(year, first, 1), end), bare=True)


def since(match: re.Match[str], today: date) -> Moment | None:
    """今年以来."""
    year = year_of(match["y"], today)
    return None if year is None else told(match, (date(year, 1, 1), today))


def until(match: re.Match[str], today: date) -> Moment | None:
    """到2024年4月为止."""
    year, month = year_of(match["y"], today), number(match["m"])
    span = None if year is None or month is None else month_span(year, month, None)
    return None if span is None else told(match, (_BEGINNING, span[1]))


def recent(match: re.Match[str], today: date) -> Moment | None:
    """最近两周."""
    days = {"天": 1, "日": 1, "周": 7, "个月": 30, "年": 365}[match["unit"]] * (number(match["n"]) or 1)
    return told(match, (today - timedelta(days=days), today))


def year_end(match: re.Match[str], today: date) -> Moment | None:
    """年底 alone: of the latest year."""
    year = today.year if today.month >= 11 else today.year - 1
    return told(match, (date(year, 11, 1), date(year, 12, 31)), bare=True)
