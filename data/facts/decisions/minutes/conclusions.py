"""Where the lines of an item say its matter better than its title: what a conclusion agrees to, the matter in full."""

import re

from config.lexicon import words
from data.facts.decisions.minutes.sheet import Item
from data.facts.decisions.minutes.statements import Stated, stated
from data.facts.decisions.minutes.titles import HEARD
from data.facts.decisions.minutes.verdicts import PLAIN
from data.facts.decisions.verbs import kind_of
from data.facts.patterns import any_of
from data.records import DecisionKind

_APPLIED = re.compile(r"申请(?![单表书人])|.{2,8}申请(?!.*(?:汇报|介绍))")
_LONG_ENOUGH = 16  # characters; a shorter conclusion does not say by itself what was decided
_LEAST = 8  # characters of what a conclusion agrees to
_CHOOSES = re.compile(
    r"(?:一致|原则)*(?:同意)?(?P<verb>续聘|聘任|聘请|增聘|任命|委任|推选|推举|选举)(?P<object>[^，。；]{2,20}(?:为|担任)[^，。；]{2,20})"
)
"""Who is chosen, where the title only says that somebody is to be: 校长续聘 / 续聘顾城为校长."""
_SENDS = re.compile(r"(?:推派|指派|推荐|委派|增聘|续聘|改聘)[^，。；]{2,30}(?:为|担任|出任)")
_WHOLE = re.compile(r"[^，,。；;]+")
_BODY_ACT = re.compile(
    rf"{any_of((*words('minutes', 'titles.told'), '讨论', '说明'))}了?(?P<object>[^，,。；;]{{4,60}})"
)


def instead(item: Item, title: str, verb: str) -> Stated | None:
    """What a conclusion agrees to where the title does not say it, or puts in place of what was applied for."""
    concluding = [line for line in item.lines if line.concludes]
    alone = len(concluding) == 1
    for line in concluding:
        if chosen := _CHOOSES.match(line.text):
            start, end = (line.start + edge for edge in chosen.span("object"))
            return Stated("appointed", chosen["verb"], line.para, start, end)
        for one in (one for one in stated(line) if not one.back):
            agreed = line.text[one.start - line.start : one.end - line.start]
            appoints = kind_of(agreed[:2]) == "appointed" or _SENDS.match(agreed) is not None
            if len(agreed) >= _LEAST:
                return Stated("appointed" if appoints else "decided", verb, line.para, one.start, one.end)
        if (
            verb == PLAIN
            and alone
            and (says := _SAYS_IT.match(line.text))
            and says.end() >= _LEAST_SAID
            and _within(says[1], title)
        ):
            return Stated("decided", verb, line.para, line.start, line.start + says.end(1))
        if verb == PLAIN and alone and (acts := _ACTS.match(line.text)):
            return Stated("decided", verb, line.para, line.start, line.start + acts.end())
        if verb == PLAIN and item.style == "row" and len(title) <= _BRIEF < len(line.text):
            return Stated("decided", verb, line.para, line.start, line.start + len(line.text.rstrip("。 ")))
        instead = _WHOLE.match(line.text) if verb == PLAIN and _APPLIED.match(item.title) else None
        if instead and len(instead[0]) >= _LONG_ENOUGH and not any(True for _ in stated(line)):
            return Stated("decided", verb, line.para, line.start, line.start + instead.end())
    return None


def _bare(title: str) -> str:
    return HEARD.split(title)[0] or title


def _within(said: str, title: str) -> bool:
    return 2 * sum(char in title for char in said) >= len(said)


_SAYS_IT = re.compile(r"(?![\d一二三四])([^，,。；;：:]+)[。；;]")  # a whole sentence
_ACTS = re.compile(
    r"由[^，,。；;]+"
    r"|(?:请(?!各位|大家)|先由|先[^，。；]{0,4}(?=出|做|办|改|试)|\d{1,2}月\d{1,2}日|自[^，。；]{2,10}起)"
    r"[^。；;]{4,80}(?=[。；;]|$)"
)
"""A conclusion that says by itself what will be done: 由顾城陪同, 请总务处评估, 8月3日完成试航，8月9日开航."""
_LEAST_SAID = 12  # characters of one that says what the title only asks


def fuller(item: Item, title: str, kind: DecisionKind, verb: str) -> Stated | None:
    """The matter as a line under a short title has it in full: 基本情况介绍 / 顾城介绍X基本情况."""
    for line in item.lines[:_LINES] if kind in ("heard", "reviewed") and len(title) < _LONG_ENOUGH else ():
        found = _BODY_ACT.search(line.text, 0, _REACH)
        whole = found and (
            _bare(title) in found["object"] or (len(title) <= _SHORT and title[:2] == found["object"][:2])
        )
        if found and whole and len(found["object"]) >= len(title):
            start, end = (line.start + edge for edge in found.span("object"))
            return Stated(kind, verb, line.para, start, end)
    return None


_REACH = 120  # characters of a line
_SHORT = 6  # characters of a title that says little
_BRIEF = 4  # characters of a title that is only a catchword
_LINES = 4  # of an item in which its matter is told again
