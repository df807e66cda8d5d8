"""A reply → the record that the machine interface promises: `answer`, `meetings`, `citations`, `text`, `took_ms`."""

from bot.render.citations import Section
from bot.render.plain import plain_text
from bot.render.wording import wording
from retrieval.records import Answer, Citation, MeetingRef, NoAnswer, Reply

_NAMES = frozenset({"who_chaired", "who_attended", "who_spoke"})
_VALUE = frozenset({"did_attend", "count"})
_ITEMS = frozenset({"what_decided", "what_agenda", "what_goals"})
_TEXT = frozenset({"where", "title_of"})


def answer_record(reply: Reply, id: object, q: str) -> dict[str, object]:  # noqa: A002 - the field's name in the interface
    """One line of `ask --batch`; the first thing asked decides `kind` and `meetings`, `answer` holds what each gave."""
    whole = wording(reply.answer)
    first = whole.sections[0]
    said: dict[str, object] = {"id": id, "q": q, "kind": first.kind, "status": _whole_status(whole.sections)}
    said["meetings"] = [_meeting(meeting) for meeting in first.meetings]
    answer: dict[str, object] = {}
    for section in whole.sections:
        answer = (payload(section) or {}) | answer
    if answer:
        said["answer"] = answer
    said["text"] = plain_text(reply)
    said["citations"] = [_citation(citation) for citation in whole.citations]
    said["took_ms"] = round(reply.took_ms, 3)
    return said


def _whole_status(sections: tuple[Section, ...]) -> str:
    """The one status of all things asked; `partial` where some are answered and others are not."""
    found = {status(section) for section in sections}
    return found.pop() if len(found) == 1 else "partial" if found & {"answered", "partial"} else status(sections[0])


def status(answer: Section) -> str:
    """`answered`, `partial`, `ambiguous` or `not_found`."""
    if isinstance(answer, Answer):
        return answer.status
    return "ambiguous" if answer.reason == "which_one" else "not_found"


def payload(answer: Section) -> dict[str, object] | None:
    """The typed answer, None where there is none to give."""
    if isinstance(answer, NoAnswer) or answer.status in {"not_found", "ambiguous"}:
        return None
    if answer.kind in _NAMES:
        return {"names": list(answer.names)}
    if answer.kind in _VALUE:
        return {"value": answer.value}
    if answer.kind in _ITEMS:
        items = (entry for entry in answer.entries if entry.what == "item")
        return {"items": [{"kind": entry.kind, "text": entry.text} for entry in items]}
    if answer.kind == "when":
        return {"date": answer.date}
    if answer.kind in _TEXT:
        return {"text": answer.text}
    return {"text": answer.text} if answer.text else None


def _meeting(meeting: MeetingRef) -> dict[str, object]:
    return {"report": meeting.report, "name": meeting.name, "date": meeting.date}


def _citation(citation: Citation) -> dict[str, object]:
    return {
        "n": citation.n,
        "report": citation.report,
        "para": citation.para,
        "start": citation.start,
        "end": citation.end,
        "quote": citation.quote,
        "paragraph": citation.paragraph,
    }
