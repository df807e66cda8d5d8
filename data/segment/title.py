"""The title wherever it stands: as the format states it, below a bar, above the body, or after it."""

import re
from dataclasses import dataclass

from config import lexicon
from data.segment.headings import (
    is_byline,
    is_document_number,
    is_heading,
    is_organisation,
    is_subheading,
    says_meeting,
)

_MOST_LINES = 4
_SHORT = 7
_BARS = "|｜"


@dataclass(frozen=True, slots=True)
class Layout:
    """A page's title, its parts joined, and the numbers of the lines that are its body, in order."""

    title: str
    body: tuple[int, ...]


def find_title(page: list[str], stated: str | None = None) -> Layout:
    """The layout of a page of lines, blank ones among them; `stated` is what the format gives as the title."""
    bar = next((at for at, line in enumerate(page) if line.startswith(tuple(_BARS))), None)
    lines = [line.strip(_BARS + " 　") for line in page]
    chosen = (
        (_stated(lines, stated) if stated else [])
        or (_below_bar(lines, bar) if bar is not None else [])
        or ([] if stated else _above(lines) or _below(lines))
    )
    title = joined([lines[at] for at in chosen]) or _without_column(stated or "")
    lead = _lead(lines)
    out = {*chosen, *(at for at in range(lead) if (chosen and min(chosen) < lead) or stated)}
    copies = {_bare(title), _bare(stated or title), *(_bare(lines[at]) for at in chosen)}
    body = (at for at, line in enumerate(lines) if line and at not in out and _bare(line) not in copies)
    return Layout(title, tuple(body))


def _is_leftover(line: str) -> bool:
    """Whether a line between title and body is no body: who issued it, its number, its author, a menu's word."""
    return is_document_number(line) or is_byline(line) or is_organisation(line) or len(line) <= _SHORT


def joined(parts: list[str]) -> str:
    """Title and sub-headings in one line: a space between, none where the first part is only half of a phrase."""
    title = ""
    for part in parts:
        gap = "" if not title or _goes_on(title, part) else " "
        title += gap + " ".join(part.split())
    return _without_column(title)


def _goes_on(first: str, second: str) -> bool:
    if is_subheading(second):
        return False
    if first.endswith(lexicon.words("headings", "verbs")):
        return says_meeting(second)
    if first.endswith(lexicon.words("headings", "unfinished")):
        return True
    return is_organisation(first) and not says_meeting(first) and bool(_FOLLOWS.match(second) or says_meeting(second))


_FOLLOWS = re.compile(r"第|关于|\d{4}年")


def _without_column(title: str) -> str:
    """The title without the column or site that a page's <title> adds behind - _ or |."""
    head, mark, tail = _last_mark(title)
    if mark and len(head) >= _SHORT and tail.endswith(lexicon.words("headings", "columns")) and not says_meeting(tail):
        return _without_column(head)
    return title


def _last_mark(title: str) -> tuple[str, str, str]:
    match = re.search(r"^(.*\S)\s*(--|[-_|｜])\s*([^-_|｜]{2,20})$", title)
    return (match[1], match[2], match[3]) if match else (title, "", "")


def _bare(text: str) -> str:
    return re.sub(r"[\s　|｜]+", "", text)


def _lead(lines: list[str]) -> int:
    """How many lines stand before the body: the first line that is no heading, document number or byline."""
    for at, line in enumerate(lines):
        if line and not (is_heading(line) or is_document_number(line) or is_byline(line) or len(line) <= 2):
            return at
    return 0


def _stated(lines: list[str], stated: str) -> list[int]:
    """The longest run of lines that the stated title holds, with the sub-headings below it."""
    target = _bare(stated)
    filled = [at for at, line in enumerate(lines) if line]
    runs = (_run(lines, filled[index : index + _MOST_LINES], target) for index in range(len(filled)))
    best = max(runs, key=lambda run: sum(len(_bare(lines[at])) for at in run), default=[])
    size = sum(len(_bare(lines[at])) for at in best)
    return _with_subheadings(lines, best) if size >= min(_SHORT, len(target)) else []


def _run(lines: list[str], numbers: list[int], target: str) -> list[int]:
    """As many of the lines as stand in `target` one after the other."""
    run: list[int] = []
    text = ""
    for at in numbers:
        text += _bare(lines[at])
        if text not in target:
            break
        run.append(at)
    return run


def _with_subheadings(lines: list[str], run: list[int]) -> list[int]:
    """The run with the headings right below it, and one across a blank line if it reads like a sub-heading."""
    while len(run) < _MOST_LINES:
        below = run[-1] + 1
        gap = below < len(lines) and not lines[below]
        at = below + gap
        if at >= len(lines) or not is_heading(lines[at]) or (gap and not is_subheading(lines[at])):
            break
        run = [*run, at]
    return run


def _below_bar(lines: list[str], bar: int) -> list[int]:
    start = next((at for at in range(bar, len(lines)) if lines[at]), None)
    if start is None or not is_heading(lines[start]):
        return []
    return _with_subheadings(lines, [start])


def _above(lines: list[str]) -> list[int]:
    """The group of headings over the body that reads most like a meeting's; under a document number before over it."""
    groups: list[list[int]] = [[]]
    numbered = 0
    for at in range(_lead(lines)):
        if is_document_number(lines[at]):
            numbered = at
        if is_heading(lines[at]):
            groups[-1].append(at)
        elif groups[-1]:
            groups.append([])
    found = [group for group in groups if group]
    about = [group for group in found if _is_meeting(lines, group)]
    chosen = next((group for group in about if group[0] > numbered), about[0] if about else found[-1] if found else [])
    before = found[found.index(chosen) - 1] if chosen in found[1:] else []
    if len(before) == 1 and _goes_on(lines[before[0]], lines[chosen[0]]):
        chosen = [*before, *chosen]
    return _with_subheadings(lines, chosen[:_MOST_LINES]) if chosen else []


def _is_meeting(lines: list[str], group: list[int]) -> bool:
    return any(says_meeting(lines[at]) and not is_organisation(lines[at]) for at in group)


def _below(lines: list[str]) -> list[int]:
    """A heading after the body, where the page shows its parts in another order."""
    filled = [at for at, line in enumerate(lines) if line][-3:]
    found = [
        at for at in filled if is_heading(lines[at]) and says_meeting(lines[at]) and not is_organisation(lines[at])
    ]
    return found[:1]
