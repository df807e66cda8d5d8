"""Whose meeting it was: the body before the verb belongs to a name that says little by itself."""

import re

from config import lexicon
from data.facts.meeting import signals
from data.facts.meeting.name import Name
from data.facts.people import mentions

LEFT = re.compile(
    rf"^(?:(?:记者)?从(?=.{{2,20}}$)|【[^】]*】|(?:\[[^\[\]]{{1,8}}\])+|.*?(?:讯|消息|(?<=[日专])电)[）)：:，]?\s*|[（(][^（）()]*[）)]\s*|{signals.WHEN}[，,]?|在[^，。]{{1,20}}?(?:之际|期间|后)[，,]|[^，。]{{0,12}}(?:获悉|了解到)[，,])+"
)
"""What stands before the words about a meeting: datelines, days, 之际."""
ORDINAL = re.compile(
    r"(?:\d{4}年度?)?(?:第?[一二三四五六七八九十百\d]+[次届季]|[一二三四五六七八九十]+届|首[次届])|\d{4}年|(?:全体|扩大)"
)
_BARE = frozenset(lexicon.words("meeting", "bare_names"))
_WHO_END = re.compile(
    rf"(?:{signals.WHEN}|{signals.WHERE}|{signals.HOW}|日前|近日|共同|先后|分别|联合|专题|再次|立即|组织|会同[^，。]+)+$"
)
_OURS = re.compile(r"^(?:我[市县区省国校院]|本[市县区省校院]|学校|公司|集团)$")
_NOTED = re.compile(r"[（(][^（）()]{1,6}[）)]")  # （扩大）会议
_LITTLE = 8  # characters of a name that says little beside a long body: 防汛工作会
_MUCH = 2.0  # times its length from which on the body tells more than it
_ORGAN = re.compile(r"^(?!.*[同与就对]).*[委会部局院党府协大学校园团组室站所司社村处联]$")
_WHOSE = re.compile(r"[全各]|.{0,6}[省市县区镇乡校院司局]")  # whose it is, is said already
_HAS_DONE = re.compile(
    r"组织(?=[^，。]{0,6}(?:代表|委员|党员|干部|人员))|视察|赴|(?:调研|督导|督查|考察|检查|走访|慰问)(?!组|团|室|院|会|局|处|办|队|学)"
)  # what the body did before it met
_ON_MATTER = re.compile(rf"(?:{signals.WHEN}|日前|近日)?就[^，。]*$")  # 议会16日就…举行会议
_BODY = 30
_SHORT = 3


def with_owner(text: str, hidden: str, para: int, start: int, verb: int, name: Name, described: bool) -> Name:
    """The name behind the verb at `verb`, with the body before that where it needs one and is not `described`."""
    if _NOTED.sub("", name.text) in _BARE or (ORDINAL.match(name.text) and not described):
        return _with_body(text, hidden, para, start, verb, name)
    if len(name.text) > _LITTLE or described or _WHOSE.match(name.text):
        return name
    bodied = _with_body(text, hidden, para, start, verb, name)
    body = bodied.text.removesuffix(name.text)
    return bodied if len(body) > _MUCH * len(name.text) and _ORGAN.search(body) else name


def _with_body(text: str, hidden: str, para: int, start: int, verb: int, name: Name) -> Name:
    """市政协召开十三届三十五次主席会议: the body before the verb belongs to the name."""
    day = _BRACKETED_DAY.search(hidden, start, verb)
    behind = day.start() if day else verb
    comma = max(hidden.rfind(mark, start, behind) for mark in "，,：:）)") + 1
    who = text[max(start, comma) : behind]
    who = _ON_MATTER.sub("", _HAS_DONE.split(_WHO_END.sub("", LEFT.sub("", who)))[0])
    if not who or _OURS.match(who) or mentions(who) or len(who) > _BODY or _person(who):
        return name
    who = who[: -len(said)] if (said := _said_twice(who, name.text)) else who
    inside = text.find(who, start)
    return Name(who + name.text, para, inside if inside + len(who) == name.start else -1, name.end, "body+" + name.rule)


_BRACKETED_DAY = re.compile(r"[昨今前][日天]?[（(]\d{1,2}日?[）)]日?(?:上午|下午|晚上?)?$")


def _said_twice(who: str, name: str) -> str:
    """What ends the body and begins the name (局党组|党组会议)."""
    return next((who[-size:] for size in (4, 3, 2) if len(who) > size and who[-size:] == name[:size]), "")


def _person(who: str) -> bool:
    """顾城|主持召开: a bare name before the verb is nobody's body."""
    return len(who) <= _SHORT and not who.endswith(
        ("委", "会", "部", "局", "院", "党", "府", "协", "大", "校", "区", "市", "县", "团", "组")
    )
