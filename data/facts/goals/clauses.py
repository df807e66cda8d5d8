"""A report's clauses as the goal rules read them: who asks, what time bounds them, which close their sentence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from config.lexicon import words
from data.facts.brackets import mask
from data.facts.goals.deadlines import find_deadline, find_period, untitled
from data.facts.patterns import any_of
from data.records import Report

_SENTENCE = re.compile(r"[^。！？!?\n]+")
_CLAUSE = re.compile(r"(?:[^，,；;：:]|(?<=\d)[,:](?=\d))+")
_LONGEST = 200  # characters; a longer clause states no goal
_BULLET = re.compile(
    r"\s*(?:[*•\-]+\s+|[一二三四五六七八九十]{1,3}[、.]\s*|[（(][一二三四五六七八九十\d]{1,2}[)）]\s*|\.\d+\s+|\d{1,2}[.、)）]\s*(?=\D))?"
)
_NEEDS = r"(?<![重主需只次首纪概摘提])要(?!求|点|素|件|闻|不|么|事(?![事业先])|务(?![实必])|义|旨|职|塞|诀|案)"
_MODAL = re.compile(rf"{_NEEDS}|{any_of(words('goals', 'modal.words'))}")
_PLAIN = re.compile(
    rf"{_NEEDS}|{any_of(tuple(set(words('goals', 'modal.words')) - set(words('goals', 'modal.weak'))))}"
)  # what is asked beside what was done
_PAST = re.compile(any_of(words("goals", "past.words")))
_OWED = re.compile(rf"[\s#*\-\d.、一二三四五六七八九十]*{any_of(words('minutes', 'sections.owed'))}\W*$", re.IGNORECASE)
_HEADING = re.compile(r"[\s#*\-]*[^：:，。；]{0,16}?(?P<aim>目标)?[：:]\s*")
_STAGE = re.compile(r"[\s*•\-]*(?:第.{1,3}阶段|[一二三四五六七八九十\d]+[、.])?\s*[：:]?\s*")
_LISTED = re.compile(r"\s*(?:[-*•|]|\[[ x]\]|\d+[.、)）])")
_STRIVES = re.compile(r"\s*(?:要|并|也|努力|全力|坚决)*(?:确保|力争|争取)(?!了)")
_FOR = re.compile(
    r"(?:更好|努力|积极|不断|共同)*为(?!了|期|主)(?!.*(?:提供|贡献|作出|奠定|营造|注入|增添|打下|努力奋斗|出力|力量|聚力)).{6,}"
)
_FOR_IT = re.compile(
    r"(?:(?:[以在]|实现|挺进|迈向|打造|推动|推进|促进|建设|加快|全面).{4,60}|不断|持续|积极|而|作出)*(?:贡献|提供|奠定|打牢|打下|夯实|注入|凝聚|努力奋斗).{0,14}$"
)
_TARGETS = re.compile(r"(?:预期|主要)(?:发展)?(?:预期)?(?:指标|目标)是?[：:]")  # 预计 among targets is no forecast
_OTHER_PAGE = re.compile(
    r"又讯|另据|随后召开的|新闻链接|相关链接"
    r"|(?:当天|当日|同日)(?:上午|下午|晚上|晚间)?[，,]?[^，。]{0,10}(?:还|又|主持)(?:召开|举行)"
)
_ELSEWHERE = re.compile(r"此前|会前|近年来|过去|去年|上年|今年以来|新闻链接|链接")


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause that someone asks for; positions are characters of the paragraph.

    `period` is the latest time that the sentence named before or in the clause; `last` that it closes its sentence
    or the part of it before a semicolon; `target` that it is a whole line under a heading of targets; `bound` is a time
    that stands alone before it (到2035年，建成…).
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
        asks = _MODAL.search(text) is not None
        if asks or find_deadline(text):
            for clause in _paragraph(text, para):
                if asks or find_deadline(clause.masked) or (clause.period or "").startswith(("到", "至")):
                    yield clause


def _line(text: str, para: int) -> Clause | None:
    """A line under a heading of targets (落地目标：) as one clause, where it names a time; None elsewhere."""
    stage = _STAGE.match(text)
    start, end = stage.end() if stage else 0, len(text.rstrip("。；; "))
    period = find_deadline(text[start:end]) or find_period(text[start:end])
    if period is None or not 0 < end - start <= _LONGEST:
        return None
    return Clause(para, start, end, text[start:end], text[start:end], period, last=True, target=True)


def _paragraph(text: str, para: int) -> Iterator[Clause]:
    masked = mask(text)
    asked = _MODAL.search(text) is None
    for sentence in _SENTENCE.finditer(masked):
        opening = sentence[0].lstrip()
        if _OTHER_PAGE.match(opening):
            return
        asked = asked or _MODAL.search(sentence[0]) is not None
        if asked and not _ELSEWHERE.match(opening):
            yield from _clauses(text, masked, para, sentence)


def _clauses(text: str, masked: str, para: int, sentence: re.Match[str]) -> Iterator[Clause]:
    past = _PAST.search(sentence[0]) is not None and not _TARGETS.search(sentence[0])
    asked, period, bound = False, None, None
    for start, end in _stretches(masked, sentence):
        bare, words_ = masked[start:end], untitled(text[start:end])
        asked = asked or (_PLAIN if past else _MODAL).search(bare) is not None
        by = find_deadline(words_)
        period = by or find_period(words_) or period
        bound = by if by and words_.strip() == by else bound
        if len(bare) > _LONGEST or (
            past
            and not _STRIVES.match(bare)
            and (
                not (asked or (by or "").endswith("前") or ((period or "").startswith("到") and "由" not in bare))
                or _PAST.search(bare)
            )
        ):
            continue
        bullet = _BULLET.match(bare)
        start += bullet.end() if bullet else 0
        last = end >= sentence.end() or masked[end] in "；;"
        yield Clause(para, start, end, text[start:end], masked[start:end], period, last, bound=bound)


def _stretches(masked: str, sentence: re.Match[str]) -> Iterator[tuple[int, int]]:
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
