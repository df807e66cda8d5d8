"""Whether words ask for something or tell what was: modal verbs, openings of demands, marks of the past."""

import re

from config.lexicon import words
from data.facts.patterns import any_of

_NEEDS = r"(?<![重主需只次首纪概摘提])要(?!求|点|素|件|闻|不|么|事(?![事业先])|务(?![实必])|义|旨|职|塞|诀|案)"
_SHOULD = rf"应(?={any_of(words('goals', 'modal.manners'))})"
_ASKS = words("goals", "modal.words")
_MODAL = re.compile(rf"{_NEEDS}|{_SHOULD}|{any_of(_ASKS)}")
_PLAIN = re.compile(rf"{_NEEDS}|{_SHOULD}|{any_of(tuple(set(_ASKS) - set(words('goals', 'modal.weak'))))}")
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
