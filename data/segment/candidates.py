"""Where a title may stand: in what the format states, below a bar, above the body, after it. As numbers of lines."""

import re

from data.segment.dates import NUMERIC
from data.segment.headings import (
    ends_in_label,
    is_byline,
    is_document_number,
    is_heading,
    is_label,
    is_organisation,
    is_site,
    is_subheading,
    says_meeting,
)
from data.segment.joining import goes_on

_MOST_LINES = 4
_SHORT = 7
_LONGEST_PART = 40
_MENU = re.compile(r"(?:\S{1,4}\s+){2,}\S{1,4}|(?:[^\s\d]{1,12}\s+){3,}[^\s\d]{1,12}")
_HAN = re.compile(r"[㐀-鿿]")
_NEXT = re.compile(r"\W*下(?:一?[次期届周]|个?月)")  # 【下次会议】11/14 tells of the next one
_NO_PART = re.compile(rf"{NUMERIC}|\A[\[【]")
_STARTS_BODY = re.compile(
    r"\d{4}年\d{1,2}月|\d{1,2}月\d{1,2}日|[昨今近日][日天前]|会议(?!纪要|记录|公告)|会上|本次会|经(?:研究|审议|讨论)"
)


def bare(text: str) -> str:
    """The text without white space and bars: what two copies of a title have in common."""
    return re.sub(r"[\s　|｜]+", "", text)


def lead(lines: list[str]) -> int:
    """How many lines stand before the body: the first line that is no heading, document number or byline."""
    named = False
    for at, line in enumerate(lines):
        head = is_heading(line) or is_document_number(line) or is_byline(line) or _asks(line)
        if line and (not head or (named and _heads_minutes(lines, at))):
            return at
        named = named or says_meeting(line)
    return len(lines)


def _asks(line: str) -> bool:
    """A character or two, or a few before a colon, such as a search box has."""
    return len(line) <= 2 or (len(line) <= _SHORT and line.endswith(("：", ":")) and not is_label(line))


def in_stated(lines: list[str], stated: str) -> list[int]:
    """The longest run of lines that the stated title holds, with the sub-headings below it."""
    target = bare(stated)
    filled = [at for at, line in enumerate(lines) if line]
    runs = (_run(lines, filled[index : index + _MOST_LINES], target) for index in range(len(filled)))
    best = max(runs, key=lambda run: sum(len(bare(lines[at])) for at in run), default=[])
    size = sum(len(bare(lines[at])) for at in best)
    return _with_subheadings(lines, best) if size >= min(_SHORT, len(target)) else []


def _run(lines: list[str], numbers: list[int], target: str) -> list[int]:
    """As many of the lines as stand in `target` one after the other."""
    run: list[int] = []
    text = ""
    for at in numbers:
        text += bare(lines[at])
        if text not in target:
            break
        run.append(at)
    return run


def _with_subheadings(lines: list[str], run: list[int]) -> list[int]:
    """The run with the headings right below it, and one across a blank line if it reads like a sub-heading."""
    while run and len(run) < _MOST_LINES:
        below = run[-1] + 1
        gap = below < len(lines) and not lines[below]
        at = below + gap
        if at >= len(lines) or not is_heading(lines[at]) or (gap and not is_subheading(lines[at])):
            break
        if is_organisation(lines[at]) or is_site(lines[at]) or not _is_part(lines[at]) or _heads_minutes(lines, at):
            break
        run = [*run, at]
    return run


def _is_part(line: str) -> bool:
    """Whether a heading below a title can belong to it and does not start the body without a full stop."""
    return len(line) <= _LONGEST_PART and not _STARTS_BODY.match(line) and not _NO_PART.search(line)


def _heads_minutes(lines: list[str], at: int) -> bool:
    """Whether a line has a label, or it and the next what may be one, as minutes begin: 主任：顾城 / 干事：林岚."""
    if ends_in_label(lines[at]):
        return True
    following = next((line for line in lines[at + 1 :] if line), "")
    return not says_meeting(lines[at]) and all(map(_FIELD.match, (lines[at], following)))


_FIELD = re.compile(r"\W{0,3}[\u4e00-\u9fff]{2,10}[：:]\s*\S")


def below_bar(lines: list[str], bar: int) -> list[int]:
    """The heading on the line of the bar or the next one that is not blank, with the sub-headings below it."""
    start = next((at for at in range(bar, len(lines)) if lines[at]), None)
    if start is None or not is_heading(lines[start]):
        return []
    return _with_subheadings(lines, [start])


def above(lines: list[str]) -> list[int]:
    """The headings over the body that read most like a meeting's title; under a document number before over it."""
    heads_of = range(lead(lines))
    numbered = max((at for at in heads_of if is_document_number(lines[at])), default=-1)
    heads = [at for at in heads_of if is_heading(lines[at])]
    about = [at for at in heads if is_about(lines[at]) and not _MENU.fullmatch(lines[at])]
    if not about:
        own = [
            at for at in heads if not (is_site(lines[at]) or is_organisation(lines[at]) or _MENU.fullmatch(lines[at]))
        ]
        longest = max(own, key=lambda at: len(_HAN.findall(lines[at])), default=None)
        return [] if longest is None else _with_subheadings(lines, [longest])
    start = next((at for at in about if at > numbered), about[0])
    before = max((at for at in heads if at < start), default=None)
    alone = before is None or _MENU.fullmatch(lines[before]) or not goes_on(lines[before], lines[start])
    run = [start] if before is None or alone else [before, start]
    return _with_subheadings(lines, run)


def below(lines: list[str]) -> list[int]:
    """A heading after the body, where the page shows its parts in another order."""
    filled = [at for at, line in enumerate(lines) if line][-3:]
    return [at for at in filled if is_heading(lines[at]) and is_about(lines[at]) and not _NEXT.match(lines[at])][:1]


def is_about(line: str) -> bool:
    """Whether a heading names a meeting, and is neither a body's name nor a menu's word."""
    return says_meeting(line) and not is_organisation(line) and len(line) >= _SHORT - 1
