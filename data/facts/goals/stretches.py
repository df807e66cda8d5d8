"""Where the clauses of a paragraph stand: speech and quoted targets are read, other quotes and brackets are not."""

import re
from collections.abc import Iterator

from data.facts.brackets import mask

_CLAUSE = re.compile(r"(?:[^，,；;：:]|(?<=\d)[,:](?=\d))+")
_FOR = re.compile(
    r"(?:更好|努力|积极|不断|共同)*为(?!了|期|主)(?!.*(?:提供|贡献|作出|奠定|营造|注入|增添|打下|努力奋斗|出力|力量|聚力)).{6,}"
)
_FOR_IT = re.compile(
    r"(?:(?:[以在]|实现|挺进|迈向|打造|推动|推进|促进|建设|加快|全面).{4,60}|不断|持续|积极|而|作出)*(?:贡献|提供|奠定|打牢|打下|夯实|注入|凝聚|努力奋斗).{0,14}$"
)
_GROWTH = re.compile(
    r"(?:同比|[比较](?:上年|去年|20\d\d年))?(?:增长|下降|增幅|增速|增加|减少|提高)(?:不低于|不少于|超过?|达到?|约)?\s?[\d一二三四五六七八九十][^，。、]{0,8}"
)
_TAIL = re.compile("[，,、]([^，,、]+)$")
_FIGURE = re.compile(r"\d[\d.,]*\s?[\u4e00-\u9fff]")
_SPEECH = re.compile(r"“([^“”]{10,}[。！]|[^“”]{4,}(?:\d|力争|确保)[^“”]*(?=”的?[^，。]{0,6}目标))”")


def readable(text: str) -> str:
    """`text` at the same length, without what stands in brackets and quotes; what somebody says is left in."""
    return mask(_SPEECH.sub(r"，\1，", text))


def grows(text: str) -> bool:
    """Whether `text` only tells by how much the figure before it grows (同比增长9%)."""
    return _GROWTH.fullmatch(text) is not None


def grown(text: str) -> str:
    """`text` without what its figure grows by."""
    tail = _TAIL.search(text)
    return text[: tail.start()] if tail and grows(tail[1]) else text


def stretches(masked: str, sentence: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Where the clauses of a sentence stand; a figure and what it grows by (产值8亿元，增长9%) are one."""
    before: tuple[int, int] | None = None
    for start, end in _clauses(masked, sentence):
        if before and masked[before[1]] in "，," and grows(masked[start:end]) and _FIGURE.search(masked, *before):
            before = before[0], end
            continue
        if before:
            yield before
        before = start, end
    if before:
        yield before


def _clauses(masked: str, sentence: re.Match[str]) -> Iterator[tuple[int, int]]:
    """What stands between commas; 为A，以B…贡献力量 is one."""
    start: int | None = None
    for match in _CLAUSE.finditer(masked, sentence.start(), sentence.end()):
        if start is not None and not _FOR_IT.match(match[0]):
            yield start, match.start() - 1
            start = None
        if start is None and _FOR.match(match[0]):
            start = match.start()
            continue
        yield match.start() if start is None else start, match.end()
        start = None
    if start is not None:
        yield start, sentence.end()
