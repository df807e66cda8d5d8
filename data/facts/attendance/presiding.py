"""What the chair of minutes says there: 主席：…, 主席报告：…, unless it is left out (主席致词：略)."""

import re
from collections.abc import Iterator

from data.facts.attendance import headers, lines, roll
from data.facts.attendance.sightings import Sighting
from data.records import Evidence, Report, Span

_MARK = r"^[\s*#>|\-•·●/—–]*(?:[（(]?[\d一二三四五六七八九十]{1,2}[）).、．]\s*)?"
_SAYS = re.compile(
    rf"{_MARK}(?:[（(]?[壹贰叁参肆伍陆柒捌玖拾]{{1,2}}[）).、．]\s*)?(?P<who>主席|主持人|会长|理事长|主委|召集人)"
    r"(?:[：:]\s*(?=\S)|(?:致[词辞]|报告|结论|裁示|宣布开会|宣布会议开始)\s*(?:[：:]|$)|(?:表示|总结|补充|指出|强调|宣布(?!开会|会议开始|散会)))"
)


_HEAD = 120  # characters in which a line's marks and speaker stand
_NUMERALS = ("壹贰叁肆伍陆柒捌玖拾", "壹贰参肆", "一二三四五六七八九十")
_ORDINAL = re.compile(r"[\s*#]*(?P<at>[壹贰叁参肆伍陆柒捌玖拾一二三四五六七八九十])[、.．]")
_WITHIN = re.compile(r"(?<=[。；])(?P<who>主席|主持人)[：:](?=[^。]{8})")
"""The chair's words in the middle of a talk told in one paragraph."""
_OMITTED = re.compile(r"[\s*（(]*(?:从?略|无|没有)[\s*）)。.]*")


def chair(report: Report) -> str | None:
    """The one person listed as the chair."""
    labelled = lines.labelled(report)
    line = next((line for line in labelled if line.role == "chair"), None)
    called = next(headers.alias(report, line, labelled), None) if line else None
    if called:
        return called.name
    people = [] if line is None else list(roll.people(report.text(line.para), line.start, line.end))
    return people[0].person.name if len(people) == 1 else None


def says(report: Report, para: int, chair: str) -> Iterator[Sighting]:
    """The chair's words, where paragraph `para` opens with them."""
    opened = _SAYS.match(report.text(para), 0, _HEAD) or _WITHIN.search(report.text(para))
    if opened and not _left_out(report, para, opened.end()):
        yield Sighting(
            chair, "speak", Evidence(Span(para, opened.start(), opened.end()), "minutes/chair-says", opened["who"])
        )


def _left_out(report: Report, para: int, end: int) -> bool:
    """Whether the minutes leave out what was said: 主席致词：略, 略 on the next line, or the next part there."""
    rest = report.text(para)[end:].strip(" 　*") or (report.text(para + 1) if para + 1 < len(report.paragraphs) else "")
    return _OMITTED.fullmatch(rest) is not None or _next_part(report.text(para), end, rest)


def _next_part(line: str, end: int, below: str) -> bool:
    """Whether nothing stands behind the heading, and the part with the next number below it: 壹、主席报告 / 贰、…."""
    own, following = _ORDINAL.match(line), _ORDINAL.match(below)
    if line[end:].strip(" 　*：:") or own is None or following is None:
        return False
    return any(own["at"] + following["at"] in numerals for numerals in _NUMERALS)
