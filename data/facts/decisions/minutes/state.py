"""Where the reader of minutes stands: the section it is in, and what it has found so far."""

import re
from dataclasses import dataclass, field
from typing import Literal

from data.facts.decisions.minutes.headings import Heading, Part
from data.facts.decisions.minutes.lines import LISTS_TOPICS
from data.facts.decisions.minutes.sheet import Item, Line

_REPORTS = re.compile(r"(?:报告|汇报|通报)事项")
Place = Literal["header", "items"] | Part


@dataclass(slots=True)
class State:
    """What the lines read so far have led to; `place` is the kind of section they end in."""

    paras: tuple[str, ...]
    items: list[Item] = field(default_factory=list)
    overview: list[Item] = field(default_factory=list)
    """Topics listed at first, where an agenda told in full comes after them."""
    resolutions: list[Line] = field(default_factory=list)
    loose: set[int] = field(default_factory=set)
    place: Place = "header"
    section: Heading | None = None
    apart: bool = False
    """Whether numbers stand alone on lines of their own, above what they number."""
    pointed: bool = False
    """Whether plain lines stand over lists of points all through the page."""
    own: bool = False
    """Whether a line said that the minutes follow."""
    announced: bool = False
    """Whether the section of resolutions was opened by a sentence, and so ends with its list."""
    concluding: bool = False
    resolving: bool = False
    """Whether the bullets that come are resolutions of their own."""
    concluded: int = 0
    """The number of the last numbered line of the conclusion."""
    style: str = ""
    depth: int = 0
    """How deep the headings of the items stand, where they are Markdown headings."""
    before: int = 0
    """How many items stood before the section, which may number its own anew."""
    after_section: int = 0
    """The number that follows a numbered section heading among the items (2、遗留问题跟踪)."""

    @property
    def next_number(self) -> int:
        """The number that the next item of the list has."""
        return (self.items[-1].number or 0) + 1 if self.items else 1

    @property
    def lists_topics(self) -> bool:
        """Whether the section is one that lists topics."""
        return self.own if self.section is None else LISTS_TOPICS.search(self.section.text) is not None

    @property
    def reports(self) -> bool:
        """Whether the section lists what was reported."""
        return self.section is not None and _REPORTS.search(self.section.text) is not None

    def new_item(self, para: int, start: int, number: int | None) -> Item:
        """The item whose title stands in paragraph `para` from `start`, as it comes next."""
        self.after_section = self.concluded = 0
        title = self.paras[para][start:].rstrip(" *|#")
        return Item(number, para, start, title, style=self.style, section=self.before, reported=self.reports)

    def follows(self, number: int) -> bool:
        """Whether an item with that number can be the next: the list goes on, or begins anew in a new section."""
        return number == (self.after_section or self.next_number) or (number == 1 and len(self.items) == self.before)


def style_of(heading: Heading) -> str:
    """The style of items that such a heading opens."""
    return "numbered" if heading.style == "arabic" else heading.style
