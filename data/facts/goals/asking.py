"""Whether words ask for something or tell what was: modal verbs, openings of demands, marks of the past."""

import re

from config.lexicon import words
from data.facts.patterns import any_of

_NEEDS = r"(?<![重主需只次首纪概摘提])要(?!求|点|素|件|闻|不|么|事(?![事业先])|务(?![实必])|义|旨|职|塞|诀|案)"
_SHOULD = rf"应(?={any_of(words('goals', 'modal.manners'))})"
_PROPOSES = (
    r"(?:提出|明确)(?![了的])(?=[^，。；了]{0,20}?"
    r"(?:(?:完成|实现|达到|突破|新增|建成|增长)[^，。；了]*\d|用[一二两三四五六七八九十\d至到]{1,5}年))"
)
_AHEAD = r"(?:未来|今后)[一二两三四五六七八九十\d]{1,3}年(?=[，内里的])"
_ASKS = words("goals", "modal.words")
_MODAL = re.compile(rf"{_NEEDS}|{_SHOULD}|{_PROPOSES}|{_AHEAD}|{any_of(_ASKS)}")
_PLAIN = re.compile(
    rf"{_NEEDS}|{_SHOULD}|{_PROPOSES}|{_AHEAD}|{any_of(tuple(set(_ASKS) - set(words('goals', 'modal.weak'))))}"
)
_SETS = re.compile(rf"{_NEEDS}|力争|确保|争取|计划|务必|目标[是为]?[：:]")
_ON_YEAR = re.compile("同比|[比较](?:上年|去年)")  # a growth told, or aimed at behind 力争
_BEGUN = "-03"  # the month before which a year's figures are not told yet
_THAT_YEAR = re.compile(r"(20\d\d)年(?:[^，。；\d前以至]{0,12}?)(?:完成|实现|新增|达到|投产|突破)(?!了)[^，。；]*\d")
_NUMBERED = r"(?:[（(]?[一二三四五六七八九十\d]{1,2}[)）、.]\s*|[一二三四五六七八九十]+是)?"
_DEMAND = re.compile(rf"(?:^|[。\n])\s*{_NUMBERED}{any_of(words('goals', 'modal.demands'))}")
_DONE = "(?:完工|竣工|开工|投产|通车|交付|上线|发布|投入使用|建成|完成)"
_DATE_COMING = rf"会?[在到于]?\s?(?:今年|明年|20\d\d年|1\d\d年)?(?:\d{{1,2}}月|年)(?:[底初末中前]|份?{_DONE})"
_PAST = re.compile(
    rf"{any_of(words('goals', 'past.words'))}"
    rf"|预计(?!{_DATE_COMING})"  # a date expected is set, a figure is foreseen
    r"|连续(?!发生|出现|不断)|(?<!\d)\d{1,2}月?[至\-—~]\d{1,2}月"  # 1至8月 is told, not aimed at
)


def asks(text: str) -> bool:
    """Whether someone says in `text` what should be."""
    return _MODAL.search(text) is not None


def asks_plainly(text: str) -> bool:
    """Whether `text` asks for something even beside what was done, where 努力 and 目标 may tell how it was done."""
    return _PLAIN.search(text) is not None


def demands(text: str) -> bool:
    """Whether a sentence of `text` opens with what is to be done, without saying who asks for it (坚持…, 加快…)."""
    return _DEMAND.search(text) is not None


def tells_past(text: str) -> bool:
    """Whether `text` tells what was or is so."""
    return _PAST.search(text) is not None


def tells_only_past(sentence: str) -> bool:
    """Whether a sentence tells what was; a growth on the year behind 要 or 力争 is aimed at."""
    sets = _SETS.search(sentence)
    return tells_past(sentence[: sets.end()] + without_growth(sentence[sets.end() :]) if sets else sentence)


def without_growth(text: str) -> str:
    """`text` without the marks of a growth on the year."""
    return _ON_YEAR.sub("", text)


def foretells(clause: str, published: str | None) -> bool:
    """Whether a clause gives a year's figure when that year has hardly begun: it is aimed at, whatever the words."""
    year = _THAT_YEAR.match(clause)
    return year is not None and published is not None and published < year[1] + _BEGUN
