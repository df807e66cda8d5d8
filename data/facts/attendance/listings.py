"""Lists behind a verb that describes them: 参加会议的有…, 参加会议的常委有…."""

import re
from collections.abc import Iterator
from dataclasses import replace

from data.facts.attendance import roll, signals
from data.facts.attendance.trails import TRAIL, without
from data.facts.people import Mention, bare_names, offices

LISTING = re.compile(
    r"(?:^|(?<=[。；，,\n]))(?P<verb>(?:现场|应邀|受邀|线上)?(?:出席|参加|列席)|特邀(?=代表|嘉宾|领导|人员|专家)|在?主席台(?:前排)?就座|实到|实际(?:出席|到会|参会)|到会)(?:本次|此次)?(?:会议|大会|活动|座谈会|论坛|仪式|开幕式|例会)?(?:并在主席台(?:前排)?就座)?"
    r"的?(?:人员|领导|嘉宾|党外人士|人|同志|(?P<title>(?:(?!有)[\u4e00-\u9fff]){2,8}?))?(?:(?:还|主要)?有[：:]?|[^，。；]{0,8}?\d+[名人位][，,：:](?:包括|分别[为是]|[即为是])[：:]?)"
)


def list_end(masked: str, listing: re.Match[str], end: int) -> int:
    """Where the list ends: before the clause with the first verb of taking part, or at `end`."""
    start = listing.end()
    verb = signals.TRIGGER.search(masked, start, end)
    stop = max(masked.rfind(mark, start, verb.start()) for mark in "，,；") if verb else end
    return start + len(without(TRAIL, masked[start:stop].rstrip("。；;，, "))) if stop > start else start


def listed(text: str, listing: re.Match[str], end: int) -> Iterator[Mention]:
    """Everyone named between the listing and `end`."""
    office = listing.span("title") if listing["title"] and offices.ENDS_IN_HEAD.search(listing["title"]) else None
    bare = bare_names(text, listing.end(), end)
    for person in bare or (entry.person for entry in roll.people(text, listing.end(), end)):
        if office and not person.title:
            person = replace(person, title=text[slice(*office)], title_start=office[0], title_end=office[1])
        yield person
