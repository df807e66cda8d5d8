"""A candidate for the meeting's name, without what of the sentence still stands around it."""

import re
from dataclasses import dataclass

from data.facts.meeting import signals

_NO_START = re.compile(
    r"(?:(?:\[[^\[\]]{1,8}\]\s*)+|(?:快讯|速览|图解)[！!：:]?\s*|一图(?:读懂|看懂|了解|速览)[：:]?|的|是(?=第|[^，。]{2,20}届)|以及|在[^，。的]{2,16}(?:举行|举办|召开)的|在(?=[^，。]{4})"
    r"|为期[一二三四五六七八九十两\d]+天的|一年一度的|(?:这|此|本)次|[^，。]{0,16}(?:参加|出席)了|[他她](?:所在)?的|当天(?:开幕|举行|召开)?的?"
    r"|由[^，。的]{2,40}(?:主办|举办|制作|承建|承办|研制|建造|发起)的|会谈并共同主持(?:召开)?|并?共同主持(?:召开)?|隆重(?:举行)?的?|诚挚?祝贺|并预祝"
    r"|[^，。]{0,24}(?:致信|致电|致函)[^，。]{0,4}祝贺(?=[^，。]{4}))+"
)
_OWN = re.compile(r"在(?:野|京|线|职|校|建)")  # words that begin like one of these
_SHORT_FOR = re.compile(r"[（(]以下(?:统称|简称|称)[^（）()]*[）)]")
_SHORT = 3  # characters that a name has at least before a ceremony


@dataclass(frozen=True, slots=True)
class Name:
    """A candidate: the name, where it stands (start -1: put together from two places), and the rule that found it."""

    text: str
    para: int
    start: int
    end: int
    rule: str


def cut(text: str, para: int, start: int, end: int, rule: str) -> Name:
    """The name at that place without what of the sentence still stands before it."""
    kept = rule == "talks" or _OWN.match(text, start)  # 同在苍高校负责人座谈: they are who talks
    lead = None if kept else _NO_START.match(text, start, end)
    if lead and end - lead.end() > 1:
        start = lead.end()
    ceremony = signals.CEREMONY.search(text[start:end])
    if ceremony and ceremony.start() > _SHORT and not text[start:end].endswith("预备会议"):
        end = start + ceremony.start()
    both = re.search(rf"{signals.KIND}(?=[和与及])", text[start:end])
    if both and re.search(signals.KIND, text[start + both.end() : end]):
        end = start + both.end()
    bare = _SHORT_FOR.sub("", text[start:end])
    return Name(bare, para, start if len(bare) == end - start else -1, end, rule)
