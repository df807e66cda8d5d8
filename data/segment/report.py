"""A Source → a Report: clean, find the heading and the info lines, number what is left."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from data.clean import Cleaned, clean, clean_text, find_damage
from data.clean.page import lines_of
from data.errors import EmptyReport
from data.records import Paragraph, Report, Source
from data.segment.dates import iso_date
from data.segment.info import Info
from data.segment.infos import info_lines
from data.segment.reporter import find_reporter
from data.segment.tail import body_end
from data.segment.title import find_title


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the cleaned page: its text without white space around it, and where that starts."""

    text: str
    start: int


def segment(source: Source, id: str | None = None, published: str | None = None) -> Report:  # noqa: A002 - agreed name
    """The report on a page; `published` and what the format states go before what the page's lines say.

    Raises:
        EmptyReport: after cleaning there is neither a title nor a paragraph.
    """
    cleaned = clean("\n".join(source.lines))
    page = list(_lines(cleaned.text))
    infos = info_lines([line.text for line in page])
    lines = [_without_info(line, infos.get(at)) for at, line in enumerate(page)]
    layout = find_title([line.text for line in lines], clean_text(source.title) if source.title else None)
    body = [lines[at] for at in layout.body]
    end = body_end([line.text for line in body])
    kept, below = body[:end], [line.text for line in body[end:]]
    title, paras = layout.title, [line.text for line in kept]
    if not title and not kept:
        raise EmptyReport(f"{source.name}: nothing is left after cleaning")
    return Report(
        id=id or content_id(title, paras),
        title=title,
        paragraphs=tuple(_paragraph(line, cleaned) for line in kept),
        published=iso_date(published or "") or iso_date(source.published or "") or _published(infos.values(), below),
        source=(clean_text(source.source) if source.source else None) or _first(info.source for info in infos.values()),
        url=source.url,
        reporter=find_reporter(paras, below) or _first(info.reporter for info in infos.values()),
        encoding=source.encoding,
        cleaning=cleaned.steps,
        damage=find_damage("\n".join([title, *paras])),
    )


def content_id(title: str, paras: Iterable[str]) -> str:
    """An id made from the content: the same report has the same one wherever it comes from."""
    return hashlib.sha256("\n".join([title, *paras]).encode()).hexdigest()[:12]


def _lines(text: str) -> Iterator[Line]:
    for at, line in lines_of(text):
        bare = line.strip()
        yield Line(bare, at + (len(line) - len(line.lstrip()) if bare else 0))


def _without_info(line: Line, info: Info | None) -> Line:
    """The line itself, or the title that stands before its fields: a blank line where there is none."""
    return line if info is None else Line(info.title, line.start + max(0, line.text.find(info.title)))


def _published(infos: Iterable[Info], below: list[str]) -> str | None:
    """The date of the best info line, else of the signature."""
    dated = [info for info in infos if info.published]
    if dated:
        return max(dated, key=lambda info: info.rank).published
    return _first(iso_date(line) for line in below)


def _first(values: Iterable[str | None]) -> str | None:
    return next((value for value in values if value), None)


def _paragraph(line: Line, cleaned: Cleaned) -> Paragraph:
    return Paragraph(line.text, cleaned.origin(line.start, line.start + len(line.text)))
