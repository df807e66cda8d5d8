"""The day a meeting was held: dates as written → ISO, the year from the publication date where the text gives none."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

_DIGITS = {
    "〇": "0",
    "○": "0",
    "零": "0",
    "一": "1",
    "二": "2",
    "三": "3",
    "四": "4",
    "五": "5",
    "六": "6",
    "七": "7",
    "八": "8",
    "九": "9",
}
_N = r"[〇○零一二三四五六七八九十廿卅\d]"
_SPAN = rf"(?:\s*(?:至|到|-|—|－|–|~|～|、)\s*(?:(?P<m2>{_N}{{1,3}})\s*月\s*)?(?P<d2>{_N}{{1,3}})\s*[日号])?"
_TO_DAY = rf"(?=(?:至|到|-|—|－|–|~|～|、)\s*{_N}{{1,3}}\s*[日号])"  # 11月23-25日: the day named with the last
FULL = re.compile(
    rf"(?P<roc>民国)?(?<!\d)(?P<y>\d{{2,4}}|[〇○零0一二三四五六七八九]{{4}}|(?<=民国)[一二三四五六七八九十百零]{{2,5}})\s*年\s*(?P<m>{_N}{{1,3}}|元)\s*月\s*(?P<d>{_N}{{1,3}})\s*(?:[日号]|{_TO_DAY}){_SPAN}"
)
COMPACT = re.compile(r"(?<!\d)(?P<y>20\d{2})(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?!\d)")
ISO = re.compile(r"(?<!\d)(?P<y>\d{4})\s*[-/.]\s*(?P<m>\d{1,2})\s*[-/.]\s*(?P<d>\d{1,2})(?!\d)")
ROC = re.compile(r"(?<![\w./-])(?P<y>1[0-2]\d)\s?[./-]\s?(?P<m>\d{1,2})\s?[./-]\s?(?P<d>\d{1,2})(?![\d]|[./-]\d)")
_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMED = rf"(?P<m>{'|'.join(_NAMES)})[a-z]{{0,6}}\.?"
ENGLISH = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_NAMED}\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y>\d{{4}})(?!\d)",
        rf"(?<!\d)(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s+{_NAMED},?\s+(?P<y>\d{{4}})(?!\d)",
    )
)
SHORT = re.compile(r"(?<![\d:./_-])(?P<m>0?[1-9]|1[0-2])\s?[/._-]\s?(?P<d>0?[1-9]|[12]\d|3[01])(?![\d:]|[./_-]\d)")
"""Month and day as figures alone: only where a label or a heading says that it is a day."""

MONTH = re.compile(rf"(?<![年\d])(?P<m>{_N}{{1,3}}|元)\s*月\s*(?P<d>{_N}{{1,3}})\s*[日号]?{_SPAN}")
DAY = re.compile(rf"(?<![月\d第])(?P<d>\d{{1,2}})\s*(?:日(?!报|前|内)|号(?=[上下]午|晚|凌晨|，)){_SPAN}")
RELATIVE = re.compile(
    r"(?P<word>昨日|昨天|今日(?!头条)|今天|今晨|今早|今晚(?![到至])|昨晚|前日|前天|[昨今](?=[（(]\d{1,2}[）)]日)|(?<=于)昨(?=召开|举行|开会)|昨(?=假|在|于|召开|举行|举办|开会))(?!的)"
)
WEEKDAY = re.compile(r"(?P<week>[上本这])周(?P<weekday>[一二三四五六日天])(?![报刊至到-]|\s*[（(]\d)")
"""A day of the week before or of publication."""
_WEEK = "一二三四五六日"
_BACK = {"昨": 1, "今": 0, "前": 2}


_PATTERNS = (FULL, ISO, COMPACT, ROC, *ENGLISH, MONTH, DAY, RELATIVE, WEEKDAY)


@dataclass(frozen=True, slots=True)
class Held:
    """A day, or span of days, as ISO dates (`--MM-DD` without a year), and the characters that say it."""

    first: str
    last: str | None
    start: int
    end: int


def dates(text: str, published: str | None, year: int | None = None) -> Iterator[Held]:
    """The dates in `text` that can be made certain, in order; `year` is one that the page itself names, if any."""
    matches = sorted(
        (match for pattern in _PATTERNS for match in pattern.finditer(text)),
        key=lambda match: (match.start(), -match.end()),
    )
    reached = 0
    for match in matches:
        if match.start() < reached:
            continue
        held = _held(match, _day(published), year)
        if held:
            reached = match.end()
            yield held


def _held(match: re.Match[str], published: date | None, year: int | None) -> Held | None:
    parts = match.groupdict()
    if "word" in parts:
        if published is None:
            return None
        day = published - timedelta(days=_BACK[match["word"][0]])
        return Held(day.isoformat(), None, match.start(), match.end())
    if "week" in parts:
        return _of_the_week(match, published) if published else None
    day_number = number(match["d"])
    month = _month(match["m"]) if parts.get("m") else None
    first = _first(parts, month, day_number, published, year)
    if first is None:
        return None
    return Held(first, _last(parts, first), match.start(), match.end())


def _of_the_week(match: re.Match[str], published: date) -> Held:
    monday = published - timedelta(days=published.weekday() + (7 if match["week"] == "上" else 0))
    day = monday + timedelta(days=_WEEK.index(match["weekday"].replace("天", "日")))
    return Held(day.isoformat(), None, match.start(), match.end())


def short_date(text: str, published: str | None, year: int | None = None) -> Held | None:
    """The first month and day written as figures alone (04_15, 3/12), where the text is known to give a day."""
    match = SHORT.search(text)
    return _held(match, _day(published), year) if match else None


def _month(written: str) -> int:
    if written == "元":
        return 1
    return _NAMES.index(written[:3].lower()) + 1 if written[:1].isalpha() and written.isascii() else number(written)


def _first(
    parts: dict[str, str | None], month: int | None, day: int, published: date | None, year: int | None
) -> str | None:
    if parts.get("y"):
        return _iso(_year(parts, published), month or 0, day)
    if month is not None and published is None and year is not None:
        return _iso(year, month, day)
    if month is not None:
        return _year_from_publication(month, day, published)
    return _month_from_publication(day, published)


_ROC = 1911  # the year before the first of the Republic
_LATE = 70  # a year of two digits from here on is one of the last century
_ROC_NOW = 150  # a year of three digits is one of the Republic: 110年 is 2021


def _year(parts: dict[str, str | None], published: date | None) -> int:
    written = "".join(_DIGITS.get(char, char) for char in parts["y"] or "")
    year = int(written) if written.isdigit() else number(parts["y"])
    if parts.get("roc") or 100 <= year <= _ROC_NOW:
        return year + _ROC
    if year >= _ROC_NOW:
        return year
    near = [year + era for era in (2000, 1900, _ROC) if published and 0 <= published.year - year - era <= 1]
    return near[0] if near else year + (2000 if year < _LATE else 1900)


def _year_from_publication(month: int, day: int, published: date | None) -> str | None:
    if published is None:
        return f"--{month:02d}-{day:02d}" if _iso(2000, month, day) else None
    year = published.year - (1 if (month, day) > _soon(published) else 0)
    return _iso(year, month, day)


def _soon(published: date) -> tuple[int, int]:
    """A day up to a month after publication is an announcement, not last year's."""
    later = published + timedelta(days=31)
    return (later.month, later.day) if later.year == published.year else (12, 31)


def _month_from_publication(day: int, published: date | None) -> str | None:
    if published is None or not 1 <= day <= 31:
        return None
    if day <= published.day:
        return _iso(published.year, published.month, day)
    before = published.replace(day=1) - timedelta(days=1)
    return _iso(before.year, before.month, day)


def _last(parts: dict[str, str | None], first: str) -> str | None:
    if not parts.get("d2"):
        return None
    month = f"{number(parts['m2']):02d}" if parts.get("m2") else first[-5:-3]
    last = f"{first[:-5]}{month}-{number(parts['d2']):02d}"
    return last if last > first else None


def number(written: str | None) -> int:
    """The number written in digits or in Chinese up to 199, 0 for nothing."""
    if not written or written.isdigit():
        return int(written or 0)
    written = written.replace("廿", "二十").replace("卅", "三十")
    if "百" in written:
        return 100 + number(written.partition("百")[2].lstrip("零"))
    tens, ten, ones = (_figures(part) for part in written.rpartition("十"))
    return 10 * (int(tens) if tens.isdigit() else 1) + int(ones or 0) if ten else int(ones)


def _figures(written: str) -> str:
    return "".join(_DIGITS.get(char, char) for char in written)


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None
