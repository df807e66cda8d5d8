"""Which lines of a page are info lines: told by the lines beside them where one alone could be either."""

import re

from data.segment.headings import is_label
from data.segment.info import Info, read_info

_MOST_BARE_DATES = 2
"""A text with more lines that are only a date is a diary of meetings: they head its parts."""

_APART = re.compile(r"(?:时间|日期|地点|主持|参加|出席|参会|记录)[ 　]+\S")
"""A label that only blanks part from its value: 日期 2031.3.5."""

_OF_MEETING = "会议"


def info_lines(lines: list[str]) -> dict[int, Info]:
    """The info lines by number; a date among the header lines of minutes (时间, 地点, 主持人) is the meeting's."""
    filled = [at for at, line in enumerate(lines) if line.strip("|")]
    found = {at: info for at in filled if (info := read_info(lines[at])) is not None}
    labels = {at for at in filled if is_label(lines[at]) or _APART.match(lines[at])}
    beside = {at: {before, after} for before, at, after in zip([-1, *filled], filled, [*filled[1:], -1], strict=False)}
    dates = {at for at, info in found.items() if info.fields == 1 and info.published}
    headers = {at for at in dates & labels if _OF_MEETING in lines[at] or labels.intersection(beside[at])}
    bare = dates - labels
    diary = bare if len(bare) > _MOST_BARE_DATES else set()
    return {at: info for at, info in found.items() if at not in headers | diary}
