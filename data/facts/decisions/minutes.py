"""Minutes kept line by line → their items: a title, and under it labelled or bulleted lines."""

import re
from collections.abc import Iterator
from dataclasses import replace

from data.facts.decisions.headings import Heading, number_of, part_of, read_heading
from data.facts.decisions.lines import (
    ANNOUNCES,
    BULLET,
    CONCLUDED,
    CONCLUDES,
    CONCLUSION,
    FORMAL,
    HEADER,
    LISTS_TOPICS,
    MOVED,
    NAMED,
    NO_TOPIC,
    NUMBERED,
    OTHER,
    PRESENTED,
    PRESENTING,
    PROPOSED,
    REPORTS,
    RESOLVED,
    STARRED,
    STARRED_OR_DASHED,
    VERDICT,
)
from data.facts.decisions.rows import read_rows
from data.facts.decisions.sheet import Item, Line, Minutes

_POINT = re.compile(r"\s*\d{1,2}[.、．)）]\s*(?=\D)")
_LISTED = re.compile(
    r"\s*(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,2}[)）]|\d{1,2}[.、．)）])\s*(?=\D)"
)
_SENTENCE = re.compile(r"[^。]+。?")
_HEADER_LINES = 15  # lines in which the form shows itself
_REACH = 600  # characters of an item told in one line
_LONGEST = 160  # characters; a longer line is running text
_FORMAL = re.compile(r"关于|听取|审议|研究|讨论|学习|传达|通报|审定|部署|安排")  # heads over running text
_SHORT = 30  # characters of a heading over prose
_MOST_ITEMS = 60  # an agenda with more is none
_LOOK_AHEAD = 3  # lines after a numbered line in which an item shows itself
_NONE = Minutes((), ())
_ORDINALS = ("capital", "han", "paren")


def read_minutes(paras: tuple[str, ...]) -> Minutes:
    """The items of `paras`; nothing where the page is not kept line by line."""
    if len(paras) < _LOOK_AHEAD + 2 or not _kept_by_lines(paras):
        return _NONE
    reader = _Reader(paras)
    for para in range(len(paras)):
        reader.read(para)
    rows = tuple(read_rows(paras))
    items = (*_latest(reader.items or reader.overview), *rows)
    return Minutes(items, tuple(reader.resolutions), frozenset(reader.loose - {row.para for row in rows}))


def _kept_by_lines(paras: tuple[str, ...]) -> bool:
    """Whether the page has header lines (主持人：…), Markdown headings, or counted items and labelled conclusions."""
    if any(HEADER.match(line) for line in paras[:_HEADER_LINES]):
        return True
    if any(map(ANNOUNCES.search, paras)):
        return True
    if sum(line.startswith("#") for line in paras) > 1:
        return any(line.startswith("#") and (read := read_heading(line)) and part_of(read.text) for line in paras)
    if sum(NAMED.match(line) is not None for line in paras) > 1 and any(map(CONCLUSION.match, paras)):
        return True
    return any(NUMBERED.match(line) for line in paras[:_HEADER_LINES]) and any(map(CONCLUSION.match, paras))


def _latest(items: list[Item]) -> Iterator[Item]:
    """Items without those that come again under the same number with what became of them."""
    last = {(item.style, item.number): item for item in items}
    for item in items:
        if item.lines or item.number is None or last[item.style, item.number] is item:
            yield item


def _style(heading: Heading) -> str:
    """The style of items that such a heading opens."""
    return "numbered" if heading.style == "arabic" else heading.style


class _Reader:
    """Goes over the lines once; `place` is the kind of section it is in."""

    def __init__(self, paras: tuple[str, ...]) -> None:
        self.paras = paras
        self.items: list[Item] = []
        self.overview: list[Item] = []
        """Topics listed at first, where an agenda told in full comes after them."""
        self.resolutions: list[Line] = []
        self.loose: set[int] = set()
        self.place = "header"
        self.section: Heading | None = None
        self.announced = False
        """Whether the section of resolutions was opened by a sentence, and so ends with its list."""
        self.concluding = False
        self.resolving = False
        """Whether the bullets that come are resolutions of their own."""
        self.concluded = 0
        """The number of the last numbered line of the conclusion."""
        self.style = ""
        self.depth = 0
        """How deep the headings of the items stand, where they are Markdown headings."""
        self.after_section = 0
        """The number that follows a numbered section heading among the items (2、遗留问题跟踪)."""

    def read(self, para: int) -> None:
        """Take in the next line."""
        line = self.paras[para]
        heading = read_heading(line)
        if len(line) > _LONGEST * 3:
            self._running(para)
        elif self._enters_section(line, heading):
            return
        elif found := self._title(para, heading):
            self.place, self.concluding, self.resolving = "items", False, False
            self.depth = heading.depth if heading else 0
            self.items.append(found)
        elif self.place == "items" and self.items:
            self._body(para)
        elif self.place == "resolutions" and not (self.announced and not _LISTED.match(line)):
            self._resolves(para)
        else:
            self._running(para)

    def _running(self, para: int) -> None:
        line = self.paras[para]
        if self.place == "resolutions" or (self.place == "people" and ("。" in line or len(line) > _LONGEST)):
            self.place = "other"
        if self.place not in ("skipped", "people") and not HEADER.match(line):
            self.loose.add(para)

    def _resolves(self, para: int) -> None:
        line = self.paras[para]
        if not self._concludes_item(para) and not line.startswith(("|", "#")):
            bullet = BULLET.match(line) or _LISTED.match(line)
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

    def _enters_section(self, line: str, heading: Heading | None) -> bool:
        self.announced = self.announced and self.place == "resolutions"
        if ANNOUNCES.search(line) and self.place != "items":
            self.place, self.announced = "resolutions", True
            return True
        if heading is None:
            return False
        part = part_of(heading.text)
        if part is None and self._leaves(line, heading):
            part = "other"
        if part is None or self._is_label(line, heading, part):
            return False
        sibling = _style(heading) == self.style
        if (
            part == "agenda"
            and self.items
            and not sibling
            and not any(item.lines or item.motion for item in self.items[:_MOST_ITEMS])
        ):
            self.overview, self.items, self.style = self.items, [], ""
        self.place, self.concluding, self.section, self.announced = part, False, heading, False
        numbered = NUMBERED.match(line)
        self.after_section = int(numbered["number"]) + 1 if numbered else 0
        return True

    def _leaves(self, line: str, heading: Heading) -> bool:
        """Whether an unknown heading stands beside that of the section, and so ends it."""
        inside = self.section is not None and self.place != "header" and not NAMED.match(line)
        return inside and heading.style != "arabic" and heading.beside(self.section)  # type: ignore[arg-type]  # inside

    def _is_label(self, line: str, heading: Heading, part: str) -> bool:
        """Whether what looks like a heading is a label within the item (讨论：, 结论：)."""
        if self.place == "skipped":
            return heading.style == "plain" and part == "resolutions" and CONCLUSION.match(line) is not None
        if self.place != "items":
            return False
        if heading.style == "hash":
            return 0 < self.depth < heading.depth
        if self.depth and heading.style in ("plain", "bold"):
            return part in ("agenda", "other", "resolutions")
        if part == "resolutions":
            bare = [item for item in self.items[-2:] if not item.lines]
            return len(bare) < len(self.items[-2:]) + (len(self.items) == 1)
        return part in ("agenda", "other", "people") and OTHER.match(line) is not None

    def _title(self, para: int, heading: Heading | None) -> Item | None:
        line = self.paras[para]
        if inline := self._inline(para):
            return inline
        if len(line) > _LONGEST or "。" in line.rstrip("。 ") or FORMAL.match(line) or NO_TOPIC.search(line):
            return None
        named = NAMED.match(line)
        if named:
            if self.style == "numbered" and number_of(named["number"]) == 1 and not self._concluded():
                self.items.clear()  # an overview of what comes under 议题一
            self.style = "named"
            moved = MOVED.match(line) is not None
            return replace(self._item(para, named.start("title"), number_of(named["number"])), motion=moved)
        if (proposed := PROPOSED.match(line)) and any(map(CONCLUSION.match, self.paras[para + 1 : para + 2])):
            return self._item(para, proposed.start("title"), None)
        if self.place not in ("people", "skipped", "resolutions") and (report := REPORTS.match(line)):
            return self._item(para, report.start("title"), None)
        numbered = NUMBERED.match(line)
        if heading and self._stands_over(para, heading):
            self.style = _style(heading)
            return self._item(para, heading.start, heading.number)
        goes_on = numbered is not None and self._goes_on(para, int(numbered["number"]))
        if self.style == "named" or (self.place in ("skipped", "people", "resolutions") and not goes_on):
            return None
        if numbered and self.style in ("", "numbered") and self._opens_item(para, numbered):
            self.style = "numbered"
            return self._item(para, numbered.start("title"), int(numbered["number"]))
        if heading and self._stands_below(line, heading):
            self.style = heading.style
            return replace(self._item(para, heading.start, heading.number), headed=heading.style == "hash")
        starred = STARRED.match(line)
        if starred and self.style in ("", "starred") and self.place in ("agenda", "items") and self._is_topic(starred):
            self.style = "starred"
            return self._item(para, starred.start("title"), None)
        return None

    def _inline(self, para: int) -> Item | None:
        """An item that is told whole in one line: 案由一：X案。说明：… 决议：照案通过."""
        line = self.paras[para]
        if not CONCLUDES.search(line, 0, _REACH):
            return None
        named = NAMED.match(line, 0, _LONGEST)
        numbered = NUMBERED.match(line, 0, _LONGEST) if self.place in ("agenda", "items") else None
        match = named or numbered
        first = _SENTENCE.match(line, match.start("title")) if match else None
        if match is None or first is None or first.end() >= len(line.rstrip()):
            return None
        self.style = "named" if named else "numbered"
        item = Item(number_of(match["number"]), para, first.start(), first[0].rstrip("。 "), style=self.style)
        for sentence in _SENTENCE.finditer(line, first.end()):
            label = CONCLUSION.match(line, sentence.start(), sentence.end())
            start = label.start("rest") if label else sentence.start()
            item.lines.append(Line(para, start, line[start : sentence.end()].rstrip("。 "), label is not None))
        item.motion = MOVED.match(line) is not None
        return item

    def _stands_below(self, line: str, heading: Heading) -> bool:
        """Whether a heading is one of the agenda's: deeper than the agenda's own, or in ordinals of another kind."""
        among = self.style in ("", heading.style) and self.place in ("agenda", "items") and self.section is not None
        if not among or self.section is None or HEADER.match(line):
            return False
        if heading.style == "hash":
            return self.section.style != "hash" or 0 < self.section.depth < heading.depth
        return heading.style in _ORDINALS and heading.style != self.section.style

    def _stands_over(self, para: int, heading: Heading) -> bool:
        """Whether a short numbered line without an agenda above stands over its own text or verdict."""
        if self.style not in ("", _style(heading)) or heading.number is None or len(heading.text) > _SHORT:
            return False
        if self.place not in ("header", "people", "items", "other", "agenda") or HEADER.match(self.paras[para]):
            return False
        below = self.paras[para + 1] if para + 1 < len(self.paras) else ""
        settled = CONCLUSION.match(below) is not None or VERDICT.match(below) is not None
        follows = heading.number == ((self.items[-1].number or 0) + 1 if self.items else 1)
        if settled or not follows:
            return settled and (follows or heading.number == 1)
        if _FORMAL.match(heading.text) or heading.text[-1] in "，；：。":
            return False
        other = read_heading(below)
        return len(below) > _SHORT // 2 and "。" in below and (other is None or other.style != heading.style)

    def _concluded(self) -> bool:
        return any(line.concludes for item in self.items[:_MOST_ITEMS] for line in item.lines)

    def _item(self, para: int, start: int, number: int | None) -> Item:
        self.after_section = self.concluded = 0
        return Item(number, para, start, self.paras[para][start:].rstrip(" *|#"), style=self.style)

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
        told = PRESENTED.search(title) is not None or PRESENTING.match(title) is not None
        return labelled or bulleted or told or (number == expected and self._listed())

    def _listed(self) -> bool:
        """Whether the section lists topics, and the item so far has no numbered lines of its own."""
        topics = self.section is not None and LISTS_TOPICS.search(self.section.text)
        body = self.items[-1].lines if self.items and self.place == "items" else []
        return bool(topics) and not any(NUMBERED.match(self.paras[line.para]) for line in body[:_MOST_ITEMS])

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
        if self.resolving and STARRED_OR_DASHED.match(line) and not label:
            self._resolves(para)
            return
        self.resolving = False
        if label:
            self.concluding = True
            following = self.paras[para + 1] if para + 1 < len(self.paras) else ""
            if RESOLVED.fullmatch(line) and STARRED_OR_DASHED.match(following):
                self.resolving = self.items[-1].settled = True
                return
            if label["rest"].strip():
                self.items[-1].lines.append(Line(para, label.start("rest"), label["rest"].strip(), True))
            return
        if re.match(r"\W*会议\W?决定", line) or VERDICT.match(line):
            self.items[-1].lines.append(Line(para, 0, line, True))
            return
        if OTHER.match(line):
            self.concluding = False
        bullet = BULLET.match(line) or _POINT.match(line)
        start = bullet.end() if bullet else 0
        self.items[-1].lines.append(Line(para, start, line[start:].rstrip(), self.concluding))
