"""A reply → the document that says it, in the language of the question."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.render import meetings
from bot.render.citations import Section, in_order, marks, numbered, sources
from bot.render.document import BLANK, Document, Line, Piece, bold, plain
from bot.render.writers import UNDER_ONE_HEADING, WRITERS
from bot.texts import say
from data.clean.script import to_traditional
from retrieval.records import Answer, Citation, Entry, Language, NoAnswer


@dataclass(frozen=True, slots=True)
class Wording:
    """The lines of a reply, the parts of the answer that they say, and the citations as the lines number them."""

    lines: tuple[Line, ...]
    sections: tuple[Section, ...]
    citations: tuple[Citation, ...]


def document(answer: Section, link: str = "") -> Document:
    """The whole reply with its sources, see `sources` for `link`."""
    said = wording(answer)
    return Document(said.lines, sources(said.citations, answer.question.language, link))


def wording(answer: Section) -> Wording:
    """What was carried over, then each thing asked in order."""
    language = answer.question.language
    whole = numbered(answer)
    lines = [*_notes(answer, language)]
    for section in whole.sections:
        said = _answered(section, language) if isinstance(section, Answer) else _refused(section, language)
        if said[0] in lines and said[0] in meetings.heading(section.meetings, language):
            said = [*_beside(section, language), *said[1:]]  # the same meeting goes on
        if said[-1] not in lines or isinstance(section, Answer):
            lines += [BLANK, *said] if lines else said
    ordered, citations = in_order(_in_script(tuple(lines), language), whole.citations)
    return Wording(ordered, whole.sections, citations)


def _beside(section: Section, language: Language) -> tuple[Line, ...]:
    """What was only talked about is set apart from what was decided."""
    return (plain(say(language, "side.agenda")),) if section.kind == "what_agenda" else ()


def _notes(answer: Section, language: Language) -> Iterator[Line]:
    """How the question was read where that is not plain from its words."""
    for typed, read in answer.question.repairs:
        yield Line((Piece(say(language, "answer.repaired", typed=typed, read=read), "italic"),))
    headings = {meeting.name for meeting in answer.meetings[:1]}
    carried = tuple(what for what in answer.carried if what not in headings)
    if carried:
        what = _joined(carried, language)
        yield Line((Piece(say(language, "answer.carried", what=what), "italic"),))


def _answered(answer: Answer, language: Language) -> list[Line]:
    lines = list(_body(answer, language))
    if answer.status == "partial":
        lines.append(plain(say(language, "answer.partial")))
    if answer.rests_on > 1:
        lines.append(plain(say(language, "answer.rests_on", count=answer.rests_on)))
    return lines


def _body(answer: Answer, language: Language) -> Iterator[Line]:
    """Under a heading a meeting where the entries come from several, else under the one meeting's."""
    write = WRITERS[answer.kind]
    if answer.status == "ambiguous":
        yield bold(say(language, "none.which_one"))
        yield from meetings.listed(answer.meetings, language)
        return
    parts = _by_report(answer)
    if answer.kind in UNDER_ONE_HEADING or len(parts) == 1:
        yield from meetings.heading(answer.meetings, language) if answer.kind not in UNDER_ONE_HEADING else ()
        yield from write(answer, answer.entries, language)
        return
    for report, entries in parts:
        here = tuple(meeting for meeting in answer.meetings if meeting.report == report)
        yield from meetings.heading(here, language)
        yield from write(answer, entries, language)


def _by_report(answer: Answer) -> list[tuple[str, tuple[Entry, ...]]]:
    """The entries a report, reports in the order of their first entry; at least one part."""
    parts: dict[str, list[Entry]] = {}
    for entry in answer.entries:
        parts.setdefault(entry.report, []).append(entry)
    return [(report, tuple(entries)) for report, entries in parts.items()] or [("", ())]


def _refused(answer: NoAnswer, language: Language) -> list[Line]:
    """Why there is no answer; the nearest passages are shown as such, never as the answer."""
    if answer.reason == "which_one":
        return [bold(say(language, "none.which_one")), *meetings.listed(answer.meetings, language)]
    lines = [plain(_refusal(answer, language))]
    if answer.citations:
        lines.append(plain(say(language, "none.nearest")))
        lines += [Line((Piece(f"• {one.quote}"), marks((one.n,)))) for one in answer.citations]
    return lines


def _refusal(answer: NoAnswer, language: Language) -> str:
    if answer.question.idle:
        return say(language, "none.small_talk")
    if answer.reason == "no_report":
        return say(language, "none.no_report")
    named = next((meeting.name or meeting.title for meeting in answer.meetings), "").strip("《》")
    return say(language, "none.not_said_of", meeting=named) if named else say(language, "none.not_said")


def _joined(words: Sequence[str], language: Language) -> str:
    """Words as a list within a sentence."""
    return (", " if language == "en" else "、").join(words)


def _in_script(lines: tuple[Line, ...], language: Language) -> tuple[Line, ...]:
    """Traditional characters for who asked in them; quotes under "sources" stay letter for letter."""
    if language != "zh-hant":
        return lines
    return tuple(
        Line(tuple(replace(piece, text=to_traditional(piece.text)) for piece in line.pieces)) for line in lines
    )
