"""What minutes kept line by line hold: items of an agenda, resolutions, and lines that belong to neither."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an item's body; `concludes` where it says what became of the item. Positions as in the paragraph."""

    para: int
    start: int
    text: str
    concludes: bool

    @property
    def end(self) -> int:
        """One past the last character."""
        return self.start + len(self.text)


@dataclass(slots=True)
class Item:
    """One matter of the agenda: where its title stands, and its lines."""

    number: int | None
    para: int
    start: int
    title: str
    lines: list[Line] = field(default_factory=list)
    style: str = ""
    """The style of numbering that the items of its list stand in."""
    headed: bool = False
    """Whether the title is a heading, which may only stand over others."""
    motion: bool = False
    """Whether it is moved, so that votes decide on it."""
    settled: bool = False
    """Whether a list of resolutions of its own stands under it."""
    reported: bool = False
    """Whether it stands among what was reported (报告事项), where nothing else says what became of it."""
    whole: bool = False
    """Whether what stands under it is part of it, and no item (各处室工作报告)."""
    section: int = 0
    """How many items came before its section, by which sections are told apart."""


@dataclass(frozen=True, slots=True)
class Minutes:
    """The items of minutes kept by lines, and the lines under a heading of resolutions."""

    items: tuple[Item, ...]
    resolutions: tuple[Line, ...]
    loose: frozenset[int] | None = None
    """The paragraphs that belong to no item and no list of work owed; None where the page is running text."""
