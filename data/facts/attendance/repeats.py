"""Lines that a page repeats without end: from so many copies on, a line says nothing new of who came."""

from collections import Counter
from dataclasses import replace

from data.records import Paragraph, Report

_MOST = 200  # copies of one line; no minutes say the same more often
_BLANK = Paragraph("")


def without_repeats(report: Report) -> Report:
    """The report with further copies of such a line left blank, so that every paragraph keeps its number."""
    if len(report.paragraphs) <= _MOST:
        return report
    copies: Counter[str] = Counter()
    kept = tuple(_kept(paragraph, copies) for paragraph in report.paragraphs)
    return report if max(copies.values()) <= _MOST else replace(report, paragraphs=kept)


def _kept(paragraph: Paragraph, copies: Counter[str]) -> Paragraph:
    copies[paragraph.text] += 1
    return paragraph if copies[paragraph.text] <= _MOST else _BLANK
