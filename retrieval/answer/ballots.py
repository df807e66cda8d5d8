"""How it was voted: the sentences that give the ballots, where whether anybody was against is asked."""

import re

from retrieval.answer.forms import answered
from retrieval.answer.proofs import Proofs
from retrieval.answer.topic import MOST
from retrieval.evidence.gather import Evidence
from retrieval.evidence.pieces import Piece, share_in, weighed
from retrieval.records import Answer, Entry

_BALLOTS = re.compile(
    r"(?:赞成|同意|反对|弃权)[^，。；]{0,4}?\d+\s*(?:票|人|户)|\d+\s*(?:票|人|户)\s*(?:赞成|同意|反对|弃权)"
)
_UNANIMOUS = re.compile("一致(?:通过|同意|赞成)|全票(?:通过|同意|赞成)")
_LEAST = 0.5
"""Share of the words asking that tells one ballot from the others."""


def ballots(evidence: Evidence) -> Answer | None:
    """Those on the matter asked about; else those in which the side had a vote, or all where it never had one."""
    pieces = weighed(evidence.stored.report, evidence.aspect)
    found = [one for one in pieces if _BALLOTS.search(one.text)] or [
        one for one in pieces if _UNANIMOUS.search(one.text)
    ]
    if not found:
        return None
    told = _on_matter(evidence, found) or [one for one in found if _had_votes(one, evidence.question.noun)] or found
    proofs = Proofs()
    entries = tuple(Entry("passage", one.text, (proofs.cite_piece(evidence.stored, one),)) for one in told[:MOST])
    return answered(evidence, "topic", proofs, entries=entries, text=told[0].text)


def _on_matter(evidence: Evidence, found: list[Piece]) -> list[Piece]:
    """A ballot stands in the paragraph of its matter, or in the next."""
    paras = evidence.stored.report.paras
    shares = [share_in("\n".join(paras[max(0, one.para - 1) : one.para + 1]), evidence.aspect) for one in found]
    most = max(shares)
    if most < _LEAST or min(shares) == most:
        return []
    return [one for one, share in zip(found, shares, strict=True) if share == most]


def _had_votes(one: Piece, side: str) -> bool:
    return bool(side) and bool(
        re.search(
            rf"[1-9]\d*\s*(?:票|人|户)\s*{side}|{side}[^，。；]{{0,4}}?[1-9]\d*|(?:董事|监事|委员|代表)\S{{1,20}}{side}",
            one.text,
        )
    )
