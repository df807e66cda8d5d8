"""What was said on a matter: the passages that say it, best first."""

import re

from retrieval.answer.forms import answered, refused
from retrieval.answer.proofs import Proofs
from retrieval.evidence.gather import Evidence
from retrieval.evidence.pieces import Piece, best, weighed
from retrieval.records import Answer, Entry, Kind, NoAnswer

MOST = 3
LEAST_SHARE = 0.3
"""Share of the words asking that a passage must hold to be an answer."""
NEARLY_BEST = 0.6


def topic(evidence: Evidence, kind: Kind = "topic", need: re.Pattern[str] | None = None) -> Answer | NoAnswer:
    """The sentences that hold most of what the question asks within the meeting, one a paragraph."""
    words = evidence.aspect or evidence.words
    found = _one_a_paragraph(best(weighed(evidence.stored.report, words), need))
    proofs = Proofs()
    if not found or found[0].share < LEAST_SHARE:
        for piece in found[:MOST]:
            proofs.cite_piece(evidence.stored, piece)
        return refused(evidence, kind, proofs=proofs)
    kept = [piece for piece in found[:MOST] if piece.share >= NEARLY_BEST * found[0].share]
    entries = tuple(Entry("passage", piece.text, (proofs.cite_piece(evidence.stored, piece),)) for piece in kept)
    return answered(evidence, kind, proofs, entries=entries, text=kept[0].text)


def _one_a_paragraph(pieces: list[Piece]) -> list[Piece]:
    seen: dict[int, Piece] = {}
    for piece in pieces:
        seen.setdefault(piece.para, piece)
    return list(seen.values())
