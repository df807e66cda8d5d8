"""The citations of one answer: each sentence quoted once, word for word."""

from data.corrections import manual_spans
from data.facts.sentences import sentences
from data.records import Span, Stored
from retrieval.evidence.pieces import Piece
from retrieval.records import Citation


class Proofs:
    """Collects the quotes of an answer in the order in which they are first needed, numbered from 1."""

    def __init__(self) -> None:
        self._cited: dict[tuple[int, int, int, int], Citation] = {}

    @property
    def citations(self) -> tuple[Citation, ...]:
        """All quotes so far, by number."""
        return tuple(self._cited.values())

    def cite(self, stored: Stored, span: Span) -> int:
        """The number of the sentence that holds `span`."""
        text = stored.report.text(span.para)
        holding = (one for one in sentences(text) if one.start <= span.start < one.end)
        sentence = next(holding, None)
        start, end = (sentence.start, sentence.end) if sentence else (span.start, span.end)
        return self._number(stored, span.para, start, max(end, min(span.end, len(text))))

    def cite_piece(self, stored: Stored, piece: Piece) -> int:
        """The number of that sentence."""
        return self._number(stored, piece.para, piece.start, piece.end)

    def _number(self, stored: Stored, para: int, start: int, end: int) -> int:
        place = (stored.number, para, start, end)
        if place not in self._cited:
            text = stored.report.text(para)
            self._cited[place] = Citation(
                n=len(self._cited) + 1,
                report=stored.report.id,
                para=para,
                start=start,
                end=end,
                quote=text[start:end],
                paragraph=text,
                title=stored.report.title,
                published=stored.report.published,
                manual=any(span.para == para and start <= span.start < end for span in manual_spans(stored.facts)),
            )
        return self._cited[place].n
