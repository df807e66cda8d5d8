"""What each element of a page holds: how much text, how much of it in links, and whether it is a row of data."""

from functools import cache

from lxml import etree

from config import lexicon

_DENSE = 0.6
_MOST_OF_PAGE = 0.5
_MOST_CELLS = 12


class Weights:
    """Characters by element, counted once for the whole page, from the leaves up."""

    def __init__(self, root: etree._Element) -> None:
        self._text: dict[etree._Element, int] = {}
        self._links: dict[etree._Element, int] = {}
        self._data_rows: set[etree._Element] = set()
        for _, element in etree.iterwalk(root, events=("end",)):
            if element.tag not in tags("dropped"):
                self._count(element, list(element))
        self._words = self._text.get(root, 0) - self._links.get(root, 0)

    def _count(self, element: etree._Element, children: list[etree._Element]) -> None:
        text = len((element.text or "").strip())
        text += sum(self._text.get(child, 0) + len((child.tail or "").strip()) for child in children)
        self._text[element] = text
        self._links[element] = text if element.tag == "a" else sum(self._links.get(child, 0) for child in children)
        few = element.tag == "tr" and len(children) <= _MOST_CELLS
        if few and not any(breaks_line(part) for cell in children for part in cell):
            self._data_rows.add(element)

    def is_article(self, element: etree._Element) -> bool:
        """Whether the element holds most of the page's words that are not links."""
        return self._text.get(element, 0) - self._links.get(element, 0) > _MOST_OF_PAGE * self._words

    def is_menu(self, element: etree._Element) -> bool:
        """Whether most of the element's text is links."""
        text = self._text.get(element, 0)
        return text > 0 and self._links.get(element, 0) > _DENSE * text

    def is_data_cell(self, element: etree._Element) -> bool:
        """Whether the element is one of a row's few cells, all with inline text only: data, not layout."""
        return element.tag in ("td", "th") and element.getparent() in self._data_rows


def breaks_line(element: etree._Element) -> bool:
    """Whether an element stands on lines of its own."""
    return element.tag in tags("blocks")


@cache
def tags(kind: str) -> frozenset[str]:
    """The tag names of boilerplate.toml under html.`kind`."""
    return frozenset(lexicon.words("boilerplate", f"html.{kind}"))
