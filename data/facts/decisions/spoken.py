"""What persons reported to the meeting: X汇报了…, X作了关于…的报告, X就…作说明; and the meeting's 对…作了安排."""

import re
from collections.abc import Iterator

from data.facts.decisions.clauses import Clause, Sentence
from data.facts.decisions.matters import ITEMS, decision, split_matters
from data.facts.decisions.page import Page
from data.facts.decisions.told import told
from data.facts.decisions.verbs import ANY_VERB, NUMBER
from data.records import Decision, DecisionKind

_TITLED = re.compile(r"(?<!工)[作做]了?(?P<object>《□+》(?:[、和及]{0,2}《□+》)*)(?=$|、|等)")
_OPENS = re.compile(r"(?:会议|会上|并|还|大会)*[就对](?!.*(?:作|进行))")
_ON_ONLY = re.compile(r"[^，《]{2,30}就(?P<object>[^，]{3,60})$")
_SPIRITS = re.compile(r"(?:精神|》|讲话|批示)(?:、|和|及|以及)[^，、]{4,}(?:精神|讲话|批示)$")  # each was conveyed
_HEADED = re.compile(rf"{NUMBER}{ANY_VERB.pattern}")  # a heading that says what is done: 一、审议X
_CLOSES = re.compile(r"^(?!.*[就对]).*(?:作|进行)了?[^，]{2,8}$")
_PAPERS = re.compile("《[^《》]+》(?:(?:、|和|及|以及)《[^《》]+》)+")
_MOTION = re.compile(r"关于[^。]{2,120}?的议案")
_OF_MOTION = re.compile(r"(?:修订|修改|制定|立法)?的?(?:必要性|总体思路|主要内容|起草过程)")


def read_spoken(page: Page) -> Iterator[Decision]:
    """Reports and explanations given to the meeting, in reading order."""
    for sentence in page.sentences:
        topic = page.topics.get(sentence.para)
        under = topic and topic[0] != sentence.para and _HEADED.match(page.masked[topic[0]])
        if under and not any("还" in clause.text for clause in sentence.clauses):
            continue  # what is told under 一、审议X is told about X
        masked, through = page.masked[sentence.para], -1
        for clause, following in zip(sentence.clauses, (*sentence.clauses[1:], None), strict=True):
            if clause.start < through:
                continue
            titled = list(_TITLED.finditer(clause.text))
            for given in titled:
                start, end = (clause.start + edge for edge in given.span("object"))
                yield from _records(page, sentence, "作", "heard", start, end)
            if titled:
                continue
            found = told(clause)
            if found is None and following and _OPENS.match(clause.text) and _CLOSES.search(following.text):
                through = following.end
                found = told(
                    Clause(masked[clause.start : through].replace("，", "、"), clause.start, clause.mark, None)
                )
            motion = found and _OF_MOTION.match(masked, found[2], found[3]) and _motion_before(masked, sentence, clause)
            if found and motion:
                found = (*found[:2], *motion)
            if found:
                if "分别" in clause.text:
                    yield from _each(page, sentence, clause, found)
                yield from _records(page, sentence, *found)


def _motion_before(masked: str, sentence: Sentence, clause: Clause) -> tuple[int, int] | None:
    """The motion that the sentence names before: X提出了关于…的议案，Y就立法的必要性作了说明."""
    motion = _MOTION.search(masked, sentence.clauses[0].start, clause.start)
    return motion.span() if motion else None


def _each(
    page: Page, sentence: Sentence, last: Clause, found: tuple[str, DecisionKind, int, int]
) -> Iterator[Decision]:
    """What others spoke on before: A就X，B就Y，C就Z分别进行安排部署."""
    for clause in sentence.clauses[: sentence.clauses.index(last)]:
        if on := _ON_ONLY.match(clause.text):
            start, end = (clause.start + edge for edge in on.span("object"))
            yield from _records(page, sentence, found[0], found[1], start, end)


def read_unnamed_motions(page: Page) -> Iterator[Decision]:
    """…提出了关于…的议案。…作了说明。: the explanation is of the motion that the sentence before names."""
    for before, sentence in zip(page.sentences, page.sentences[1:], strict=False):
        last = sentence.clauses[-1].text
        if before.para == sentence.para and last.endswith(("作了说明", "作说明")):
            start = before.clauses[0].start
            if motion := _MOTION.search(page.masked[before.para], start, before.end):
                text = page.report.text(before.para)
                yield decision("heard", "作了说明", text, before.para, motion.start(), motion.end(), "motion")


def _records(page: Page, sentence: Sentence, verb: str, kind: DecisionKind, start: int, end: int) -> Iterator[Decision]:
    text = page.report.text(sentence.para)
    told_of = text[start:end]
    listed = "》《" in told_of or _PAPERS.fullmatch(told_of) or ITEMS.fullmatch(told_of)
    parted = verb in ("作", "听取", "介绍") or listed or (kind == "studied" and _SPIRITS.search(told_of))
    cuts = split_matters(text, start, end, kind) if parted else [(start, end)]
    for left, right in cuts:
        yield decision(kind, verb, text, sentence.para, left, right, "spoken")
