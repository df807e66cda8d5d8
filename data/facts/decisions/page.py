"""A report as the rules read it: sentences of clauses, each marked as done by the meeting or only said at it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from config.lexicon import words
from data.facts.brackets import mask
from data.facts.decisions.clauses import Sentence, clauses
from data.facts.decisions.minutes import Minutes, read_minutes
from data.facts.decisions.speech import done
from data.facts.decisions.verbs import ANY_VERB, NUMBER
from data.facts.patterns import any_of
from data.records import Report

_SENTENCE = re.compile(r"[^。！？!?\n]+")
_OTHER = re.compile(any_of(words("decisions", "elsewhere.starts")))
_NEXT_MEETING = re.compile(
    r"(?:随后|接着|紧接着|之后)[，,]?(?:又|还)?(?:召开|举行)了?(?P<name>[^，,。]{4,60}?会议?)[，,暨。]"
)
_OTHER_PAGE = re.compile(
    rf"{any_of(words('decisions', 'elsewhere.breaks'))}"
    r"|(?:随后|之后|紧接着)[，,]?[^，。]{2,40}(?:会议|大会|会)(?:召开|举行)"
    r"|(?:当天|当日|同日)(?:上午|下午|晚上|晚间)?[，,]?[^，。]{0,10}(?:还|又|主持)(?:召开|举行)了?[^，。]{2,40}(?:会议|大会|会)"
)
_PROPOSAL = re.compile(
    r"(?:本次|这次)?[^，。；]{0,12}会议建议(?:[，,]?(?P<object>[^。]{0,200}?会议(?:的议程|审议)[^。]{1,2000})|的[^。]*?议程)"
)
_TOPIC = re.compile(
    rf"{NUMBER}(?:(?:审议|研究(?!生)|讨论|听取|审定|审核|通报|商议)(?:和|并)?)*了?"
    r"(?P<object>(?:关于|(?<=[议究论取定核报了])(?!了|通过|同意|决定|未|不予|并|和|后|原则|一致|表决))[^。：:，]{2,60})(?:[。：:]|\s*$)"
)
_OWN_NUMBER = re.compile(NUMBER)
_TO_COME = re.compile(r"(?:决定|建议|拟|定于?|将)(?:于|在)?[^，。]{0,24}(?:召开|举行)")
_ITS_TASKS = re.compile(r"(?:这次|此次)?(?:会议|全会|大会)的?主要(?:任务|议程|议题|内容)")
_AGENDA_PASSED = re.compile(r"通过了?[^，。；]{0,30}议程")
_ITS_AGENDA = re.compile(r"(?:大会|会议|全会)?的?(?:主要|建议)?议程(?:为|是|有|如下)")  # what it will deal with
_ASCII = re.compile(r"(?<=[\u4e00-\u9fff》”）)])[,;:]")
_FULL = {",": "，", ";": "；", ":": "："}
_ALSO = (
    "作",
    "报告",
    "介绍",
    "共识",
    "交流",
    "询问",
    "被聘",
    "获推",
    "获聘",
    "建议",
    "当选",
    "不再担任",
    "被推选",
    "被推举",
    "达成一致",
    "形成意见",
    "形成一致意见",
    "形成统一意见",
)


@dataclass(frozen=True, slots=True)
class Page:
    """A report as read: `masked` paragraphs hide brackets, `proposals` are (paragraph, start, end) of agendas proposed.

    Minutes kept line by line have items instead of sentences.
    """

    report: Report
    masked: tuple[str, ...]
    sentences: tuple[Sentence, ...]
    proposals: tuple[tuple[int, int, int], ...]
    minutes: Minutes
    topics: Mapping[int, tuple[int, int, int]]
    """Where the matter of a paragraph is named in a heading (一、关于X。), in it or above: (paragraph, start, end)."""


def read_page(report: Report) -> Page:
    """Read every paragraph; what is only said, happened elsewhere or before is left out of the sentences."""
    masked = tuple(_ASCII.sub(lambda mark: _FULL[mark[0]], mask(text)) for text in report.paras)
    minutes = read_minutes(report.paras)
    running = tuple(_sentences(masked, report.title, minutes.loose))
    return Page(report, masked, running, tuple(_proposals(masked)), minutes, _topics(masked))


def _topics(masked: tuple[str, ...]) -> dict[int, tuple[int, int, int]]:
    """The topics by paragraph; a heading that is a line of its own holds up to the next number."""
    topics: dict[int, tuple[int, int, int]] = {}
    above: tuple[int, int, int] | None = None
    for para, text in enumerate(masked):
        match = _TOPIC.match(text)
        if match:
            topics[para] = para, *match.span("object")
            above = topics[para] if match.end() == len(text) else None
        elif _OWN_NUMBER.match(text):
            above = None
        elif above:
            topics[para] = above
    return topics


def _proposals(masked: tuple[str, ...]) -> Iterator[tuple[int, int, int]]:
    for para, text in enumerate(masked):
        if "建议" in text:
            for match in _PROPOSAL.finditer(text):
                if match["object"]:
                    yield para, match.start("object"), match.end("object")


def _sentences(masked: tuple[str, ...], title: str, loose: frozenset[int] | None) -> Iterator[Sentence]:
    for para, text in enumerate(masked):
        if loose is not None and para not in loose:
            continue
        if not ANY_VERB.search(text) and not any(word in text for word in _ALSO):
            continue
        said, before = False, ""
        for match in _SENTENCE.finditer(text):
            opening = match[0].lstrip()
            following = _NEXT_MEETING.match(opening)
            if _OTHER_PAGE.match(opening) or (following and following["name"] not in title):
                break
            if _OTHER.match(opening) or _PROPOSAL.match(opening):
                continue
            planned = (_TO_COME.search(before) and _ITS_TASKS.match(opening)) or (
                _AGENDA_PASSED.search(before) and _ITS_AGENDA.match(opening)
            )
            before = opening
            if planned:
                continue
            told = tuple(clauses(text, match.start(), match.end()))
            acts, said = done(told, said)
            if acts:
                yield Sentence(para, match.end(), acts, len(acts) < len(told) and not said)
