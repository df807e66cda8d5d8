"""A report as the rules read it: sentences of clauses, each marked as done by the meeting or only said at it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from config.lexicon import words
from data.facts.brackets import mask
from data.facts.decisions.minutes import Minutes, read_minutes
from data.facts.decisions.verbs import ANY_VERB, NUMBER, Head, read_head
from data.facts.patterns import any_of
from data.records import Report

_SENTENCE = re.compile(r"[^。！？!?\n]+")
_LISTED = any_of(words("decisions", "listed.verbs"))
_VERB_NEXT = rf"(?<![一二三四五六七八九十\d])(?<!会议)(?<!大会)、(?=(?:并|还)?{_LISTED}了)"  # not 列席了会议、听取了
_AND_ON = r"并(?=[对就][^，。；]{2,40}?(?:进行|作出|[作做])了?(?=了|[^，。；]{0,4}(?:部署|安排|说明|解读|要求)))"
_THEN_SETS = (
    r"并(?=(?:安排部署|研究部署|部署安排|部署)(?!了)[^，。；]{3,})"
    r"|并(?=(?:原则上?|一致|表决|投票|举手|全票|最终)*(?:通过|同意|批准)(?:[，。；]|$))"
    rf"|(?<=[报告案法况划》作神题施项])并(?={_LISTED}了)"
    r"|(?<=工作)、(?=(?:安排部署|研究部署|部署)(?!了)[^，。；]{4,})"
)
_SPIRIT_AND = r"(?<=精神)、(?=(?:安排部署|研究部署|部署|安排|研究|通报|听取|审议)(?!了)[^，。；]{4,})"
_CLAUSE = re.compile(rf"(?:(?!{_VERB_NEXT}|{_AND_ON}|{_SPIRIT_AND}|{_THEN_SETS})[^，,；;：:]|(?<=\d)[,:：](?=\d))+")
_SPEECH_VERB = any_of(words("decisions", "speech.verbs"))
_SPEECH = re.compile(
    rf"(?!.*(?:汇报|通报|传达|听取|介绍)了)"
    rf"(?!(?:认真|全面|严格|坚决|深入|切实|坚定|充分)*(?:落实|贯彻|按照|根据|对标|对照|围绕|符合|达到)).*{_SPEECH_VERB}$"
    rf"|(?:会议|大会|全会|他|她|并|同时|还|会议还){{0,2}}{any_of(words('decisions', 'speech.openers'))}(?!了)"
    rf"|{any_of(words('decisions', 'speech.demands'))}"
)
_DEMANDS = re.compile(r"(?:工作|具体|有关|相关|提出了?[^，]{0,14})要求$")  # as a noun
_PLACE_ONLY = re.compile(r".{0,8}(?:会上|会议期间|会议|大会)$")
_TELLS = re.compile(r"(?!会议|大会)[^，]{2,40}(?:汇报|通报|传达|宣读)了(?!解)")
_REPORTS = re.compile(r"[^，]{2,24}[就对][^，]{2,60}(?:作|进行|作出)了[^，]{0,6}(?:说明|汇报|报告|通报|安排|部署)$")
_SETS_OUT = re.compile(
    r"(?:会议|大会|全会)(?:还|并)?[就对][^，]{2,60}(?:作出|进行|作)了?[^，]{0,8}(?:部署|安排|研究|审议|讨论)$"
)
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
_RESUMES = re.compile(r"(?:会议)?(?:因此|为此)?(?:研究)?(?:一致)?(?:决定|同意)|.*(?:不予通过|未获通过|暂缓)")
_TO_COME = re.compile(r"(?:决定|建议|拟|定于?|将)(?:于|在)?[^，。]{0,24}(?:召开|举行)")
_ITS_TASKS = re.compile(r"(?:这次|此次)?(?:会议|全会|大会)的?主要(?:任务|议程|议题|内容)")
_ASCII = re.compile(r"(?<=[\u4e00-\u9fff》”）)])[,;:]")
_FULL = {",": "，", ";": "；", ":": "："}
_LONGEST = 600  # characters; a longer clause is no sentence of a report
_WEIGHED = re.compile(r"经(?:会议|大会|党委|党组|集体|认真|充分|与会[^，]{0,4})?(?:研究|讨论|审议|表决)")
_GOES_ON = re.compile(rf"(?:会议|大会)(?:还|最后|随后|另外|并)(?!.*{_SPEECH_VERB}$)(?!{_SPEECH_VERB})")
_ALSO = ("作", "建议", "当选", "不再担任", "被推选", "被推举")
_STRICT = 8  # characters; a longer subject may be another body that the speaker quotes


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause with brackets masked; positions are characters of the paragraph, `mark` the punctuation before it."""

    text: str
    start: int
    mark: str
    head: Head | None

    @property
    def end(self) -> int:
        """One past the last character."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Sentence:
    """The clauses of one sentence up to where speech begins."""

    para: int
    end: int
    clauses: tuple[Clause, ...]
    resumed: bool = False
    """Whether the clauses come after a reason given in speech (会议认为…，决定…)."""


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
            planned, before = _TO_COME.search(before) and _ITS_TASKS.match(opening), opening
            if planned:
                continue
            clauses = tuple(_clauses(text, match.start(), match.end()))
            done, said = _done(clauses, said)
            if done:
                yield Sentence(para, match.end(), done, len(done) < len(clauses) and not said)


def _clauses(text: str, start: int, end: int) -> Iterator[Clause]:
    for match in _CLAUSE.finditer(text, start, end):
        words_ = match[0].strip()
        if 0 < len(words_) <= _LONGEST:
            at = match.start() + len(match[0]) - len(match[0].lstrip())
            yield Clause(words_, at, text[match.start() - 1] if match.start() > start else "", read_head(words_))


def _done(clauses: tuple[Clause, ...], said: bool) -> tuple[tuple[Clause, ...], bool]:
    """The clauses before speech begins, and whether the next sentence is still speech."""
    if said and not (clauses and _breaks_speech(clauses[0])):
        return (), True
    for index, clause in enumerate(clauses):
        if _speaks(clauses, index) and not (clause.head and clause.head.kind != "decided"):
            later = [i for i in range(index + 1, len(clauses)) if _RESUMES.match(clauses[i].text)]
            weighed = "认为" in clause.text and later
            return (clauses[:index] + clauses[later[0] :], False) if weighed else (clauses[:index], True)
    return clauses, False


def _speaks(clauses: tuple[Clause, ...], index: int) -> bool:
    """Whether speech begins with the clause; 工作要求 at its end is a thing, unless a colon follows."""
    if not _SPEECH.match(clauses[index].text):
        return False
    colon = index + 1 < len(clauses) and clauses[index + 1].mark in "：:"
    return colon or _DEMANDS.search(clauses[index].text) is None


def _breaks_speech(clause: Clause) -> bool:
    head = clause.head
    if head and head.subject and len(head.subject) <= _STRICT:
        return True
    return (
        _GOES_ON.match(clause.text) is not None
        or _WEIGHED.match(clause.text) is not None
        or _TELLS.match(clause.text) is not None
        or _PLACE_ONLY.match(clause.text) is not None
        or _REPORTS.match(clause.text) is not None
        or _SETS_OUT.match(clause.text) is not None
    )
