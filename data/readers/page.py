"""The lines of a page's article: a walk over the tree that leaves out what is not the article."""

import re
from collections.abc import Iterator
from functools import cache

from lxml import etree

from config import lexicon
from data.readers.weights import Weights, breaks_line, tags

_CELL_GAP, _LABEL_END = "　", "："
_LABEL = re.compile(r"[㐀-鿿]{2,6}")
_WORDS_IN_NAME = re.compile(r"[\s_-]+|(?<=[a-z])(?=[A-Z])")
_LINE_END = re.compile(r"[\r\n]+")


def article_lines(root: etree._Element) -> Iterator[str]:
    """The article's lines in order; a block element, a row of a data table and <br> end a line. None is blank."""
    line: list[str] = []
    for piece in _pieces(root, Weights(root)):
        if piece is not None:
            line.append(piece)
            continue
        yield from (text for part in "".join(line).split("\n") if (text := part.strip(" \t\r")))
        line.clear()


def _pieces(root: etree._Element, weights: Weights) -> Iterator[str | None]:
    """Text pieces, with None where a line ends; in preformatted text line ends are kept."""
    left_out: etree._Element | None = None
    formatted = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if left_out is None and event == "start":
            if _is_left_out(element, weights):
                left_out = element
                continue
            formatted += element.tag == "pre"
            yield from _start(element, in_row=weights.is_data_cell(element))
            yield _text(element.text, formatted)
        elif event == "end" and left_out in (None, element):
            formatted -= element.tag == "pre" and left_out is None
            left_out = None
            if breaks_line(element) and not weights.is_data_cell(element):
                yield None
            yield _text(element.tail, formatted)
    yield None


def _start(element: etree._Element, *, in_row: bool) -> Iterator[str | None]:
    before = element.getprevious()
    if in_row and before is not None:
        yield _LABEL_END if _is_label(before, element) else _CELL_GAP
    elif breaks_line(element):
        yield None


def _is_label(cell: etree._Element, after: etree._Element) -> bool:
    """Whether a cell names what the row's only other cell says: 时间 | 3月2日."""
    alone = cell.getprevious() is None and after.getnext() is None
    return alone and bool(_LABEL.fullmatch("".join(map(str, cell.itertext())).strip()))


def _text(text: str | None, formatted: int) -> str:
    return (text or "") if formatted else _spaced(text)


def _spaced(text: str | None) -> str:
    """Line ends in the markup are spaces between Latin words, and nothing beside Chinese."""
    if not text or not _LINE_END.search(text):
        return text or ""
    parts: list[str] = []
    last = ""
    for part in _LINE_END.split(text):
        bare = part.strip(" \t")
        parts.append(f" {bare}" if last and bare and last[-1] < "\u2e80" and bare[0] < "\u2e80" else bare)
        last = bare or last
    return "".join(parts)


def _is_left_out(element: etree._Element, weights: Weights) -> bool:
    tag = str(element.tag)
    if tag in tags("dropped"):
        return True
    if tag not in tags("containers") or weights.is_article(element):
        return False
    return (
        _is_hidden(element)
        or weights.is_menu(element)
        or _is_furniture(f"{element.get('class') or ''} {element.get('id') or ''}")
    )


def _is_hidden(element: etree._Element) -> bool:
    """Whether a block is hidden by its own style; some pages hide the article until a script shows it."""
    style = (element.get("style") or "").replace(" ", "").lower()
    return "display:none" in style or "visibility:hidden" in style


@cache
def _is_furniture(names: str) -> bool:
    """Whether a class or id says that the block is a menu, a footer, a share bar or the like."""
    known = lexicon.words("boilerplate", "html.names")
    return any(word.lower() in known for word in _WORDS_IN_NAME.split(names))
