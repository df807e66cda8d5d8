"""Headings that open, leave or only look like a part of the minutes."""

from data.facts.decisions.minutes.headings import Heading, part_of
from data.facts.decisions.minutes.lines import (
    ANNOUNCES,
    CLOSED,
    CONCLUSION,
    EXECUTED,
    NAMED,
    NUMBERED,
    OF_MOTION,
    OPINES,
    OTHER,
    OWN_MINUTES,
    REPORTS,
    REPORTS_OF_ALL,
    SPEECH,
    VERDICT,
)
from data.facts.decisions.minutes.state import State, style_of
from data.facts.decisions.minutes.titles import HEARD

_MOST_ITEMS = 60  # an agenda with more is none
_ONE_LINE = ("settled", "dashed")  # styles of items told whole in a line, which say nothing of those of another part


def enters_part(at: State, para: int, heading: Heading | None) -> bool:
    """Whether paragraph `para` opens a part, which `at` then stands in."""
    line = at.paras[para]
    at.announced = at.announced and at.place == "resolutions"
    if ANNOUNCES.search(line) and at.place != "items":
        at.place, at.announced = "resolutions", True
        return True
    if OPINES.search(line) and at.place != "items":
        at.place, at.section = "other", None
        at.loose.add(para)
        return True
    if OWN_MINUTES.match(line) and at.place in ("header", "other", "agenda"):
        at.place, at.section, at.own = "agenda", heading, True
        return True
    if heading is None or REPORTS.match(line) or REPORTS_OF_ALL.fullmatch(line) or OF_MOTION.match(line):
        return False
    part = part_of(heading.text)
    if part is None and heading.number is not None and SPEECH.fullmatch(heading.text):
        part = "other"
    if part is None and _leaves(at, line, heading) and not settled_below(at, para):
        part = "other"
    if (
        part is None
        or _is_label(at, line, heading, part)
        or (EXECUTED.search(heading.text) and settled_below(at, para))
    ):
        return False
    sibling = style_of(heading) == at.style
    if part == "agenda" and (at.style in _ONE_LINE or (at.items and sibling and _counts_anew(heading))):
        at.style = ""
    if (
        part == "agenda"
        and at.items
        and not sibling
        and not any(item.lines or item.motion or HEARD.search(item.title) for item in at.items[:_MOST_ITEMS])
    ):
        at.overview, at.items, at.style = at.items, [], ""
    at.place, at.concluding, at.announced, at.before = part, False, False, len(at.items)
    if heading.style == "hash" and part == "agenda":
        at.style = ""
    if not (part in ("other", "people") and _is_deeper(at.section, heading)):
        at.section = heading
    numbered = NUMBERED.match(line) or CLOSED.match(line)
    at.after_section = int(numbered["number"]) + 1 if numbered else 0
    return True


def _counts_anew(heading: Heading) -> bool:
    """Whether the items under a heading cannot go on in its own numbering."""
    return heading.number is not None and heading.style != "arabic"


def _is_deeper(section: Heading | None, heading: Heading) -> bool:
    """Whether a Markdown heading stands within the section."""
    return section is not None and 0 < section.depth < heading.depth


def _leaves(at: State, line: str, heading: Heading) -> bool:
    """Whether an unknown heading stands beside that of the section, and so ends it."""
    inside = at.section is not None and at.place != "header" and not NAMED.match(line)
    return inside and heading.style != "arabic" and heading.beside(at.section)  # type: ignore[arg-type]  # inside


def settled_below(at: State, para: int) -> bool:
    """Whether the line below says what became of what stands in `para`."""
    return any(CONCLUSION.match(line) or VERDICT.match(line) for line in at.paras[para + 1 : para + 2])


def _beside_section(at: State, heading: Heading) -> bool:
    """Whether a heading goes on in the numbering of the section that the items stand in."""
    return at.section is not None and heading.beside(at.section)


def _is_label(at: State, line: str, heading: Heading, part: str) -> bool:
    """Whether what looks like a heading is a label within the item (讨论：, 结论：)."""
    if at.place == "skipped":
        return heading.style == "plain" and part == "resolutions" and CONCLUSION.match(line) is not None
    if at.place != "items":
        return False
    if heading.style == "hash":
        return 0 < at.depth < heading.depth
    if at.depth and heading.style in ("plain", "bold"):
        return part in ("agenda", "other", "resolutions")
    if part == "resolutions" and heading.number == at.next_number and style_of(heading) == at.style != "numbered":
        return False
    if part == "resolutions" and heading.number and heading.style != "arabic" and _beside_section(at, heading):
        return False
    if part == "resolutions":
        bare = [item for item in at.items[-2:] if not item.lines]
        return len(bare) < len(at.items[-2:]) + (len(at.items) == 1)
    return part in ("agenda", "other", "people") and OTHER.match(line) is not None
