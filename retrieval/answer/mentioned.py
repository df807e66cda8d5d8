"""Where a report names somebody, and how much of what is asked stands beside the name."""

import re
from collections.abc import Iterator

from data.facts.sentences import sentences
from data.records import Attendance, Report, Span
from retrieval.answer.verbs import asked_verbs
from retrieval.evidence.gather import Evidence
from retrieval.evidence.pieces import share_in
from retrieval.evidence.sections import heading_of

PART_OF_PLACE = 0.5
"""Share of the words asking that the sentence naming somebody must hold (谁汇报的某事)."""
ALONE = 0.2
"""What is enough where nobody else has a third of it."""


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
    verbs = re.compile("|".join(asked_verbs(evidence)) or "(?!)")
    saying = (at for at in spans if verbs.search(sentence_in(evidence.stored.report.text(at.para), at)))
    return next(saying, best if top >= ALONE else spans[0])


def shares(evidence: Evidence, one: Attendance) -> list[float]:
    """For each place that names the person, the share of what is asked that stands there."""
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


def sentence_at(report: Report, span: Span) -> str:
    """The sentence that holds `span`."""
    return sentence_in(report.text(span.para), span)


def sentence_in(text: str, span: Span) -> str:
    """The sentence of `text` in which `span` begins."""
    return next((one.text for one in sentences(text) if one.start <= span.start < one.end), text)
