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
_SPEECH = re.compile(r"“([^“”]{10,}[。！]|[^“”]{4,}(?:\d|力争|确保)[^“”]*(?=”的?[^，。]{0,6}目标))”")


def readable(text: str) -> str:
    """`text` at the same length, without what stands in brackets and quotes; what somebody says is left in."""
    return mask(_SPEECH.sub(r"，\1，", text))


def stretches(masked: str, sentence: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Where the clauses of a sentence stand; 为A，以B…贡献力量 is one."""
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
