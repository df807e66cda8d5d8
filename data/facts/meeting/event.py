"""Whether a report tells of a meeting that took place: previews, letters, obituaries, explanations and interviews do not."""

import re

from data.facts.meeting import signals
from data.facts.meeting.name import Name
from data.records import TITLE, Report

_NOT_TITLE = re.compile(signals.any_of("not_titles"))
_AHEAD = re.compile(signals.any_of("ahead"))
_HELD = re.compile(
    rf"{signals.any_of('holds')}|{signals.any_of('held')}|上(?:强调|指出|讲话)|座谈|纪要|决议|会议记录|会议纪录|例会"
)


def took_place(report: Report, name: Name | None, minutes: bool) -> bool:
    """True for minutes; else the title or the opening must hold a meeting and nothing may put it in the future."""
    if minutes:
        return True
    if name is None:
        return False
    opening = report.paras[0] if report.paras else ""
    title = report.title
    if _NOT_TITLE.search(title) and not (name.para == TITLE and _HELD.search(title) and not _AHEAD.search(title)):
        return False
    lead = opening[: opening.find("。") + 1 or len(opening)]
    ahead = _AHEAD.search(lead)
    return not (ahead and re.search(signals.any_of("held"), lead[ahead.end() :]))
