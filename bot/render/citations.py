"""One numbering over an answer and the further answers in it; the sources as lines."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.render.dates import spoken
from bot.render.document import Line, Piece, bold
from bot.texts import say
from data.records import TITLE
from retrieval.records import Answer, Citation, Language, NoAnswer

Section = Answer | NoAnswer


@dataclass(frozen=True, slots=True)
class Numbered:
    """The parts of a reply in order, none with further parts, and all citations under one numbering."""

    sections: tuple[Section, ...]
    citations: tuple[Citation, ...]


def numbered(answer: Section) -> Numbered:
    """`answer` and what is in `further`, renumbered so that one number means one quote."""
    numbers: dict[tuple[str, int, int, int], Citation] = {}
    sections = tuple(_renumber(section, numbers) for section in _flat(answer))
    return Numbered(sections, tuple(numbers.values()))


def marks(cites: tuple[int, ...]) -> Piece:
    """` [1][2]`, nothing for no citations."""
    return Piece(" " + "".join(f"[{n}]" for n in cites) if cites else "", cites=cites)


def in_order(lines: tuple[Line, ...], citations: tuple[Citation, ...]) -> tuple[tuple[Line, ...], tuple[Citation, ...]]:
    """Both renumbered from 1 as the marks appear in the lines; what no line marks comes last."""
    marked = (n for line in lines for piece in line.pieces for n in sorted(piece.cites))
    numbers = {old: new for new, old in enumerate(dict.fromkeys((*marked, *(one.n for one in citations))), 1)}
    ordered = sorted((replace(one, n=numbers[one.n]) for one in citations), key=lambda one: one.n)
    return tuple(_with_numbers(line, numbers) for line in lines), tuple(ordered)


def _with_numbers(line: Line, numbers: dict[int, int]) -> Line:
    pieces = (marks(tuple(sorted(numbers[n] for n in piece.cites))) if piece.cites else piece for piece in line.pieces)
    return Line(tuple(pieces))


def sources(citations: tuple[Citation, ...], language: Language, link: str = "") -> tuple[Line, ...]:
    """Where each quote stands, and the quote; the report is named once for quotes that follow each other.

    With its number behind it, `link` leads to the passage; the empty one to none.
    """
    if not citations:
        return ()
    lines = [bold(say(language, "source.heading"))]
    before = None
    for citation in citations:
        place = _place(citation, language, goes_on=citation.report == before)
        lines.append(Line((Piece(place, link=link and f"{link}{citation.n}"),)))
        lines.append(Line((Piece(say(language, "source.quoted", quote=citation.quote)),)))
        before = citation.report
    return tuple(lines)


def _place(citation: Citation, language: Language, *, goes_on: bool) -> str:
    """Paragraphs are counted from 1 for people; `goes_on` where the quote before is of the same report."""
    title = citation.title or citation.report
    day = spoken(citation.published, language) if citation.published else None
    if goes_on:
        key = "source.same_title" if citation.para == TITLE else "source.same"
    elif citation.para == TITLE:
        key = "source.title_line" if day else "source.title_line_undated"
    else:
        key = "source.line" if day else "source.line_undated"
    place = say(language, key, n=citation.n, title=title, date=day, para=citation.para + 1)
    return place + say(language, "source.manual") if citation.manual else place


def _flat(answer: Section) -> Iterator[Section]:
    yield replace(answer, further=())
    for more in answer.further:
        yield from _flat(more)


def _renumber(section: Section, numbers: dict[tuple[str, int, int, int], Citation]) -> Section:
    """`numbers` collects the citations by the place they point at."""
    moved: dict[int, int] = {}
    for citation in section.citations:
        place = (citation.report, citation.para, citation.start, citation.end)
        kept = numbers.setdefault(place, replace(citation, n=len(numbers) + 1))
        moved[citation.n] = kept.n
    citations = tuple(replace(citation, n=moved[citation.n]) for citation in section.citations)
    if isinstance(section, NoAnswer):
        return replace(section, citations=citations)
    entries = tuple(
        replace(entry, cites=tuple(sorted({moved[n] for n in entry.cites if n in moved}))) for entry in section.entries
    )
    return replace(section, citations=citations, entries=entries)
