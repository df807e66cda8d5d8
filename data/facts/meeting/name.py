"""The meeting's own name, cut out of the words around it."""

import re
from collections.abc import Iterator

from config import lexicon
from data.records import TITLE, Evidence, Report, Span


def _any(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


_KIND = (
    rf"(?:{_any(lexicon.words('meeting', 'kinds'))})(?:[（(][^（）()]{{1,6}}[）)])?(?!精神|要求|决定|指出|强调|认为|上)"
)
_HELD = re.compile(rf"(?:召开|举行|举办|主持召开|主持)(?:了)?(?P<name>[^，。；：！\n]{{0,60}}?{_KIND})")
_AT = re.compile(
    r"在[^，。]{1,20}(?=召开|举行|举办|开幕|闭幕)|[于在]?(?:\d{4}年)?\d*月?\d+日(?:至\d+日)?(?:上午|下午|晚)?(?:在[^，。]{1,20})?|昨[日天]|今[日天]|胜利|圆满|隆重|成功|(?:在京|线上)"
)
_PASSIVE = re.compile(
    rf"(?P<name>[^，。；：！\n ]{{0,60}}{_KIND})(?:{_AT.pattern})*(?:顺利|胜利|圆满|隆重|成功)?(?:召开|举行|举办|开幕|闭幕|结业|开班)"
)
_ORDINAL = re.compile(
    r"(?:\d{4}年度?)?第?[一二三四五六七八九十\d]+[次届季]|\d{4}年|[一二三四五六七八九十]+届|全体|工作会议|会议|扩大|党组|专题"
)


def names(report: Report) -> Iterator[tuple[str, Evidence]]:
    """Candidates, best first."""
    for para in (TITLE, *range(min(3, len(report.paragraphs)))):
        text = report.text(para)
        for pattern, rule in ((_PASSIVE, "passive"), (_HELD, "held")):
            match = pattern.search(text)
            if match:
                span = Span(para, match.start("name"), match.end("name"))
                yield match["name"], Evidence(span, f"meeting-name/{rule}", "")
                break
