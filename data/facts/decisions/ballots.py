"""Verdicts that stand after their matter (《…》获得通过, 该议案未获通过, 一、《…》：… 表决结果：通过)."""

import re
from collections.abc import Iterator

from config.lexicon import words
from data.facts.decisions.matters import decision, split_matters
from data.facts.decisions.page import Clause, Page, Sentence
from data.facts.decisions.spoken import told
from data.facts.decisions.verbs import NUMBER, read_head
from data.facts.patterns import any_of
from data.records import Decision, DecisionKind

_REFUSED = any_of(words("decisions", "verdicts.refused"))
_PASSED = any_of(words("decisions", "verdicts.passed"))
_AGREED = any_of(words("decisions", "verdicts.agreed"))
_VERDICT = re.compile(
    rf"(?P<before>.*?)(?P<verdict>{_REFUSED}|{_PASSED}|(?<=并){_AGREED}|(?:获得?){_AGREED})(?:实施|执行|审议|表决|审查)?了?$"
)
_MATTER = re.compile(rf"(?:{NUMBER})?(?P<object>.{{2,60}}?)(?={any_of(words('decisions', 'verdicts.stops'))}|\d+票|$)")
_LABELLED = re.compile(
    rf"(?:{NUMBER}|(?:案由|提案|第)[一二三四五六七八九十\d]+案?[:：])(?!议案名称)(?P<object>[^：:。，]{{2,80}})[：:。，].*?"
    rf"(?:表决结果|投票结果|结果|决议)[：:]\s*(?P<verdict>(?:{_REFUSED}|{_PASSED}))[。，,；;]?"
)
_NO_MATTER = re.compile(
    r"(?:\d+[票名人]|.*(?:审议|表决)结果|随后|最后|会上|会议期间|经|并?以|决定|决议|结论|认为|建议|议案名称|提案名称|会议|大会|表决|结果|同意|反对|弃权|赞成|其中|未|不予|全票|一致|最终|获|不|通过|照案|修正)"
)
_REFUSAL = re.compile(_REFUSED)
_THEN = re.compile(r"并?(?:由|按|报|上报)[^，]{2,}$|并[由报][^，]+$")  # what is done with it then
_ONLY_ASKED = re.compile(r"建议|提请|拟(?!态)|认为")


def read_ballots(page: Page) -> Iterator[Decision]:
    """Matters with a verdict after them."""
    for sentence in page.sentences:
        if not _ROW.match(page.masked[sentence.para]):
            yield from _verdicts(page, sentence)


_ROW = re.compile(
    r"\d{1,2}\s+(?P<object>\S.{2,80}?)\s+(?:[\u4e00-\u9fff·]{2,6}\s+)?\d+[/／]\d+(?:[/／]\d+)?\S*\s+"
    rf"(?P<verdict>{_REFUSED}|{_PASSED})\s*$"
)


def read_rows(page: Page) -> Iterator[Decision]:
    """Rows of a table laid out as text: number, matter, who presented it, the count, the verdict."""
    for para, masked in enumerate(page.masked):
        if row := _ROW.match(masked):
            head = read_head(row["object"])
            if head and head.kind == "appointed" and not _REFUSAL.fullmatch(row["verdict"]):
                start, text = row.start("object") + head.end, page.report.text(para)
                yield decision("appointed", head.verb, text, para, start, row.end("object"), "ballot row")
            else:
                yield from _record(page, para, row["verdict"], *row.span("object"), "ballot row")


_TABLED = re.compile(
    r"\s*(?:(?:案由|提案|议案|议题)[一二三四五六七八九十\d]*|第[一二三四五六七八九十\d]+案)[:：]\s*(?P<object>[^：:。，,]{2,80})[：:。，,].*?"
    r"(?:决议|结论|决定)[：:]\s*(?P<resolved>[^。]+)"
)
_NAMED = re.compile(rf"(?:{NUMBER})?(?:议案|提案)名称[:：]\s*(?P<object>\S.*?)(?=\s*(?:审议|表决)结果|[。；;]?\s*$)")
_RESULT = re.compile(rf"\s*(?:审议|表决)结果[:：]\s*(?P<verdict>{_REFUSED}|{_PASSED})")
_REPORTED = re.compile(r"(?:[甲乙丙丁一二三四五六七八九十]+[、.]\s*)?报告事项[:：]\s*(?P<object>[^。：:\s]{4,60})")
_SET = re.compile(r"(?:订于|定于|定为|改为|同意|决定)(?P<object>[^，,。；;]{4,})")


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


def read_labelled_ballots(page: Page) -> Iterator[Decision]:
    """Numbered paragraphs that end in 表决结果：通过 or 决议：照案通过."""
    if page.minutes.items:
        return
    for para, masked in enumerate(page.masked):
        if "结果" in masked or "决议" in masked:
            match = _LABELLED.match(masked)
            if match:
                yield from _record(
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
                yield from _record(page, para, result["verdict"], *match.span("object"), "named motion")


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
        found = (_matter(clause) if match["before"] else None) or _reviewed(before)
        found = found or next(filter(None, map(_matter, before)), None)
        if found and _BARE_MOTION.fullmatch(page.masked[sentence.para], *found):
            found = _moved(page, sentence, index) or found
        if found:
            yield from _record(page, sentence.para, match["verdict"], *found, "ballot")
        elif _only_says(clause) and (topic := page.topics.get(sentence.para)):
            yield from _record(page, topic[0], match["verdict"], topic[1], topic[2], "ballot")
        start = index + 1 if index + 1 < len(sentence.clauses) else index


def _only_says(clause: Clause) -> bool:
    """Whether the clause names no matter of its own (原则通过并由办公室印发)."""
    return clause.head is None or _THEN.sub("", clause.text)[clause.head.end :] == ""


def _matter(clause: Clause) -> tuple[int, int] | None:
    """The matter at the start of a clause, if it has one: a title, a back-reference, or words before 以…票."""
    given = told(clause)
    if given and given[1] == "heard":
        return given[2:]  # X作…报告，会议讨论并获一致同意
    if put := _PUT.match(clause.text):
        return clause.start + put.start("object"), clause.start + put.end("object")
    by = _READ_BY.match(clause.text)
    match = _MATTER.match(clause.text, by.end() if by else 0)
    if match is None or clause.head is not None or _NO_MATTER.match(match["object"]):
        return None
    return clause.start + match.start("object"), clause.start + match.end("object")


_PUT = re.compile(r"[^，]{0,12}?[就对](?P<object>[^，]{4,60}?)(?:进行了?|作了?|付诸)[^，]{0,6}(?:表决|投票)$")
_READ_BY = re.compile(r"[^，《]{2,16}?(?:宣读|提出)了")
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


def _record(page: Page, para: int, verdict: str, left: int, right: int, rule: str) -> Iterator[Decision]:
    kind: DecisionKind = "decided" if _REFUSAL.fullmatch(verdict) or verdict.endswith("同意") else "adopted"
    text = page.report.text(para)
    for start, end in split_matters(text, left, right, kind) if text.count("》", left, right) > 1 else [(left, right)]:
        yield decision(kind, verdict, text, para, start, end, rule)
