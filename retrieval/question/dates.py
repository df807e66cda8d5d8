"""Words for time → days, as the asker means them on the day of asking."""

import calendar
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from config import lexicon
from retrieval.numerals import NUMERAL, number
from retrieval.records import Period


@dataclass(frozen=True, slots=True)
class Moment:
    """A time expression: its place in the text and the days it covers.

    `exact` tells a single named day from a stretch; `bare` a month without a year, read as the latest one past.
    """

    start: int
    end: int
    period: Period
    exact: bool = False
    bare: bool = False

    @property
    def length(self) -> int:
        """Days from the first to the last."""
        return (self.period.end - self.period.start).days


_Y = r"(?<!\d)(?P<y>\d{4}|\d{2}|民国\d{2,3}|1\d{2}(?=年)|[〇零一二三四五六七八九]{4}|去年|今年|前年|明年|上年|本年)"
_M = rf"(?P<m>{NUMERAL})"
_D = rf"(?P<d>{NUMERAL})"
_RELATIVE_MONTH = r"(?P<rm>上上个?月|上个?月|这个?月|本月|当月)"
_PART_OF_MONTH = r"(?P<part>上旬|中旬|下旬|初|底|末|中(?![央国外共山学小心华医石建铁粮电信科交层级直]))?"
_BEGINNING = date(1949, 1, 1)
SOON = 10
"""Days ahead within which a day without its year is the one to come: meetings are announced."""


def meeting_day(found: Sequence[Moment], text: str) -> Moment | None:
    """The moment that says when the meeting was: no deadline (9月底前), a day before a month, a month before a year."""
    likely = [one for one in found if not _DEADLINE.match(text[one.end :]) and not _UNTIL.search(text[: one.start])]
    return min(likely, key=lambda one: (one.length > _MONTH, one.length > 0), default=None)


_MONTH = 31
_DEADLINE = re.compile("之?前|以前|底前|为止")
_UNTIL = re.compile("到$")


def moments(text: str, today: date) -> tuple[Moment, ...]:
    """Every time expression of `text`, left to right, the longest reading of each spot."""
    taken: list[Moment] = []
    for pattern, read in _READINGS:
        for match in pattern.finditer(text):
            if any(match.start() < other.end and other.start < match.end() for other in taken):
                continue
            moment = read(match, today)
            if moment is not None:
                taken.append(moment)
    if not taken:
        taken = _dotted(text, today)
    return tuple(sorted(taken, key=lambda moment: moment.start))


def _day(match: re.Match[str], period: tuple[date, date] | None, *, bare: bool = False) -> Moment | None:
    if period is None:
        return None
    start, end = period
    return Moment(match.start(), match.end(), Period(start, end), exact=start == end, bare=bare)


def _safe(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _year(word: str, today: date) -> int | None:
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


def _latest(month: int, day: int, today: date) -> date | None:
    """The latest such day not after today (a question asks about what has happened), or one that is near at hand."""
    coming = today + timedelta(days=SOON)
    for year in dict.fromkeys((coming.year, today.year)):
        this_year = _safe(year, month, day)
        if this_year is not None and this_year <= coming:
            return this_year
    return _safe(today.year - 1, month, day)


def _full_day(match: re.Match[str], today: date) -> Moment | None:
    year, month, day = _year(match["y"], today), number(match["m"]), number(match["d"])
    if year is None or month is None or day is None:
        return None
    found = _safe(year, month, day)
    return None if found is None else _day(match, (found, found))


def _month_day(match: re.Match[str], today: date) -> Moment | None:
    month, day = number(match["m"]), number(match["d"])
    found = None if month is None or day is None else _latest(month, day, today)
    return None if found is None else _day(match, (found, found), bare=True)


def _month_span(year: int, month: int, part: str | None) -> tuple[date, date] | None:
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


def _year_month(match: re.Match[str], today: date) -> Moment | None:
    year, month = _year(match["y"], today), number(match["m"])
    return None if year is None or month is None else _day(match, _month_span(year, month, match["part"]))


def _month(match: re.Match[str], today: date) -> Moment | None:
    month = number(match["m"])
    if month is None or not 1 <= month <= 12:
        return None
    year = today.year if month <= today.month else today.year - 1
    return _day(match, _month_span(year, month, match["part"]), bare=True)


def _shifted(today: date, months: int) -> tuple[int, int]:
    index = today.year * 12 + today.month - 1 + months
    return index // 12, index % 12 + 1


def _relative_month(match: re.Match[str], today: date) -> Moment | None:
    back = {"上上": -2, "上": -1, "上个": -1}.get(match["rm"].replace("个", "").removesuffix("月"), 0)
    year, month = _shifted(today, back)
    day = number(match["d"]) if match["d"] else None
    if day is None:
        return _day(match, _month_span(year, month, match["part"]))
    found = _safe(year, month, day)
    return None if found is None else _day(match, (found, found))


def _relative_day(match: re.Match[str], today: date) -> Moment | None:
    day = today + timedelta(days=_DAYS_AWAY[match[0]])
    return _day(match, (day, day))


_DAYS_AWAY = {
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


def _weekday(match: re.Match[str], today: date) -> Moment | None:
    weeks = match["weeks"].count("上") - match["weeks"].count("下")
    monday = today - timedelta(days=today.weekday())
    if match["wd"] is None or not match["wd"]:
        start = monday - timedelta(weeks=weeks)
        end = start + timedelta(days=6)
        return _day(match, (start, end if weeks else min(end, today)))
    offset = "一二三四五六日".find(match["wd"].replace("天", "日").replace("末", "六"))
    day = monday - timedelta(weeks=weeks) + timedelta(days=offset)
    if day > today and weeks == 0 and not match["weeks"]:
        day -= timedelta(weeks=1)
    return _day(match, (day, day))


def _year_part(match: re.Match[str], today: date) -> Moment | None:
    year = _year(match["y"], today)
    if year is None:
        return None
    first, last = _PARTS_OF_YEAR.get(match["part"] or "", (1, 12))
    return _day(match, (date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])))


_PARTS_OF_YEAR = {
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
_MIDDLE = "(?<!的)中(?![央国外共山学小心华医石建铁粮电信科交层级直])"
"""年中, but not 去年的中央…."""
_PART_WORDS = "|".join(_MIDDLE if one == "中" else one for one in sorted(_PARTS_OF_YEAR, key=len, reverse=True))


def _last_of_year(match: re.Match[str], today: date) -> Moment | None:
    year = _year(match["y"], today)
    return None if year is None else _day(match, (date(year, 12, 31), date(year, 12, 31)))


def _bare_part(match: re.Match[str], today: date) -> Moment | None:
    first, last = _PARTS_OF_YEAR[match["part"]]
    year = today.year if date(today.year, first, 1) <= today else today.year - 1
    end = date(year, last, calendar.monthrange(year, last)[1])
    return _day(match, (date(year, first, 1), end), bare=True)


def _since(match: re.Match[str], today: date) -> Moment | None:
    year = _year(match["y"], today)
    return None if year is None else _day(match, (date(year, 1, 1), today))


def _until(match: re.Match[str], today: date) -> Moment | None:
    year, month = _year(match["y"], today), number(match["m"])
    span = None if year is None or month is None else _month_span(year, month, None)
    return None if span is None else _day(match, (_BEGINNING, span[1]))


def _recent(match: re.Match[str], today: date) -> Moment | None:
    days = {"天": 1, "日": 1, "周": 7, "个月": 30, "年": 365}[match["unit"]] * (number(match["n"]) or 1)
    return _day(match, (today - timedelta(days=days), today))


def _compact(match: re.Match[str], _: date) -> Moment | None:
    found = _safe(int(match["y"]), int(match["m"]), int(match["d"]))
    return None if found is None else _day(match, (found, found))


def _english(match: re.Match[str], today: date) -> Moment | None:
    month = list(lexicon.mapping("question", "months")).index(match["mon"].lower()[:3]) + 1
    day, year = number(match["d"] or match["d2"] or ""), number(match["y"] or "")
    if day is None:
        year = year or (today.year if month <= today.month else today.year - 1)
        return _day(match, _month_span(year, month, None), bare=match["y"] is None)
    found = _safe(year, month, day) if year else _latest(month, day, today)
    return None if found is None else _day(match, (found, found), bare=year is None)


def _dotted(text: str, today: date) -> list[Moment]:
    """7.17, 12/29: days only where the text names no other, and never version numbers (after or in Latin words)."""
    found = []
    for match in _DOTTED.finditer(text):
        day = _latest(int(match["m"]), int(match["d"]), today)
        if day is not None:
            found.append(Moment(match.start(), match.end(), Period(day, day), exact=True, bare=True))
    return found[:1]


_DOTTED = re.compile(
    r"(?<![\d.A-Za-z])(?<![A-Za-z] )(?P<m>1[0-2]|0?[1-9])[./](?P<d>[12]\d|3[01]|0?[1-9])(?![\d./%％]|亿|万|号)"
)
_MONTHS = r"(?P<mon>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_SUFFIX = r"(?:st|nd|rd|th)?"
_DAY_WORD = r"\s*[日号號]"
_RANGE = rf"(?:\s*[日号]?\s*[到至—–-]\s*{NUMERAL})?"
_NOT_DAY = r"(?![\d一二三四五六七八九十月年次届])(?<!月一)"
"""Behind a number without 日: it is part of a longer one, counts something else (10月十四届…), or is 一共."""
_Reading = Callable[[re.Match[str], date], Moment | None]
_READINGS: tuple[tuple[re.Pattern[str], _Reading], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), read)
    for pattern, read in (
        (rf"(?:截至|截止|到){_Y}年?\s*{_M}月(?:底|末)?(?:为止)?(?!\s*[\d一二三]+[日号])", _until),
        (rf"{_Y}\s*年?\s*{_M}\s*月\s*{_D}(?:{_RANGE}{_DAY_WORD}|{_NOT_DAY})", _full_day),
        (r"(?<!\d)(?P<y>20\d{2}|19\d{2})\s*[-/.]\s*(?P<m>\d{1,2})\s*[-/.]\s*(?P<d>\d{1,2})(?!\d)", _full_day),
        (r"(?<!\d)(?P<y>20\d{2}|19\d{2})(?P<m>0[1-9]|1[0-2])(?P<d>[0-2]\d|3[01])(?!\d)", _compact),
        (r"(?<!\d)(?P<y>20\d{2})\s*[-/]\s*(?P<m>0?[1-9]|1[0-2])(?P<part>)(?![\d/.-])", _year_month),
        (rf"{_RELATIVE_MONTH}\s*(?:(?P<d>{NUMERAL}){_DAY_WORD})?{_PART_OF_MONTH}", _relative_month),
        (rf"{_Y}\s*年?\s*{_M}\s*月份?{_PART_OF_MONTH}(?![\d一二三]+[日号])", _year_month),
        (rf"(?<![\d年]){_M}\s*月\s*{_D}(?:{_RANGE}{_DAY_WORD}|{_NOT_DAY})", _month_day),
        (rf"(?P<d>\d{{1,2}}){_SUFFIX}\s+(?:of\s+)?{_MONTHS},?(?:\s+(?P<y>\d{{4}}))?(?P<d2>)(?![a-z])", _english),
        (
            rf"(?P<d>)(?<![a-z]){_MONTHS}\s+(?:(?P<d2>\d{{1,2}}){_SUFFIX}(?!\d),?\s*)?(?P<y>\d{{4}})?(?![a-z\d])",
            _english,
        ),
        ("|".join(sorted(_DAYS_AWAY, key=len, reverse=True)), _relative_day),
        (r"(?P<weeks>上上个?|上个?|下个?|这个?|本)(?:周|星期|礼拜)(?P<wd>[一二三四五六日天末])?", _weekday),
        (r"(?<![双每一两三四])(?P<weeks>)(?:周|星期|礼拜)(?P<wd>[一二三四五六日天])(?![年期度])", _weekday),
        (r"(?P<y>今年|去年|本年)以来", _since),
        (rf"(?:最近|近)(?P<n>{NUMERAL}|)(?P<unit>天|日|周|个月|年)", _recent),
        (rf"{_Y}\s*年?的?最后一天", _last_of_year),
        (rf"{_Y}\s*年?(?:度)?的?(?P<part>{_PART_WORDS})", _year_part),
        (rf"(?<![\d年到至]){_M}\s*月份?{_PART_OF_MONTH}(?!\s*[\d一二三]+[日号])", _month),
        (r"(?P<y>\d{4})\s*年(?!年?度)(?P<part>)", _year_part),  # 2023年度 is accounted for later
        (r"(?P<y>去年|今年|前年|本年)(?P<part>)", _year_part),
        (r"(?<![\d.A-Za-z])(?P<y>20[0-4]\d)(?P<part>)(?![\d年.-])", _year_part),
        (r"(?<!\d)(?P<y>\d{2})\s*年(?P<part>)(?![级代度])", _year_part),
        (r"(?P<part>第?[一二三四]季度|上半年|下半年)", _bare_part),
        (r"(?P<part>年)(?=底)底", lambda match, today: _year_end(match, today)),
    )
)


def _year_end(match: re.Match[str], today: date) -> Moment | None:
    year = today.year if today.month >= 11 else today.year - 1
    return _day(match, (date(year, 11, 1), date(year, 12, 31)), bare=True)
