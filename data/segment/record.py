"""One JSON Lines row → Report."""

from dataclasses import replace

from data.clean import clean_paragraphs, find_damage
from data.errors import ReadError
from data.readers import read_text
from data.records import Paragraph, Report
from data.segment.dates import iso_date
from data.segment.report import content_id, segment


def from_record(row: dict[str, object]) -> Report:
    """The report in one row: `paras` are cleaned in place, one for one; `text` is segmented like a file.

    Raises:
        ReadError: the row has neither, or they are not text.
        EmptyReport: there is nothing to read in it.
    """
    paras = row.get("paras")
    if isinstance(paras, list) and all(isinstance(para, str) for para in paras):
        return _from_paras(row, paras)
    text = row.get("text")
    if not isinstance(text, str):
        raise ReadError("a report needs `paras`, a list of strings, or `text`, a string")
    return _from_text(row, text)


def _from_paras(row: dict[str, object], paras: list[str]) -> Report:
    whole = "\n".join(" ".join(text.split("\n")) for text in [text_of(row, "title") or "", *paras])
    cleaned = clean_paragraphs(whole)
    title, *texts = cleaned.text.split("\n")
    return Report(
        id=text_of(row, "id") or content_id(title, texts),
        title=title.strip(),
        paragraphs=tuple(Paragraph(text) for text in texts),
        published=iso_date(text_of(row, "published") or ""),
        source=text_of(row, "source"),
        url=text_of(row, "url"),
        cleaning=cleaned.steps,
        damage=find_damage(cleaned.text),
    )


def _from_text(row: dict[str, object], text: str) -> Report:
    source = read_text(text_of(row, "id") or "", text, "utf-8")
    stated = replace(
        source,
        title=text_of(row, "title") or source.title,
        source=text_of(row, "source") or source.source,
        url=text_of(row, "url") or source.url,
    )
    return segment(stated, id=text_of(row, "id"), published=text_of(row, "published"))


def text_of(row: dict[str, object], key: str) -> str | None:
    """The value of `key` as text, a number too; None where it is missing, blank or something else."""
    value = row.get(key)
    return str(value).strip() or None if isinstance(value, str | int) else None
