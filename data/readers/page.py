"""The blocks of a page's article: a walk over the tree that leaves out what is not the article."""

import re
from collections.abc import Iterator
from functools import cache

from lxml import etree

from config import lexicon

_DROPPED = frozenset(
    ["script", "style", "noscript", "template", "head", "nav", "footer", "aside", "iframe", "object", "select", "option", "button", "textarea", "svg", "map", "figcaption"]
)
_INLINE = frozenset(
    ["a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins", "kbd", "label", "mark", "o:p", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "st1:chsdate"]
)
_CONTAINERS = frozenset(["div", "ul", "ol", "dl", "td", "tr", "table", "tbody", "section", "article", "main", "header", "center", "li", "p", "form", "map", "menu"])
_DENSE = 0.6
_MOST_OF_PAGE = 0.5


def blocks(root: etree._Element) -> Iterator[str]:
    """The article's lines in order; a block element, a table row and <br> end a line. Blank lines are left out."""
    line: list[str] = []
    for piece in _pieces(root, _Weights(root)):
        if piece is None:
            text = "".join(line).strip(" \t\r\n")
            if text:
                yield text
            line.clear()
        else:
            line.append(piece)


class _Weights:
    """How much text, and how much text in links, each element holds."""

    def __init__(self, root: etree._Element) -> None:
        self.text: dict[etree._Element, int] = {}
        self.links: dict[etree._Element, int] = {}
        for _, element in etree.iterwalk(root, events=("end",)):
            self._count(element)
        self.whole = self.text.get(root, 0)

    def _count(self, element: etree._Element) -> None:
        if element.tag in _DROPPED:
            return
        own = len((element.text or "").strip())
        text = own + sum(self.text.get(child, 0) + len((child.tail or "").strip()) for child in element)
        self.text[element] = text
        self.links[element] = text if element.tag == "a" else sum(self.links.get(child, 0) for child in element)

    def is_article(self, element: etree._Element) -> bool:
        """Whether the element holds most of the page's words that are not links."""
        words = self.text.get(element, 0) - self.links.get(element, 0)
        return words > _MOST_OF_PAGE * self.whole

    def is_menu(self, element: etree._Element) -> bool:
        """Whether most of the element's text is links."""
        text = self.text.get(element, 0)
        return text > 0 and self.links.get(element, 0) > _DENSE * text


def _pieces(root: etree._Element, weights: _Weights) -> Iterator[str | None]:
    """Text pieces, with None where a line ends."""
    walk = etree.iterwalk(root, events=("start", "end"))
    skipped: etree._Element | None = None
    for event, element in walk:
        if skipped is not None:
            if event == "end" and element is skipped:
                skipped = None
                yield None
                yield _spaced(element.tail)
            continue
        breaks = element.tag not in _INLINE
        if event == "start":
            if _left_out(element, weights):
                skipped = element
                continue
            if breaks:
                yield None
            yield _spaced(element.text)
        else:
            if breaks:
                yield None
            yield _spaced(element.tail)
    yield None


def _spaced(text: str | None) -> str:
    """Line ends in the source are spaces, and none at all beside Chinese."""
    return _WRAP.sub(_wrap, text) if text else ""


_WRAP = re.compile(r"[ \t]*[\r\n][ \t\r\n]*")


def _wrap(match: re.Match[str]) -> str:
    text, start, end = match.string, match.start(), match.end()
    latin = start > 0 and end < len(text) and text[start - 1] < "\u2e80" and text[end] < "\u2e80"
    return " " if latin else ""


def _left_out(element: etree._Element, weights: _Weights) -> bool:
    if element.tag in _DROPPED or _hidden(element):
        return True
    if element.tag not in _CONTAINERS or weights.is_article(element):
        return False
    return weights.is_menu(element) or bool(_NAMES_SPLIT and _boilerplate_name(_names(element)))


_NAMES_SPLIT = re.compile(r"[\s_-]+|(?<=[a-z])(?=[A-Z])")


def _names(element: etree._Element) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}"


@cache
def _boilerplate_name(names: str) -> bool:
    """Whether a class or id says that the block is a menu, a footer, a share bar or the like."""
    known = lexicon.words("boilerplate", "html.names")
    return any(part.lower() in known for part in _NAMES_SPLIT.split(names))


def _hidden(element: etree._Element) -> bool:
    style = (element.get("style") or "").replace(" ", "").lower()
    return "display:none" in style or "visibility:hidden" in style
