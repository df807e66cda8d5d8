"""Records of their own inside an item of minutes: counted votes on its parts, who takes an office, points told."""

import re
from collections.abc import Iterator

from config.lexicon import words
from data.facts.decisions.matters import decision
from data.facts.decisions.minutes.sheet import Item, Line
from data.facts.decisions.page import Page
from data.facts.patterns import any_of
from data.records import Decision, DecisionKind

_COUNTED = re.compile(
    r"(?P<object>(?!(?:本|该|上述)?(?:议案|提案)(?:的)?(?:表决|投票))[^：:，。]{2,40}?)(?<!重新)(?:的|案)?(?:表决|投票)(?:结果)?[:：]\s*(?:同意|赞成)\s*\d(?:[^，。；]|，(?!.{0,6}通过))*"
    r"(?:[，。；]\s*.{0,6}?(?P<refused>不通过|未通过|否决)|[，。；]\s*.{0,6}?(?P<passed>通过))?"
)
_VOTED = re.compile(
    r"(?P<object>[^：:，。]{4,60})[:：][^。]*?(?:(?<!不)(?:同意|赞成)\s*\d+\s*[票人]|表决\s*\d+\s*[:：比]\s*\d+)[^。]*?"
    r"(?:(?P<refused>未获?通过|不通过|否决)|(?P<passed>(?:表决|获得?)?通过))"
)
APPOINTED = re.compile(
    r"(?:^\d{1,2}[、.．]\s*)?(?:同意|决定)?由?(?P<object>[^，,。；;由]{2,20}?(?:担任|接任)[^，,。；;]{2,40}|[^，,。；;：:]{2,12}由[^，,。；;]{2,30}?(?:担任|接任))"
)
_ONLY_TOLD = re.compile(r"同步|通报|知会")  # elected elsewhere, here only said
_ELECTED = re.compile(
    r"(?:选举|推选|表决|投票)[^，。]{0,6}，(?P<object>由[^，。；由]{2,12}(?:接任|担任|出任)[^，。；]{2,30})"
)
_TELLS = any_of((*words("minutes", "titles.told"), *words("minutes", "acts.heard")))
_POINT = re.compile(
    rf"(?P<object>[^，。：:（(]{{4,30}}?)(?P<verb>{_TELLS})\s*"
    r"[（(][^（）()]{2,40}[）)]\s*[:：]"
)
"""A point that somebody tells, as lists under a heading give them: 图优化分享（顾城）：…."""


def counted(line: Line) -> re.Match[str] | None:
    """The vote that a line counts on a part of the item, if it does."""
    return _COUNTED.match(line.text) or _VOTED.match(line.text)


def moved(page: Page, item: Item) -> Iterator[Decision]:
    """A motion that one line quotes and another, a few below, says was carried or lost: 动议「X」 / 动议获得通过."""
    for at, line in enumerate(item.lines[:_MOST]):
        motion = _MOTION.search(line.text)
        later = item.lines[at : at + _SOON] if motion else []
        result = next((found for below in later if (found := _CARRIED.search(below.text))), None)
        if motion and result:
            kind: DecisionKind = "decided" if result["refused"] else "adopted"
            start, end = (line.start + edge for edge in motion.span("object"))
            verb = result["refused"] or result["passed"]
            yield decision(kind, verb, page.report.text(line.para), line.para, start, end, "motion")


_MOTION = re.compile(r"(?:临时)?动议[：:]?\s*[「“『](?P<object>[^「」“”『』]{4,120})[」”』]")
_CARRIED = re.compile(
    r"(?:该|有关|上述|临时)?动议[^。；]{0,40}?(?:(?P<refused>被?否决|不获通过|未获通过|不通过)|(?P<passed>(?:获得?|一致)?通过))"
)
_SOON = 4  # lines from a motion to its vote


def counts(title: str) -> bool:
    """Whether a title tells the vote on itself."""
    return _VOTED.match(title) is not None


def points(page: Page, item: Item) -> tuple[Decision, ...]:
    """The points under a heading, where two or more are told by somebody each."""
    found = [(line, told) for line in item.lines[:_MOST] if (told := _POINT.match(line.text))] if item.headed else []
    if len(found) <= 1:
        return ()
    return tuple(
        decision(
            "heard",
            told["verb"],
            page.report.text(line.para),
            line.para,
            line.start + told.start("object"),
            line.start + told.end("object"),
            "item",
        )
        for line, told in found
    )


_MOST = 40  # points under one heading


def tally(page: Page, line: Line) -> Iterator[Decision]:
    """X表决：同意4 不同意0，通过: the vote on a part of the item is a record of its own."""
    found = counted(line)
    if found:
        kind: DecisionKind = "decided" if found["refused"] or not found["passed"] else "adopted"
        text, verb = page.report.text(line.para), found["refused"] or found["passed"] or "表决"
        yield decision(kind, verb, text, line.para, line.start, line.start + found.end("object"), "tally")


def appointment(page: Page, line: Line, *, told: bool = False) -> Iterator[Decision]:
    """由X担任Y in a conclusion, or in any line that says it was voted (经讨论选举，由X接任Y).

    `told`: the item was carried and its lines tell who takes which office.
    """
    for found in (APPOINTED if line.concludes or told else _ELECTED).finditer(line.text):
        start, end = (line.start + edge for edge in found.span("object"))
        elsewhere = not line.concludes and _ONLY_TOLD.search(line.text) is not None
        yield decision(
            "heard" if elsewhere else "appointed",
            "同步" if elsewhere else "担任",
            page.report.text(line.para),
            line.para,
            start,
            end,
            "item",
        )
