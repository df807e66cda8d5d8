"""A report that opens with two meetings held in a row, without the sentences that tell of the second one alone."""

import re
from dataclasses import replace

from data.facts.meeting import KIND, PAIR
from data.facts.sentences import sentences
from data.records import Meeting, Report

_SUBJECT = re.compile(rf"(?:随后|其后|接着)?[，,]?在?(?P<what>[^，。；：、,;:]{{4,40}}?{KIND})")
_OBJECT = re.compile(rf"(?:主持|出席|参加|列席)了?(?P<what>[^，。；：、,;:]{{4,40}}?{KIND})")


def focused(report: Report, meeting: Meeting) -> tuple[Report, Meeting]:
    """The report with every sentence about only the second of two meetings blanked; positions stay as they are.

    Where there are such sentences, the meeting has the first one's name alone.
    """
    pair = PAIR.match(meeting.name or "")
    if pair is None:
        return report, meeting
    aside = False
    paragraphs = []
    for paragraph in report.paragraphs:
        text = list(paragraph.text)
        for sentence in sentences(paragraph.text):
            aside = _goes_on(sentence.text, pair["first"], pair["second"], aside)
            if aside or _attends(sentence.text, pair["first"], pair["second"]):
                text[sentence.start : sentence.end] = "\n" * len(sentence.text)
        paragraphs.append(replace(paragraph, text="".join(text)))
    if tuple(paragraphs) == report.paragraphs:
        return report, meeting
    at = meeting.name_at
    if at is not None:
        at = replace(at, span=replace(at.span, end=at.span.end - len(meeting.name or "") + len(pair["first"])))
    return replace(report, paragraphs=tuple(paragraphs)), replace(meeting, name=pair["first"], name_at=at)


def _goes_on(text: str, first: str, second: str, aside: bool) -> bool:
    """Whether a sentence tells of the second meeting: by its subject, by who came to the first, else as before."""
    subject = _SUBJECT.match(text)
    if subject and _is(subject["what"], first) != _is(subject["what"], second):
        return _is(subject["what"], second)
    return aside and not any(_is(what["what"], first) for what in _OBJECT.finditer(text))


def _attends(text: str, first: str, second: str) -> bool:
    """Whether a sentence says who came to the second meeting alone."""
    told = [what["what"] for what in _OBJECT.finditer(text)]
    return bool(told) and all(_is(what, second) and not _is(what, first) for what in told)


def _is(what: str, name: str) -> bool:
    """Whether the words are a name or its end: 专题会议 of 安全生产专题会议."""
    return name in what or name.endswith(what)
