"""Words for time, each way of writing them with its reading: every time expression of a text."""

import re
from collections.abc import Callable
from datetime import date

from retrieval.numerals import NUMERAL
from retrieval.question.dates import days, stretches
from retrieval.question.dates.moment import Moment

_Y = r"(?<!\d)(?P<y>\d{4}|\d{2}|民国\d{2,3}|1\d{2}(?=年)|[〇零一二三四五六七八九]{4}|去年|今年|前年|明年|上年|本年)"
_M = rf"(?P<m>{NUMERAL})"
_D = rf"(?P<d>{NUMERAL})"
_RELATIVE_MONTH = r"(?P<rm>上上个?月|上个?月|这个?月|本月|当月)"
_PART_OF_MONTH = r"(?P<part>上旬|中旬|下旬|初|底|末|中(?![央国外共山学小心华医石建铁粮电信科交层级直]))?"
_MIDDLE = "(?<!的)中(?![央国外共山学小心华医石建铁粮电信科交层级直])"
"""年中, but not 去年的中央…."""
_PART_WORDS = "|".join(
    _MIDDLE if one == "中" else one for one in sorted(stretches.PARTS_OF_YEAR, key=len, reverse=True)
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
        (rf"(?:截至|截止|到){_Y}年?\s*{_M}月(?:底|末)?(?:为止)?(?!\s*[\d一二三]+[日号])", stretches.until),
        (rf"{_Y}\s*年?\s*{_M}\s*月\s*{_D}(?:{_RANGE}{_DAY_WORD}|{_NOT_DAY})", days.full_day),
        (r"(?<!\d)(?P<y>20\d{2}|19\d{2})\s*[-/.]\s*(?P<m>\d{1,2})\s*[-/.]\s*(?P<d>\d{1,2})(?!\d)", days.full_day),
        (r"(?<!\d)(?P<y>20\d{2}|19\d{2})(?P<m>0[1-9]|1[0-2])(?P<d>[0-2]\d|3[01])(?!\d)", days.compact),
        (r"(?<!\d)(?P<y>20\d{2})\s*[-/]\s*(?P<m>0?[1-9]|1[0-2])(?P<part>)(?![\d/.-])", days.year_month),
        (rf"{_RELATIVE_MONTH}\s*(?:(?P<d>{NUMERAL}){_DAY_WORD})?{_PART_OF_MONTH}", days.relative_month),
        (rf"{_Y}\s*年?\s*{_M}\s*月份?{_PART_OF_MONTH}(?![\d一二三]+[日号])", days.year_month),
        (rf"(?<![\d年]){_M}\s*月\s*{_D}(?:{_RANGE}{_DAY_WORD}|{_NOT_DAY})", days.month_day),
        (rf"(?P<d>\d{{1,2}}){_SUFFIX}\s+(?:of\s+)?{_MONTHS},?(?:\s+(?P<y>\d{{4}}))?(?P<d2>)(?![a-z])", days.english),
        (
            rf"(?P<d>)(?<![a-z]){_MONTHS}\s+(?:(?P<d2>\d{{1,2}}){_SUFFIX}(?!\d),?\s*)?(?P<y>\d{{4}})?(?![a-z\d])",
            days.english,
        ),
        ("|".join(sorted(days.DAYS_AWAY, key=len, reverse=True)), days.relative_day),
        (r"(?P<weeks>上上个?|上个?|下个?|这个?|本)(?:周|星期|礼拜)(?P<wd>[一二三四五六日天末])?", days.weekday),
        (r"(?<![双每一两三四])(?P<weeks>)(?:周|星期|礼拜)(?P<wd>[一二三四五六日天])(?![年期度])", days.weekday),
        (r"(?P<y>今年|去年|本年)以来", stretches.since),
        (rf"(?:最近|近)(?P<n>{NUMERAL}|)(?P<unit>天|日|周|个月|年)", stretches.recent),
        (rf"{_Y}\s*年?的?最后一天", stretches.last_of_year),
        (rf"{_Y}\s*年?(?:度)?的?(?P<part>{_PART_WORDS})", stretches.year_part),
        (rf"(?<![\d年到至]){_M}\s*月份?{_PART_OF_MONTH}(?!\s*[\d一二三]+[日号])", days.month_alone),
        (r"(?P<y>\d{4})\s*年(?!年?度)(?P<part>)", stretches.year_part),  # 2023年度 is accounted for later
        (r"(?P<y>去年|今年|前年|本年)(?P<part>)", stretches.year_part),
        (r"(?<![\d.A-Za-z])(?P<y>20[0-4]\d)(?P<part>)(?![\d年.-])", stretches.year_part),
        (r"(?<!\d)(?P<y>\d{2})\s*年(?P<part>)(?![级代度])", stretches.year_part),
        (r"(?P<part>第?[一二三四]季度|上半年|下半年)", stretches.bare_part),
        (r"(?P<part>年)(?=底)底", lambda match, today: stretches.year_end(match, today)),
    )
)


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
        taken = days.dotted(text, today)
    return tuple(sorted(taken, key=lambda moment: moment.start))
