"""File bytes → Source, one module a format."""

from data.errors import EmptyReport
from data.readers.confined import confined_format, read_confined
from data.readers.decode import decode
from data.readers.html import looks_like_html, read_html
from data.readers.plain import read_plain
from data.records import Source


def read(name: str, data: bytes) -> Source:
    """The document in `data`; its format is told by the content, `name` is only kept.

    Raises:
        NotText: no encoding fits strictly, or the document is damaged or asks for too much.
        EmptyReport: there is nothing but white space, or pictures.
    """
    form = confined_format(data)
    return read_confined(form, name, data) if form else read_text(name, *decode(data))


def read_text(name: str, text: str, encoding: str) -> Source:
    """The document in an already decoded text.

    Raises:
        EmptyReport: there is nothing but white space.
    """
    if not text.strip():
        raise EmptyReport(f"{name} is empty")
    source = read_html(name, text, encoding) if looks_like_html(text) else read_plain(name, text, encoding)
    if not any(line.strip() for line in source.lines):
        raise EmptyReport(f"{name} has no text to read")
    return source
