"""The paragraphs that open a report: its first ones, or what is told first below the head of a page."""

from collections.abc import Iterator

from data.records import Report

_HEAD = 14  # lines, with those of the page
_SENTENCE = 30  # characters of a line that tells something


def opening(report: Report, first: int) -> Iterator[int]:
    """The first `first` paragraphs, and the first one that tells something where none of those does."""
    told = False
    for para, text in enumerate(report.paras[:_HEAD]):
        tells = "。" in text and len(text) >= _SENTENCE
        if para < first or (tells and not told):
            yield para
        told = told or tells
