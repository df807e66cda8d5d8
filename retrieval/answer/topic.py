"""What was said on a matter: the passages that say it, best first."""

import re

from retrieval.answer.forms import answered, refused
from retrieval.answer.proofs import Proofs
from retrieval.evidence.gather import Evidence
from retrieval.evidence.pieces import Piece, best, sentences_of, weighed
from retrieval.numerals import NUMERAL, number
from retrieval.records import Answer, Entry, NoAnswer

MOST = 3
LEAST_SHARE = 0.3
"""Share of the words asking that a passage must hold to be an answer."""
NEARLY_BEST = 0.6
_LISTED = re.compile(rf"[哪这]?({NUMERAL})(?:点|项|条|个|件|方面|大)")


def topic(evidence: Evidence) -> Answer | NoAnswer:
    """The sentences that hold most of what the question asks within the meeting, one a paragraph."""
    found = passages(evidence, None)
    proofs = Proofs()
    if not found:
        for piece in _ranked(evidence, None)[:MOST]:
            proofs.cite_piece(evidence.stored, piece)
        return refused(evidence, "topic", proofs=proofs)
    entries = tuple(Entry("passage", piece.text, (proofs.cite_piece(evidence.stored, piece),)) for piece in found)
    return answered(evidence, "topic", proofs, entries=entries, text=found[0].text)


def passages(evidence: Evidence, need: re.Pattern[str] | None) -> list[Piece]:
    """The best sentences, one a paragraph; those that a best one ends in a colon for come with it; none if too weak."""
    found = _ranked(evidence, need)
    if not found or found[0].share < LEAST_SHARE:
        return []
    if found[0].text.endswith(("：", ":")):
        return [found[0], *_following(evidence, found[0])]
    return [piece for piece in found[:MOST] if piece.share >= NEARLY_BEST * found[0].share]


def _ranked(evidence: Evidence, need: re.Pattern[str] | None) -> list[Piece]:
    words = evidence.topic
    seen: dict[int, Piece] = {}
    for piece in best(weighed(evidence.stored.report, words), need):
        seen.setdefault(piece.para, piece)
    return list(seen.values())


def _following(evidence: Evidence, lead: Piece) -> list[Piece]:
    """The first sentences of the paragraphs that a lead-in announces: as many as it says, three by default."""
    said = _LISTED.search(lead.text)
    count = (number(said[1]) if said else None) or MOST
    firsts: dict[int, Piece] = {}
    for piece in sentences_of(evidence.stored.report):
        if lead.para < piece.para <= lead.para + count:
            firsts.setdefault(piece.para, piece)
    return list(firsts.values())
