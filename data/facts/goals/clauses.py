"""A report's clauses as the goal rules read them: who asks, what time bounds them, which close their sentence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from config.lexicon import words
from data.facts.goals.asking import asks, asks_plainly, demands, foretells, tells_only_past, tells_past, without_growth
from data.facts.goals.deadlines import STEP_ON_A_DAY, find_deadline, find_period, untitled
from data.facts.goals.quantities import find_quantity
from data.facts.goals.stretches import readable, stretches
from data.facts.patterns import any_of
from data.records import Report

_SENTENCE = re.compile(r"[^。！？!?\n]+")
_PIECE = re.compile("[^，。；！？\n]+")
_DIGIT = re.compile(r"\d")
_LONGEST = 200  # characters; a longer clause states no goal
_BULLET = re.compile(
    r"\s*(?:[\u2190-\u2bff\ufe0f\U0001f300-\U0001faff]+\s*)?(?:[*•\-]+\s+|@\S{1,12}\s+|[一二三四五六七八九十]{1,3}[、.]\s*|[（(][一二三四五六七八九十\d]{1,2}[)）]\s*|[一二三四五六七八九十]是|\.\d+\s+|\d{1,2}[.、)）]\s*(?=\D))?"
)
_OWED = re.compile(rf"[\s#*\-\d.、一二三四五六七八九十]*{any_of(words('minutes', 'sections.owed'))}\W*$", re.IGNORECASE)
_HEADING = re.compile(r"[\s#*\-]*[^：:，。；]{0,16}?(?P<aim>目标)?[：:]\s*")
_CONCLUDED = re.compile(rf"\W{{0,6}}{any_of(words('minutes', 'labels.conclusion'))}\W{{0,4}}[：:]")
_STAGE = re.compile(r"[\s*•·●\-]*(?:第.{1,3}阶段|[一二三四五六七八九十\d]+[、.])?\s*[：:]?\s*")
_LISTED = re.compile(r"\s*(?:[-*•·●|]|\[[ x]\]|\d+[.、)）])")
_STRIVES = re.compile(r"\s*(?:要|并|也|努力|全力|坚决)*(?:确保|力争|争取)(?!了)")
_TARGETS = re.compile(
    r"(?:(?:预期|主要|工作|奋斗|发展|经营|生产|总体?|年度?|任务)(?:发展)?(?:预期)?(?:指标|目标)|任务目标|目标任务)(?:[是为]?[：:]|[是为][，,])"
    r"|(?:确定|明确|提出|制定|下达)了?(?=[^，。：]{0,12}(?:今年|明年|全年|年度|20\d\d年))[^，。：]{0,24}(?:主要|预期|奋斗|工作|发展|总体)(?:任务)?目标(?:任务)?[，,]"
)  # 预计 among targets is no forecast
_QUOTED_TARGET = re.compile("”的?[^，。]{0,6}目标")
_PLAN_YEARS = re.compile("“十.五”(?:时期|期间)")
_TAG = re.compile(r"(?:\s*\[[^\]]*\]|\s@\S+)+$")  # who does it, after an item of minutes
_OTHER_PAGE = re.compile(
    r"又讯|另据|随后召开的|新闻链接|相关链接"
    r"|(?:当天|当日|同日)(?:上午|下午|晚上|晚间)?[，,]?[^，。]{0,10}(?:还|又|主持)(?:召开|举行)"
)
_ELSEWHERE = re.compile(
    r"此前|会前|新闻链接|链接|(?:近年来|过去|去年|上年|今年以来)(?!.*[，；](?:今年|明年|下一步|下步|接下来|全年)?(?:还?要|力争|确保))"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause that someone asks for; positions are characters of the paragraph.

    `period` is the latest time that the sentence named before or in the clause; `last` that it closes its sentence
    or the part of it before a semicolon; `target` that it is quoted as one or is a line under a heading of them;
    `bound` is a time that stands alone before it (到2035年，建成…); `bidden` that nobody asks but its sentence opens
    as a demand does; `listed` that it stands in a list of targets (主要目标是：苗木产值7亿元，…).
    """

    para: int
    start: int
    end: int
    text: str
    masked: str
    period: str | None
    last: bool
    target: bool = False
    bound: str | None = None
    bidden: bool = False
    listed: bool = False


def asked_clauses(report: Report) -> Iterator[Clause]:
    """The clauses that say what should be, in reading order, without what was and what single persons owe.

    Where nobody asks for anything, clauses that name a deadline are kept.
    """
    owed = aimed = False
    for para, text in enumerate(report.paras):
        owed = _OWED.match(text) is not None or (owed and _LISTED.match(text) is not None)
        if owed:
            continue
        heading = _HEADING.fullmatch(text)
        if heading:
            aimed = heading["aim"] is not None
        elif aimed and (line := _line(text, para)):
            yield line
            continue
        asked = asks(text)
        concluded = _CONCLUDED.match(text) is not None
        coming = concluded or any(foretells(part, report.published) for part in _PIECE.findall(text))
        if asked or coming or find_deadline(text) or demands(text):
            for clause in _paragraph(text, para):
                if (
                    asked
                    or foretells(clause.text, report.published)
                    or clause.bidden
                    or clause.bound
                    or (concluded and STEP_ON_A_DAY.match(clause.masked))
                    or find_deadline(clause.masked)
                    or (clause.period or "").startswith(("到", "至"))
                ):
                    yield clause


def _line(text: str, para: int) -> Clause | None:
    """A line under a heading of targets (落地目标：) as one clause, where it names a time or a figure; else None."""
    stage = _STAGE.match(text)
    start, end = stage.end() if stage else 0, len(text.rstrip("。；; "))
    period = find_deadline(text[start:end]) or find_period(text[start:end])
    figure = _LISTED.match(text) and find_quantity(text[start:end], text[start:end])
    if not (period or figure) or not 0 < end - start <= _LONGEST:
        return None
    return Clause(para, start, end, text[start:end], text[start:end], period, last=True, target=True)


def _paragraph(text: str, para: int) -> Iterator[Clause]:
    masked = readable(text)
    never = asked = not asks(text)
    carried: str | None = None  # the time of a list of targets that goes on in the next sentence
    for sentence in _SENTENCE.finditer(masked):
        opening = sentence[0].lstrip()
        if _OTHER_PAGE.match(opening):
            return
        asked = asked or asks(sentence[0])
        bidden = demands(opening) and not tells_past(opening)
        if (asked or bidden) and not _ELSEWHERE.match(opening):
            found = [
                replace(one, bidden=bidden and (never or not asked)) for one in _clauses(text, masked, para, sentence)
            ]
            if carried and found and all(_DIGIT.search(one.masked) for one in found) and not tells_past(sentence[0]):
                found = [replace(one, period=one.period or carried, listed=True) for one in found]
            yield from found
            carried = found[-1].period if found and found[-1].listed else None


def _clauses(text: str, masked: str, para: int, sentence: re.Match[str]) -> Iterator[Clause]:
    targets = _TARGETS.search(masked, sentence.start(), sentence.end())
    past = targets is None and tells_only_past(sentence[0])
    asked, strives, period, bound = False, False, None, None
    for start, end in stretches(masked, sentence):
        bare, words_ = masked[start:end], untitled(text[start:end])
        asked = asked or (asks_plainly(bare) if past else asks(bare))
        strives = strives or _STRIVES.match(bare) is not None
        by = find_deadline(words_)
        period = by or find_period(words_) or period
        bound = _alone(words_.strip(), by) or bound
        if len(bare) > _LONGEST or (
            past and not _to_come(without_growth(bare) if strives else bare, asked, by, period)
        ):
            continue
        bullet = _BULLET.match(bare)
        start += bullet.end() if bullet else 0
        end = tag.start() if (tag := _TAG.search(masked, start, end)) else end
        last = end >= sentence.end() or masked[end] in "；;"
        quoted = _QUOTED_TARGET.match(text, end) is not None
        listed = targets is not None and targets.end() <= start
        yield Clause(para, start, end, text[start:end], masked[start:end], period, last, quoted, bound, listed=listed)


def _alone(words_: str, by: str | None) -> str | None:
    """The time, where the clause is nothing else: it bounds what follows."""
    return words_ if words_ == by or _PLAN_YEARS.fullmatch(words_) else None


def _to_come(bare: str, asked: bool, by: str | None, period: str | None) -> bool:
    """Whether a clause of a sentence that tells what was still tells what should be."""
    if _STRIVES.match(bare):
        return True
    dated = (
        (by or "").endswith("前")
        or (by is not None and bare.startswith("预计"))
        or ((period or "").startswith("到") and "由" not in bare)
    )
    return (asked or dated) and not tells_past(bare.replace("或之前", "前"))
