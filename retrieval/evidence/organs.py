"""Which body a question names: the meeting of one is none of another's (监事会, 董事会)."""

import re
from functools import cache

from config import lexicon
from retrieval.catalogue.cards import Card
from retrieval.evidence.naming import naming
from retrieval.records import Question

_OF_SOMEBODY = (
    "(?!(?:的|党组|常务)?副?(?:书记|主席(?!会)|主任(?!会)|委员(?!会|长会)|常委(?!会)|[部局院省市县区镇乡村校]长|秘书|理事长"
    "|董事长|监事长|会长|检察长|成员|领导|负责人|代表(?!会|大会)|工作报告|办公室|机关))"
)
"""An office or an office of clerks behind a body is no meeting of it: 市委书记, 政府工作报告."""


def other_organ(card: Card, question: Question) -> bool:
    """Whether the question names a body that the card's names have not, and these one that the question has not."""
    focus = question.focus
    for described in question.identity.split():
        focus = focus.replace(described, " ")
    asked = organs_in(focus)
    held = _held(card) if asked else frozenset()
    return bool(asked - held and held - asked)


def only_spoken_of(card: Card, question: Question) -> bool:
    """Whether the meeting named is but what the card's meeting learned from or prepared: 学习贯彻三中全会精神."""
    runs = [run for run in naming(question.focus) if len(run) >= _NAME and run not in question.identity]
    return bool(card.name) and any(
        run not in card.name
        and re.search(rf"(?:{_SPOKEN})[^，。]{{0,30}}{re.escape(run)}|{re.escape(run)}精神", card.title)
        for run in runs
    )


_NAME = 4
_SPOKEN = "学习|贯彻|传达|落实|讨论|研究|提请|决定|宣讲|迎接|通报|座谈"


def met(card: Card, question: Question) -> bool:
    """Whether the card's names have a body that the question says met (政协开了什么会); True where it says of none."""
    asked = {name for name, pattern in _patterns() if re.search(f"(?:{pattern}){_MET}", question.text)}
    return not asked or bool(asked & _held(card))


_MET = (
    "[㐀-鿿0-9]{0,8}?(?:今年|去年|本月|上个?月)?(?:都|一共|总共|最近)*"
    "(?:召?开(?!发|展|始|通|放|工)|会议?(?:上)?(?:[开有都]|$))"
)


def another_called(card: Card, before: str) -> bool:
    """Whether a text ends in a body or meeting (…股东大会, …全会) that the card's names have not."""
    last = next((name for name, pattern in _patterns() if re.search(f"(?:{pattern})(?:会议?|全会)?$", before)), "")
    return bool(last) and last not in _held(card)


def organs_in(text: str) -> frozenset[str]:
    """The bodies that `text` names, each by the name of its sort."""
    return frozenset(name for name, pattern in _patterns() if re.search(f"(?:{pattern}){_OF_SOMEBODY}", text))


def _held(card: Card) -> frozenset[str]:
    """Those of its name; of its other names too where that says none."""
    return organs_in(card.naming)


@cache
def _patterns() -> tuple[tuple[str, str], ...]:
    return tuple(lexicon.mapping("question", "naming.organs").items())
