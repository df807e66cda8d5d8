"""Which bodies were at a meeting: the sentences that list them, else those that people and groups came from."""

import re

from data.records import Attendance
from retrieval.answer.forms import answered
from retrieval.answer.proofs import Proofs
from retrieval.evidence.gather import Evidence
from retrieval.evidence.pieces import Piece, sentences_of
from retrieval.records import Answer, Entry

UNIT = (
    "(?:局|委(?!员|托)|办(?!公|理)|厅|院|公司|集团|中心|街道|镇|乡|[省市区县](?![委长])|学校|大学|学院|小学|中学|协会|学会|商会|银行"
    "|单位|部门|社区|村|支队|大队|所|站|处|科|部(?!长)|政府|企业|方)"
)
_LISTED = re.compile(rf"[一-龥]{UNIT}(?=[、，,；;：:（(—和及与等]|有关|主要|负责|分管|代表|领导)")
_CAME = re.compile("参加|出席|列席|参会|与会|到会|到场")
_LABEL = re.compile(r"^\W*(?:参加|参会|与会|出席|列席|到会)(?:会议)?(?:的)?(?:单位|部门|人员|人)?[一-龥]{0,6}\s*[：:]")
_LEAST = 2
"""Bodies that make a list."""


def bodies(evidence: Evidence) -> Answer | None:
    """The sentences that say which bodies came, those of the role asked about; None where no sentence lists any."""
    role = evidence.question.role
    verb = re.compile("列席") if role == "observe" else _CAME
    proofs = Proofs()
    found = [
        one
        for one in _pieces(evidence)
        if verb.search(one.text) and len(_LISTED.findall(one.text)) + _units(evidence, one) >= _LEAST
    ]
    if not found:
        return None
    entries = tuple(Entry("passage", one.text, (proofs.cite_piece(evidence.stored, one),)) for one in found[:_MOST])
    return answered(evidence, "topic", proofs, entries=entries, text=found[0].text)


_MOST = 3


def _pieces(evidence: Evidence) -> list[Piece]:
    """The sentences; a line that a label opens (参加单位：) as a whole."""
    report = evidence.stored.report
    labelled = {para for para, text in enumerate(report.paras) if _LABEL.match(text)}
    whole = [Piece(para, 0, len(report.text(para)), report.text(para)) for para in sorted(labelled)]
    return [*whole, *(one for one in sentences_of(report) if one.para not in labelled)]


def _units(evidence: Evidence, piece: Piece) -> int:
    """How many people that the sentence names came from a body."""
    people = (one for one in evidence.stored.facts.attendance if f"{one.title}{one.name}" in piece.text)
    return len({one.title for one in people if from_unit(one)})


def from_unit(one: Attendance) -> bool:
    """Whether a body is written as somebody's office: 市住建局某某."""
    return bool(re.search(f"{UNIT}$", one.title))
