"""A PDF → the lines of its pages, page numbers left to the cleaning; runs confined."""

from collections.abc import Iterator

import pypdfium2

from data.errors import EmptyReport, NotText
from data.readers.confined import serve

_MOST_PAGES = 2_000


def parse(data: bytes) -> tuple[str | None, list[str]]:
    """No title (the one in a PDF's properties names the file it was printed from), and the lines in reading order.

    Raises:
        NotText: the file is damaged, needs a password, or has more than 2,000 pages.
        EmptyReport: its pages are pictures.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise NotText("the PDF is damaged or needs a password") from error
    if len(document) > _MOST_PAGES:
        raise NotText(f"the PDF has over {_MOST_PAGES} pages")
    lines = list(_lines(document))
    if not any(line.strip() for line in lines):
        raise EmptyReport("the pages of the PDF are pictures without text")
    return None, lines


def _lines(document: pypdfium2.PdfDocument) -> Iterator[str]:
    for page in document:
        yield from page.get_textpage().get_text_bounded().splitlines()


if __name__ == "__main__":
    serve(parse)
