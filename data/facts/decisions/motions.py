"""Motions as boards, companies and clubs lay them out: numbered, tabled, named or in rows, each with its result."""

import re
from collections.abc import Iterator

from data.facts.decisions.matters import decision
from data.facts.decisions.outcomes import PASSED, REFUSAL, REFUSED, judged
from data.facts.decisions.page import Page
from data.facts.decisions.verbs import NUMBER, read_head
from data.records import Decision

ROW = re.compile(
    r"\d{1,2}\s+(?P<object>\S.{2,80}?)\s+(?:[\u4e00-\u9fff·]{2,6}\s+)?\d+[/／]\d+(?:[/／]\d+)?\S*\s+"
    rf"(?P<verdict>{REFUSED}|{PASSED})\s*$"
)
_TABLED = re.compile(
    r"\s*(?:(?:案由|提案|议案|议题)[一二三四五六七八九十\d]*|第[一二三四五六七八九十\d]+案)[:：]\s*(?P<object>[^：:。，,]{2,80})[：:。，,].*?"
    r"(?:决议|结论|决定)[：:]\s*(?P<resolved>[^。]+)"
)
_NAMED = re.compile(rf"(?:{NUMBER})?(?:议案|提案)名称[:：]\s*(?P<object>\S.*?)(?=\s*(?:审议|表决)结果|[。；;]?\s*$)")
_RESULT = re.compile(rf"\s*(?:审议|表决)结果[:：]\s*(?P<verdict>{REFUSED}|{PASSED})")
_REPORTED = re.compile(r"(?:[甲乙丙丁一二三四五六七八九十]+[、.]\s*)?报告事项[:：]\s*(?P<object>[^。：:\s]{4,60})")
_SET = re.compile(r"(?:订于|定于|定为|改为|同意|决定)(?P<object>[^，,。；;]{4,})")
_HEADED = re.compile(
    rf"{NUMBER}(?P<object>[^。：:]{{3,100}}(?:议案|提案|报告|方案|办法|规则|制度|预算|决算|计划|规划|》)(?:[（(][^（）()]*[)）])?)[。；;]?\s*"
)
_LABEL = re.compile(r"\s*(?:议案名称|报告事项)")
_COUNTED = re.compile(
    r"^\s*(?:本|该|此)?(?:议案)?(?:表决|投票)(?:结果|情况)[:：]\s*(?:同意|赞成|\d)|(?:该|本|此)议案(?:获|审议|表决|一致)[^，。]{0,4}通过"
)
_ROW = 200  # characters of a row
_UNDER = 6  # lines that may stand between a heading and the count of its vote
_LABELLED = re.compile(
    rf"(?:{NUMBER}|(?:案由|提案|第)[一二三四五六七八九十\d]+案?[:：])(?!议案名称)(?P<object>[^：:。，]{{2,80}})[：:。，].*?"
    rf"(?:表决结果|投票结果|结果|决议)[：:]\s*(?P<verdict>(?:{REFUSED}|{PASSED}))[。，,；;]?"
)


_CHOSEN_ROW = re.compile(
    r"\s*\d{1,2}[.．]\d{1,2}[\s|、]*(?:关于|《)?(?P<verb>选举|补选|增补|改选|推选)(?P<object>[^|]{4,60}?)(?:的议案)?》?[\s|]+[\d,，.]+[%％]?[\s|]+(?:[\d.]+[%％]?[\s|]+)?(?P<chosen>是|当选|否|未当选)[\s|]*$"
)
"""A row of the votes on candidates: 5.01 补选顾城为非独立董事 96,887,204 99.5342 是."""


def read_rows(page: Page) -> Iterator[Decision]:
    """Rows of a table laid out as text: number, matter, who presented it, the count, the verdict."""
    for para, masked in enumerate(page.masked):
        if (chosen := _CHOSEN_ROW.match(masked[:_ROW])) and chosen["chosen"] in ("是", "当选"):
            yield decision(
                "appointed", chosen["verb"], page.report.text(para), para, *chosen.span("object"), "ballot row"
            )
        elif row := ROW.match(masked):
            head = read_head(row["object"])
            if head and head.kind == "appointed" and not REFUSAL.fullmatch(row["verdict"]):
                start, text = row.start("object") + head.end, page.report.text(para)
                yield decision("appointed", head.verb, text, para, start, row.end("object"), "ballot row")
            else:
                yield from judged(page, para, row["verdict"], *row.span("object"), "ballot row")


def read_tabled_motions(page: Page) -> Iterator[Decision]:
    """案由三：…案。决议：…: decided as the resolution says; 订于X sets X."""
    if page.minutes.items:
        return
    for para, masked in enumerate(page.masked):
        match = _TABLED.match(masked) if "决" in masked or "结论" in masked else None
        if match is None or _LABELLED.match(masked):
            continue
        text, set_ = page.report.text(para), _SET.match(match["resolved"])
        if set_:
            start, end = (match.start("resolved") + edge for edge in set_.span("object"))
        else:
            start, end = match.span("object")
        yield decision("decided", match["resolved"][:12], text, para, start, end, "ballot label")


def read_counted_headings(page: Page) -> Iterator[Decision]:
    """一、关于X的议案, and in a line under it the count of the vote (表决结果：9票同意) or that it passed."""
    if page.minutes.items:
        return
    for para, masked in enumerate(page.masked):
        named = _HEADED.fullmatch(masked)
        if named is None or read_head(named["object"]):
            continue
        for line in page.masked[para + 1 : para + 1 + _UNDER]:
            if _HEADED.fullmatch(line) or _LABEL.match(line):
                break
            if _COUNTED.search(line):
                verdict = REFUSAL.search(line)
                yield from judged(
                    page, para, verdict[0] if verdict else "通过", *named.span("object"), "ballot heading"
                )
                break


def read_labelled_ballots(page: Page) -> Iterator[Decision]:
    """Numbered paragraphs that end in 表决结果：通过 or 决议：照案通过."""
    if page.minutes.items:
        return
    for para, masked in enumerate(page.masked):
        if "结果" in masked or "决议" in masked:
            match = _LABELLED.match(masked)
            if match:
                yield from judged(
                    page, para, match["verdict"], match.start("object"), match.end("object"), "ballot label"
                )


def read_named_motions(page: Page) -> Iterator[Decision]:
    """议案名称：…　审议结果：通过, in one paragraph or two, as companies announce them; 报告事项：… was heard."""
    for para, masked in enumerate(page.masked):
        text = page.report.text(para)
        if reported := _REPORTED.match(masked):
            yield decision("heard", "报告", text, para, *reported.span("object"), "reported matter")
        if match := _NAMED.match(masked):
            following = page.masked[para + 1] if para + 1 < len(page.masked) else ""
            result = _RESULT.search(masked, match.end()) or _RESULT.match(following)
            if result:
                yield from judged(page, para, result["verdict"], *match.span("object"), "named motion")
