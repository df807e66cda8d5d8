"""Verdicts in running text that stand after their matter (《…》获得通过, 该议案未获通过)."""

import re
from collections.abc import Iterator

from config.lexicon import words
from data.facts.decisions.clauses import Clause, Sentence
from data.facts.decisions.matters import decision, split_matters
from data.facts.decisions.motions import ROW
from data.facts.decisions.outcomes import PASSED, REFUSED, judged
from data.facts.decisions.page import Page
from data.facts.decisions.told import told
from data.facts.decisions.verbs import NUMBER
from data.facts.patterns import any_of
from data.records import Decision

_AGREED = any_of(words("decisions", "verdicts.agreed"))
_VERDICT = re.compile(
    rf"(?P<before>.*?)(?P<verdict>{REFUSED}|{PASSED}|(?<=并){_AGREED}|(?:获得?){_AGREED}|获得?[^，获]{{0,6}}同意)(?:实施|执行|审议|表决|审查|垫付)?了?$"
)
_MATTER = re.compile(
    rf"(?:{NUMBER})?(?P<object>.{{2,60}}?)(?=(?<!关)(?:{any_of(words('decisions', 'verdicts.stops'))})|\d+票|$)"
)
_NO_MATTER = re.compile(
    r"(?:\d+[票名人]|.*(?:审议|表决)结果|随后|最后|会上|会议期间|经|并?以|决定|决议|结论|认为|建议|议案名称|提案名称|会议|大会|表决|结果|同意|反对|弃权|赞成|其中|未|不予|全票|一致|最终|[并均皆已]?获|已经|不|通过|照案|修正)"
)
_THEN = re.compile(r"并?(?:由|按|报(?!告)|上报)[^，]{2,}$|并[由报][^，]+$")  # what is done with it then
_ONLY_ASKED = re.compile(r"^交|建议|提请|拟(?!态)|认为")


def read_ballots(page: Page) -> Iterator[Decision]:
    """Matters with a verdict after them."""
    for sentence in page.sentences:
        if not ROW.match(page.masked[sentence.para]):
            yield from _verdicts(page, sentence)


def _verdicts(page: Page, sentence: Sentence) -> Iterator[Decision]:
    start = 0
    for index, clause in enumerate(sentence.clauses):
        if clause.mark in "；;":
            start = index
        if _agrees(clause) and (agreed := _reviewed(sentence.clauses[start:index])):
            text = page.report.text(sentence.para)
            for left, right in split_matters(text, *agreed, "decided"):
                yield decision("decided", clause.text, text, sentence.para, left, right, "ballot")
        match = _VERDICT.match(_THEN.sub("", clause.text))
        if match is None or _ONLY_ASKED.search(match["before"]) or not _only_says(clause):
            continue
        before = sentence.clauses[start:index]
        if every := list(_all(page, sentence, before, match["verdict"])) if before else []:
            yield from every
            continue
        found = (_matter(clause) if match["before"] else None) or _reviewed(before)
        found = found or next(filter(None, map(_matter, before)), None)
        if found and _BARE_MOTION.fullmatch(page.masked[sentence.para], *found):
            found = _moved(page, sentence, index) or found
        if found and _POINTS.match(page.masked[sentence.para], *found):
            found = _presented(page, sentence) or found
        if found:
            yield from judged(page, sentence.para, match["verdict"], *found, "ballot")
        elif _only_says(clause) and (topic := page.topics.get(sentence.para)):
            yield from judged(page, topic[0], match["verdict"], topic[1], topic[2], "ballot")
        start = index + 1 if index + 1 < len(sentence.clauses) else index


def _reports(before: tuple[Clause, ...]) -> list[tuple[int, int]]:
    """What was reported in the clauses right before a verdict: A报告会务，B报告收支，均获通过."""
    found: list[tuple[int, int]] = []
    for clause in reversed(before):
        given = told(clause)
        if given is None or given[1] != "heard":
            break
        found.insert(0, given[2:])
    return found


def _all(page: Page, sentence: Sentence, before: tuple[Clause, ...], verdict: str) -> Iterator[Decision]:
    """The verdict on each: 审议A，听取B，研究C等三项议题，并原则通过; A报告会务，B报告收支，均获通过."""
    text = page.report.text(sentence.para)
    if len(reports := _reports(before)) > 1:
        for report in reports:
            yield from judged(page, sentence.para, verdict, *report, "ballot")
    for clause in before if _MATTERS.search(before[-1].text) else ():
        if clause.head and clause.head.end < len(clause.text):
            for left, right in split_matters(text, clause.start + clause.head.end, clause.end, clause.head.kind):
                yield from judged(page, sentence.para, verdict, left, right, "ballot")


def _only_says(clause: Clause) -> bool:
    """Whether the clause names no matter of its own (原则通过并由办公室印发)."""
    return clause.head is None or _THEN.sub("", clause.text)[clause.head.end :] == ""


def _matter(clause: Clause) -> tuple[int, int] | None:
    """The matter at the start of a clause, if it has one: a title, a back-reference, or words before 以…票."""
    given = told(clause)
    if given and given[1] == "heard":
        return given[2:]  # X作…报告，会议讨论并获一致同意
    if put := _PUT.match(clause.text) or _VOTED.match(clause.text) or _WENT_THROUGH.match(clause.text):
        return clause.start + put.start("object"), clause.start + put.end("object")
    by = _READ_BY.match(clause.text)
    match = _MATTER.match(clause.text, by.end() if by else 0)
    if match is None or clause.head is not None or _NO_MATTER.match(match["object"]):
        return None
    return clause.start + match.start("object"), clause.start + match.end("object")


_PUT = re.compile(r"[^，]{0,12}?[就对](?P<object>[^，]{4,60}?)(?:进行了?|作了?|付诸)[^，]{0,8}(?:表决|投票|讨论|审议)$")
_VOTED = re.compile(
    r"(?:[^，《]{0,8}会议?|随后|最后)?(?:投票|举手)?表决了?(?P<object>(?!结果|情况|时|后|通过)[^，]{4,60})$"
)
_WENT_THROUGH = re.compile(
    r"(?P<object>(?!该|此|上述|以上|会议|本次)[^，]{3,60}?)[已均]?经(?:过)?[^，]{0,16}(?:审议|审查|表决|讨论|研究|评审)[^，]{0,4}通过$"
)
_READ_BY = re.compile(r"[^，《]{2,16}?(?:宣读|提出)了")
_MATTERS = re.compile(r"等(?:[一二两三四五六七八九十\d]+[项个件])?(?:议题|事项|文件|议案|材料)$")
_POINTS = re.compile(r"(?:上述|以上)")
_DRAFTS = re.compile(r"(?:宣读|宣讲|介绍|解读)了?(?P<list>《□+》(?:[、和及]?《□+》)*)")
_BARE_MOTION = re.compile(r"(?:该|此|这|本)?(?:[一二三]?[项个])?(?:动议|提案|议案)")
_ASKED = re.compile(r"[对就](?P<object>[^，]{4,60})$")
_FAR = 8  # clauses back that a motion may be named in
_TITLED = re.compile(r"(?:动议|提案|议案)[“「](?P<object>[^“”「」]{4,60})[”」]")


def _moved(page: Page, sentence: Sentence, index: int) -> tuple[int, int] | None:
    """What 此项动议 in the clause at `index` means: 对X，…，此项动议被否决, or 动议“X”由…提出，…动议被否决."""
    before = sentence.clauses[max(0, index - _FAR) : index + 1]
    for clause in reversed(before[:-1]):
        if asked := _ASKED.match(clause.text):
            return clause.start + asked.start("object"), clause.start + asked.end("object")
    titled = _TITLED.search(page.report.text(sentence.para), before[0].start, before[-1].start)
    return titled.span("object") if titled else None


def _presented(page: Page, sentence: Sentence) -> tuple[int, int] | None:
    """The drafts that someone read out before (宣读了《A》《B》…), which 上述 in the sentence means."""
    drafts = list(_DRAFTS.finditer(page.masked[sentence.para], 0, sentence.clauses[0].start))
    return drafts[-1].span("list") if drafts else None


def _agrees(clause: Clause) -> bool:
    """Whether the clause says only that the meeting agreed: 会议原则同意."""
    head = clause.head
    return head is not None and head.kind == "decided" and head.end >= len(clause.text) and head.verb.endswith("同意")


def _reviewed(before: tuple[Clause, ...]) -> tuple[int, int] | None:
    """What the clause before the verdict says was reviewed: 审议《…》，原则通过."""
    head = before[-1].head if before else None
    if head is None or head.kind != "reviewed" or head.end >= len(before[-1].text):
        return None
    return before[-1].start + head.end, before[-1].end
