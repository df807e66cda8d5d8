"""Which of several people are meant: by office, by the verb asked with, by what stands around their names."""

import re
from collections.abc import Callable, Iterator, Sequence

from config import lexicon
from data.facts.sentences import sentences
from data.records import Attendance, Report, Span
from retrieval.answer.persons import OFFICE
from retrieval.catalogue.ranking import word_weights
from retrieval.evidence.gather import Evidence
from retrieval.evidence.pieces import share_in
from retrieval.evidence.sections import heading_of

PART_OF_TITLE = 0.55
"""Share of the words asking within a meeting that an office must hold for 哪些X to mean those with it."""
PART_OF_PLACE = 0.5
"""The same for the sentence that names a person (谁汇报的X)."""
NEARLY_BEST = 0.75
ALONE = 0.2
"""What is enough where nobody else has a third of it."""


def narrowed(evidence: Evidence, people: list[Attendance], *, speaking: bool) -> list[Attendance]:
    """Those of `people` whom the question singles out; all of them when it does not, none when nobody fits its noun."""
    if not people:
        return people
    noun = evidence.question.noun or _office_asked(evidence)
    generic = noun in lexicon.words("question", "speech.anybody")
    invited = [] if speaking else _invited(evidence, people)
    if invited:
        return invited
    by_noun = [one for one in people if noun and not generic and _holds(one.title, noun)]
    if by_noun or (evidence.question.measure == "office" and not generic):
        return by_noun
    by_origin = [one for one in people if len(noun) > 3 and not generic and noun[:2] in one.title]
    if by_origin:
        return by_origin
    if speaking and noun and not generic:
        return []
    sender = SENDER.search(evidence.question.text)
    if not speaking and sender:
        return [one for one in people if sender[1][-2:] in one.title]
    if not speaking and _SENT.search(evidence.question.text) and evidence.aspect:
        return _best(people, lambda one: share_in(one.title, evidence.aspect), PART_OF_TITLE)
    if not speaking:
        return _of_place(evidence, people) if noun or _FROM.search(evidence.question.text) else people
    by_title = [] if generic else _best(people, lambda one: share_in(one.title, evidence.aspect), PART_OF_TITLE)
    if by_title:
        return by_title
    return _by_speech(evidence, people)


def _invited(evidence: Evidence, people: list[Attendance]) -> list[Attendance]:
    """Those of whom the report says that they were invited, where that is asked."""
    if not _INVITED.search(evidence.question.text):
        return []
    return [one for one in people if _INVITED.search(_before_name(evidence, one))]


_INVITED = re.compile("[应受特]邀")


def _before_name(evidence: Evidence, one: Attendance) -> str:
    """The part of the sentence that names somebody, cut at semicolons."""
    sentence = sentence_at(evidence.stored.report, one.at.span)
    return next((part for part in re.split("[；;]", sentence) if one.name in part), sentence)


def _office_asked(evidence: Evidence) -> str:
    """The office of a question that asks for a name alone: 院长叫啥."""
    held = OFFICE.findall(evidence.question.focus) if evidence.question.measure == "office" else []
    return held[-1] if held else ""


def _of_place(evidence: Evidence, people: list[Attendance]) -> list[Attendance]:
    """Those whose office holds the noun in part, or the place that they come from (阿勒赛县来的领导)."""
    wanted = word_weights(evidence.catalogue, f"{evidence.question.noun} {_origin(evidence.question.text)}")
    return _best(people, lambda one: share_in(one.title, wanted), PART_OF_TITLE) or people


def _origin(text: str) -> str:
    found = _FROM.search(text)
    run = next((group for group in found.groups() if group), "") if found else ""
    return re.split("会议?|[的上次]", run)[-1]


SENDER = re.compile(
    "(?:^|[^\u3400-\u9fff]|会议?|会上|峰会|论坛)([\u3400-\u9fff]{2,4}?)(?:方面|那边|方)?(?:是|派)?谁来的"
)
"""Who sent somebody: 日本是谁来的."""
_SENT = re.compile("谁来的|来的是谁|谁去的")
_GENERAL = re.compile("讲话|讲了|说")
_FROM = re.compile("([\u3400-\u9fff]{2,6})(?:来的|方面的?|那边|一方)|来自([\u3400-\u9fff]{2,6})的")


def _by_speech(evidence: Evidence, people: list[Attendance]) -> list[Attendance]:
    by_place = _best(people, lambda one: max(_shares(evidence, one), default=0.0), PART_OF_PLACE)
    verbs = _asked_verbs(evidence)
    among = by_place or people
    strict = [verb for verb in verbs if verb in lexicon.words("question", "speech.strict")]
    near = [one for one in among if any(_told_to(evidence, one, verb) for verb in strict)]
    speakers = near or [one for one in among if any(_says(evidence, one, verb) for verb in verbs)]
    if speakers or not verbs:
        return speakers or by_place or people
    return [] if strict or (evidence.question.noun and not by_place) else by_place or people


def mentions(evidence: Evidence, one: Attendance) -> Iterator[Span]:
    """Every place of the report that names the person, the recorded ones first."""
    yield one.at.span
    yield from (more.span for more in one.also_at)
    for para, text in enumerate(evidence.stored.report.paras):
        yield from (Span(para, match.start(), match.end()) for match in re.finditer(re.escape(one.name), text))


def best_mention(evidence: Evidence, one: Attendance) -> Span:
    """The place that names the person beside most of what is asked; the recorded one when none stands out."""
    spans = list(mentions(evidence, one))
    shares = [max(_share(evidence, span), _share_of_item(evidence, span)) for span in spans]
    top = max(shares)
    best = spans[shares.index(top)]
    if top >= PART_OF_PLACE:
        return best
    verbs = re.compile("|".join(_asked_verbs(evidence)) or "(?!)")
    saying = (at for at in spans if verbs.search(_sentence(evidence.stored.report.text(at.para), at)))
    return next(saying, best if top >= ALONE else spans[0])


def _shares(evidence: Evidence, one: Attendance) -> list[float]:
    return [max(_share(evidence, span), _share_of_item(evidence, span)) for span in mentions(evidence, one)]


def _share(evidence: Evidence, span: Span) -> float:
    return share_in(_clause(evidence, span), evidence.aspect)


def _share_of_item(evidence: Evidence, span: Span) -> float:
    """In minutes, what the item's heading holds counts for those who speak under it, or are named as its speakers."""
    report = evidence.stored.report
    text = report.text(span.para)
    speaks = text[span.end :].lstrip().startswith(("：", ":")) or bool(_SPEAKER.search(text[: span.start]))
    heading = heading_of(report, span.para) if speaks else None
    return UNDER_HEADING * share_in(report.text(heading), evidence.aspect) if heading is not None else 0.0


UNDER_HEADING = 0.95
_SPEAKER = re.compile("(?:汇报人|申报人|申请人|主讲人|报告人|发言人|主讲|汇报)[：:]")


def _clause(evidence: Evidence, span: Span) -> str:
    """The sentence around the name, cut where the next recorded person is named."""
    text = evidence.stored.report.text(span.para)
    end = next((one.end for one in sentences(text) if one.start <= span.start < one.end), len(text))
    later = [
        at
        for other in evidence.stored.facts.attendance
        if (at := text.find(other.name, span.end, end)) >= 0 and at - span.end > _LIST_GAP
    ]
    told = text[span.start : min(later, default=end)]
    long = len(told) - (span.end - span.start) > _LEAST_TOLD
    return told if long else f"{_before(evidence, text, span)} {told}"


def _before(evidence: Evidence, text: str, span: Span) -> str:
    """The words of the line before a name that ends it, back to the name before: 5. 关于…的议题 -- 某某."""
    start = max((one.start for one in sentences(text) if one.start <= span.start), default=0)
    names = (other.name for other in evidence.stored.facts.attendance)
    ends = (at + len(name) for name in names if (at := text.rfind(name, start, span.start)) >= 0)
    return text[max(ends, default=start) : span.start]


_LEAST_TOLD = 10
"""Characters: with fewer behind the name, what is said of it stands before."""


_LIST_GAP = 12
"""Characters: names nearer than this stand in one list and share what is said of it."""


def _asked_verbs(evidence: Evidence) -> list[str]:
    """The particular verbs of speaking that the question uses; 讲话 and 说 are said of any."""
    if _GENERAL.search(evidence.question.said):
        return []
    table = lexicon.mapping("question", "speech.written")
    asked = {
        verb: written for verb, written in table.items() if verb in f"{evidence.question.said}{_just_before(evidence)}"
    }
    particular = [written for verb, written in asked.items() if verb not in _PLAIN]
    return particular or list(asked.values())


_PLAIN = frozenset({"发言", "发了言", "致辞", "致词"})


def _just_before(evidence: Evidence) -> str:
    """The word before the asking ones: *表态*发言的是谁."""
    text, said = evidence.question.text, evidence.question.said
    at = text.find(said) if said else -1
    return text[max(0, at - 2) : at] if at > 0 else ""


def _told_to(evidence: Evidence, one: Attendance, verb: str) -> bool:
    """Whether the verb stands right behind the name: 某某传达了…."""
    spans = list(mentions(evidence, one))
    texts = (evidence.stored.report.text(span.para)[span.end : span.end + _BEHIND] for span in spans)
    return any(re.match(rf"[^，。；、]{{0,6}}(?:{verb})", text) for text in texts)


_BEHIND = 12


def _says(evidence: Evidence, one: Attendance, verb: str) -> bool:
    texts = (evidence.stored.report.text(span.para) for span in mentions(evidence, one))
    spans = list(mentions(evidence, one))
    return any(re.search(verb, _sentence(text, span)) for text, span in zip(texts, spans, strict=True))


def sentence_at(report: Report, span: Span) -> str:
    """The sentence that holds `span`."""
    return _sentence(report.text(span.para), span)


def _sentence(text: str, span: Span) -> str:
    return next((one.text for one in sentences(text) if one.start <= span.start < one.end), text)


def _holds(title: str, noun: str) -> bool:
    """Whether the office is one of those asked for; its last two characters count (领导 has no office of its own)."""
    return noun in title or (len(noun) > 2 and all(part in title for part in (noun[:2], noun[-2:])))


def _best(people: Sequence[Attendance], share: Callable[[Attendance], float], least: float) -> list[Attendance]:
    shares = [share(one) for one in people]
    top = max(shares)
    chosen = [one for one, s in zip(people, shares, strict=True) if s >= NEARLY_BEST * top]
    others = [s for s in shares if s < NEARLY_BEST * top]
    stands_out = top >= ALONE and others and max(others) <= top / 3
    return chosen if top >= least or stands_out else []
