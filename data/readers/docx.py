"""A Word document → its title and lines, paragraphs and table rows in the order of the page; runs confined."""

import io
import zipfile
from collections.abc import Iterator

from docx import Document
from docx.document import Document as Opened
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table, _Cell

from data.errors import NotText
from data.readers.confined import serve

_BODY = "word/document.xml"
_MOST_MEMBERS = 2_000
_MOST_BYTES = 100_000_000
_MOST_RATIO = 100
_CHUNK = 1 << 16
_CELL_GAP, _LABEL_END = "　", "："
_LONGEST_LABEL = 6


def parse(data: bytes) -> tuple[str | None, Iterator[str]]:
    """The title in the document's properties, which is seldom set, and its lines.

    Raises:
        NotText: it is no Word document, is damaged, has a document type of its own, or unpacks to too much.
    """
    _check(data)
    try:
        document = Document(io.BytesIO(data))
    except (PackageNotFoundError, KeyError, ValueError, SyntaxError) as error:
        raise NotText("the Word document is damaged") from error
    return None, _lines(document)


def _check(data: bytes) -> None:
    """Sizes counted while unpacking, since what a packed file says of itself may be a lie."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            members = packed.infolist()
            if _BODY not in packed.namelist():
                raise NotText("a packed file that is no Word document: send the reports themselves")
            if len(members) > _MOST_MEMBERS or _unpacked(packed, members) > min(_MOST_BYTES, _MOST_RATIO * len(data)):
                raise NotText("the Word document unpacks to more than a report can be")
            if b"<!DOCTYPE" in packed.open(_BODY).read(_CHUNK):
                raise NotText("the Word document declares a document type, as none that Word writes does")
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError) as error:
        raise NotText("the Word document is damaged or encrypted") from error


def _unpacked(packed: zipfile.ZipFile, members: list[zipfile.ZipInfo]) -> int:
    """Bytes in all, or one more than is allowed as soon as that is sure."""
    total = 0
    for member in members:
        with packed.open(member) as stream:
            while piece := stream.read(_CHUNK):
                total += len(piece)
                if total > _MOST_BYTES:
                    return total
    return total


def _lines(document: Opened) -> Iterator[str]:
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            yield from _rows(block)
        else:
            yield from block.text.split("\n")


def _rows(table: Table) -> Iterator[str]:
    """A line a row: 标签：内容 where a short label has one other cell, else the cells side by side."""
    for row in table.rows:
        texts = [text for text in (_text(cell) for cell in _once(row.cells)) if text]
        if len(texts) == 2 and len(texts[0].rstrip("：:")) <= _LONGEST_LABEL:
            yield texts[0].rstrip("：:") + _LABEL_END + texts[1]
        elif texts:
            yield _CELL_GAP.join(texts)


def _once(cells: tuple[_Cell, ...]) -> Iterator[_Cell]:
    """The cells of a row; one that spans several columns comes several times in the library's list."""
    last = None
    for cell in cells:
        if cell._tc is not last:
            yield cell
        last = cell._tc


def _text(cell: _Cell) -> str:
    return " ".join(paragraph.text.strip() for paragraph in cell.paragraphs if paragraph.text.strip())


if __name__ == "__main__":
    serve(parse)
