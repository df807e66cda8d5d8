"""Minutes kept line by line → their items: a title, and under it labelled or bulleted lines."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from config.lexicon import words
from data.facts.decisions.lines import (
    AGENDA,
    BULLET,
    CONCLUDED,
    CONCLUSION,
    FORMAL,
    HEADER,
    HEADING,
    NAMED,
    NUMBERED,
    OTHER,
    PRESENTED,
    PRESENTING,
    RESOLUTIONS,
    SKIPPED,
    STARRED,
)

_POINT = re.compile(r"\s*\d{1,2}[.、．)）]\s*(?=\D)")
_HASHES = re.compile(r"\s*#+")
_HEADER_LINES = 15  # lines in which the form shows itself
_LONGEST = 160  # characters; a longer line is running text
_MOST_ITEMS = 60  # an agenda with more is none
_LOOK_AHEAD = 3  # lines after a numbered line in which an item shows itself


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
    headed: bool = False
    """Whether the title is a heading, which may only stand over others."""


@dataclass(frozen=True, slots=True)
class Minutes:
    """The items of minutes kept by lines, and the loose lines under a heading of resolutions."""

    items: tuple[Item, ...]
    resolutions: tuple[Line, ...]


_NONE = Minutes((), ())


def read_minutes(paras: tuple[str, ...]) -> Minutes:
    """The items of `paras`; nothing where the page is not kept line by line."""
    if len(paras) < _LOOK_AHEAD + 2 or not _kept_by_lines(paras):
        return _NONE
    reader = _Reader(paras)
    for para in range(len(paras)):
        reader.read(para)
    return Minutes((*_latest(reader.items), *_rows(paras)), tuple(reader.resolutions))


_CELL = re.compile(r"[^|]+")
_TOPICS = frozenset(words("minutes", "columns.topics"))
_CONCLUSIONS = frozenset(words("minutes", "columns.conclusions"))


def _rows(paras: tuple[str, ...]) -> Iterator[Item]:
    """The rows of a table with a column of topics and one of conclusions, each an item."""
    columns: tuple[int, int] | None = None
    for para, line in enumerate(paras):
        cells = [cell for cell in _CELL.finditer(line) if cell[0].strip()] if "|" in line[:_LONGEST] else []
        heads = [cell[0].strip(" *").lower() for cell in cells]
        topic = next((i for i, head in enumerate(heads) if head in _TOPICS), None)
        conclusion = next((i for i, head in enumerate(heads) if head in _CONCLUSIONS), None)
        if topic is not None and conclusion is not None:
            columns = topic, conclusion
        elif not cells:
            columns = None
        elif columns and len(cells) > max(columns) and re.search(r"\w", line):
            yield _row(para, cells[columns[0]], cells[columns[1]])


def _row(para: int, topic: re.Match[str], conclusion: re.Match[str]) -> Item:
    starts = [cell.start() + len(cell[0]) - len(cell[0].lstrip()) for cell in (topic, conclusion)]
    concluded = Line(para, starts[1], conclusion[0].strip(), True)
    return Item(None, para, starts[0], topic[0].strip(), [concluded])


def _kept_by_lines(paras: tuple[str, ...]) -> bool:
    """Whether the page has header lines (主持人：…) or, without them, counted items and labelled conclusions."""
    if any(HEADER.match(line) for line in paras[:_HEADER_LINES]):
        return True
    if sum(NAMED.match(line) is not None for line in paras) > 1 and any(map(CONCLUSION.match, paras)):
        return True
    return any(NUMBERED.match(line) for line in paras[:_HEADER_LINES]) and any(map(CONCLUSION.match, paras))


def _latest(items: list[Item]) -> Iterator[Item]:
    """Items without those that come again under the same number with what became of them."""
    last = {item.number: item for item in items}
    for item in items:
        if item.lines or item.number is None or last[item.number] is item:
            yield item


class _Reader:
    """Goes over the lines once; `place` is the kind of section it is in."""

    def __init__(self, paras: tuple[str, ...]) -> None:
        self.paras = paras
        self.items: list[Item] = []
        self.resolutions: list[Line] = []
        self.place = "header"
        self.concluding = False
        self.concluded = 0
        """The number of the last numbered line of the conclusion."""
        self.style = ""
        self.depth = 0
        """How deep the heading of the agenda stands (##), where its items are headings below it."""
        self.after_section = 0
        """The number that follows a numbered section heading among the items (2、遗留问题跟踪)."""

    def read(self, para: int) -> None:
        """Take in the next line."""
        line = self.paras[para]
        if len(line) > _LONGEST * 3:
            return
        if self._enters_section(line):
            return
        found = self._title(para)
        if found:
            self.place, self.concluding = "items", False
            self.items.append(found)
        elif self.place == "items" and self.items:
            self._body(para)
        elif self.place == "resolutions" and not self._concludes_item(para):
            bullet = BULLET.match(line) or _POINT.match(line)
            start = bullet.end() if bullet else 0
            self.resolutions.append(Line(para, start, line[start:], True))

    def _concludes_item(self, para: int) -> bool:
        """Take a numbered resolution as the conclusion of the bare item with its number."""
        numbered = NUMBERED.match(self.paras[para])
        number = int(numbered["number"]) if numbered else None
        bare = (item for item in self.items[:_MOST_ITEMS] if item.number == number and not item.lines)
        item = next(bare, None)
        if numbered is None or item is None:
            return False
        item.lines.append(Line(para, numbered.start("title"), numbered["title"].rstrip(), True))
        return True

    def _enters_section(self, line: str) -> bool:
        bare = [item for item in self.items[-2:] if not item.lines]
        labels = self.place == "items" and len(bare) < len(self.items[-2:]) + (len(self.items) == 1)
        for name, pattern in (("agenda", AGENDA), ("resolutions", RESOLUTIONS), ("skipped", SKIPPED)):
            if pattern.match(line):
                if name == "resolutions" and labels:
                    return False
                self.place, self.concluding = name, False
                self.depth = len(hashes[0].strip()) if (hashes := _HASHES.match(line)) and name == "agenda" else 0
                numbered = NUMBERED.match(line)
                self.after_section = int(numbered["number"]) + 1 if numbered else 0
                return True
        return False

    def _title(self, para: int) -> Item | None:
        line = self.paras[para]
        if len(line) > _LONGEST or "。" in line.rstrip("。 ") or FORMAL.match(line):
            return None
        named = NAMED.match(line)
        if named:
            if self.style == "numbered" and _number(named["number"]) == 1 and not self._concluded():
                self.items.clear()  # an overview of what comes under 议题一
            self.style = "named"
            return self._item(para, named, _number(named["number"]))
        numbered = NUMBERED.match(line)
        goes_on = numbered is not None and self._goes_on(para, int(numbered["number"]))
        if self.style == "named" or (self.place in ("skipped", "resolutions") and not goes_on):
            return None
        if numbered and self.style in ("", "numbered") and self._opens_item(para, numbered):
            self.style = "numbered"
            return self._item(para, numbered, int(numbered["number"]))
        heading = HEADING.match(line)
        if heading and self._stands_below(heading):
            self.style = "heading"
            return replace(self._item(para, heading, None), headed=True)
        starred = STARRED.match(line)
        if starred and self.style in ("", "starred") and self.place in ("agenda", "items") and self._is_topic(starred):
            self.style = "starred"
            return self._item(para, starred, None)
        return None

    def _stands_below(self, heading: re.Match[str]) -> bool:
        """Whether a heading is a deeper one than that of the agenda."""
        among = self.style in ("", "heading") and self.place in ("agenda", "items")
        return among and 0 < self.depth < len(heading["hash"])

    def _concluded(self) -> bool:
        return any(line.concludes for item in self.items[:_MOST_ITEMS] for line in item.lines)

    def _item(self, para: int, match: re.Match[str], number: int | None) -> Item:
        self.after_section = self.concluded = 0
        return Item(number, para, match.start("title"), match["title"].rstrip())

    def _opens_item(self, para: int, match: re.Match[str]) -> bool:
        """Whether a numbered line is the next item and not a numbered conclusion."""
        if match["hash"]:
            return True
        expected = self.after_section or ((self.items[-1].number or 0) + 1 if self.items else 1)
        number = int(match["number"])
        if not 0 < number <= expected + 2 or number < expected - 2:
            return False
        labelled = self._labelled(para)
        bulleted = any(re.match(r"\s*(?:[-*/•]|[a-z][.)])", line) for line in self.paras[para + 1 : para + 2])
        if self.concluding and self.concluded and number == self.concluded + 1:
            return False
        if self.concluding:
            presented = PRESENTED.search(match["title"]) and not NUMBERED.match(self.paras[para - 1])
            return number == expected and bool(labelled or presented or (bulleted and not self.concluded))
        title = match["title"]
        return labelled or bulleted or PRESENTED.search(title) is not None or PRESENTING.match(title) is not None

    def _goes_on(self, para: int, number: int) -> bool:
        """Whether the numbering of the items goes on after a section between them."""
        if self.after_section:
            return number == self.after_section
        expected = (self.items[-1].number or 0) + 1 if self.items else 0
        return self.place == "skipped" and number == expected and self._labelled(para)

    def _labelled(self, para: int) -> bool:
        ahead = self.paras[para + 1 : para + 1 + _LOOK_AHEAD]
        return any(OTHER.match(line) or CONCLUSION.match(line) for line in ahead)

    def _is_topic(self, match: re.Match[str]) -> bool:
        return (
            re.match(r"\S{2,8}[:：]", match["title"]) is None
            and CONCLUDED.match(match["title"]) is None
            and (
                "《" in match["title"]
                or PRESENTED.search(match["title"]) is not None
                or match["title"].endswith("决策")
            )
        )

    def _body(self, para: int) -> None:
        line = self.paras[para]
        label = CONCLUSION.match(line)
        numbered = NUMBERED.match(label["rest"] if label else line)
        if numbered and (label or self.concluding):
            self.concluded = int(numbered["number"])
        if label:
            self.concluding = True
            if label["rest"].strip():
                self.items[-1].lines.append(Line(para, label.start("rest"), label["rest"].strip(), True))
            return
        if re.match(r"\W*会议\W?决定", line):
            self.items[-1].lines.append(Line(para, 0, line, True))
            return
        if OTHER.match(line):
            self.concluding = False
        bullet = BULLET.match(line) or _POINT.match(line)
        start = bullet.end() if bullet else 0
        self.items[-1].lines.append(Line(para, start, line[start:].rstrip(), self.concluding))


def _number(written: str | None) -> int | None:
    if not written:
        return None
    return int(written) if written.isdigit() else "一二三四五六七八九十".find(written[-1]) + 1
