"""A cited passage with its neighbours: the report's own words around the quote."""

from collections.abc import Iterator

from bot.render.dates import spoken
from bot.render.document import BLANK, Document, Line, Piece, bold, plain
from bot.texts import say
from data.records import TITLE, Report, Span
from retrieval.records import Language

_NEIGHBOUR = 400
"""Characters of a neighbouring paragraph that are shown."""
_AROUND = 1200
"""Characters of the quoted paragraph that are shown on each side of the quote."""


def passage(report: Report, span: Span, at: int, count: int, language: Language) -> Document:
    """The `at`-th (from 0) of `count` sources: its paragraph, quote in bold, and both neighbours."""
    day = f" · {spoken(report.published, language)}" if report.published else ""
    lines = [Line((Piece(report.title or say(language, "answer.no_title"), "bold"), Piece(day)))]
    if count > 1:
        lines.append(plain(say(language, "passage.place", at=at + 1, count=count)))
    return Document((*lines, *_paragraphs(report, span, language)))


def _paragraphs(report: Report, span: Span, language: Language) -> Iterator[Line]:
    for para in (span.para - 1, span.para, span.para + 1):
        if para == span.para:
            heading = say(language, "passage.title" if para == TITLE else "passage.quoted", para=para + 1)
            yield from (BLANK, bold(heading), _quoted(report.text(para), span))
        elif 0 <= para < len(report.paragraphs):
            yield from (BLANK, bold(say(language, "passage.paragraph", para=para + 1)), _shortened(report.text(para)))


def _shortened(text: str) -> Line:
    return plain(text if len(text) <= _NEIGHBOUR else text[:_NEIGHBOUR] + "…")


def _quoted(text: str, span: Span) -> Line:
    first, last = max(0, span.start - _AROUND), min(len(text), span.end + _AROUND)
    before = ("…" if first else "") + text[first : span.start]
    after = text[span.end : last] + ("…" if last < len(text) else "")
    return Line((Piece(before), Piece(text[span.start : span.end], "bold"), Piece(after)))
