"""Who did a service to the meeting that minutes note in a line of its own: 记录：某某, 监票人：某某、某某."""

import re

from retrieval.answer.forms import answered
from retrieval.answer.proofs import Proofs
from retrieval.evidence.gather import Evidence
from retrieval.evidence.pieces import sentences_of
from retrieval.records import Answer, Entry

_SENT = "(?:主送|抄送|抄报|分送|发送|印送|发至)"


def labelled(evidence: Evidence) -> Answer | None:
    """The lines with that label, else the sentences that give somebody that service; None where there are none."""
    service = (evidence.question.noun or "记录").replace("记录", "[记纪]录")
    service = _SENT if re.search("发给|抄送|送给|分送|印发给", evidence.question.said) else service
    label = re.compile(rf"(?:^|[\s;；|。，])(?:会议)?{service}(?:人|员|者|人员)?\s*[:：]\s*\S")
    given = re.compile(rf"(?:由|请|推选|推举|担任|任命|指定)[^，。；]{{0,30}}{service}(?:人|员|工作)")
    pieces = sentences_of(evidence.stored.report)
    found = [one for one in pieces if label.search(one.text)] or [one for one in pieces if given.search(one.text)]
    if not found:
        return None
    proofs = Proofs()
    entries = tuple(Entry("passage", one.text, (proofs.cite_piece(evidence.stored, one),)) for one in found)
    return answered(evidence, "topic", proofs, entries=entries, text=found[0].text)
