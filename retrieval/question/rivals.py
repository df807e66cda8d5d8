"""A question that names several meetings and asks which of them did something → the meetings, and what they did."""

import re

_WHICH = re.compile("(?:是|在)?哪(?:一?[个次场回]|些|几[个次场回])(?:会议|会)?(?:上|里)?(?:才?是)?")
_EACH = re.compile("分别|各自?[是开在由]|哪[两二三]")
_BOUND = re.compile(r"[，,；;：:。？?!！\s]+")
_JOINTS = ("、", "以及|还有", "或者?|还是", "[和跟与]")
_MEETING = re.compile("会|评审|[次场]")
_THESE = re.compile(
    "[这那](?:[几两三四五俩仨些]?[个家次场]?|几)(?:会议|会)?(?:里面|里头|里|之中|当中|中)?$|[俩仨]个?会?[里中]?$"
)
_SHARED = re.compile(
    "[这那]?(?:[俩仨]|[几两三四五][个家次场])的?(?P<name>[^，、]{2,12}会议?)(?:里面|里头|里|当中|中|上)?$"
)
"""永湖镇、刘桥镇这俩安全生产会: the name that all have."""
_SAYS_NOTHING = re.compile("[的是了会呀啊呢吗上里？?。]")
_LEAST = 2


def rivals(text: str) -> tuple[tuple[str, ...], str] | None:
    """The descriptions of the meetings, and what one or some of them did; None for another sort of question."""
    which = _WHICH.search(text)
    if which is None or _EACH.search(text):
        return None
    segments = [part for part in _BOUND.split(text[: which.start()]) if part]
    claim = text[which.end() :].strip()
    if len(_SAYS_NOTHING.sub("", claim)) < _LEAST and len(segments) > 1:
        claim = segments.pop()
    described = [one for segment in segments for one in _descriptions(segment)]
    aside = " ".join(part for part in segments if not _descriptions(part) and not _THESE.fullmatch(part))
    if len(described) < _LEAST or len(_SAYS_NOTHING.sub("", claim)) < _LEAST:
        return None
    return tuple(f"{one} {aside}".strip() for one in described), claim


def _descriptions(segment: str) -> list[str]:
    """The meetings joined in a stretch of the question; one alone counts, where others stand elsewhere."""
    shared = _SHARED.search(segment)
    listed = segment[: shared.start()] if shared else _THESE.sub("", segment)
    for joint in _JOINTS:
        parts = [part.strip() for part in re.split(joint, listed) if part.strip()]
        if shared and len(parts) >= _LEAST:
            return [f"{part}{shared['name']}" for part in parts]
        if len(parts) >= _LEAST and all(_MEETING.search(part) for part in parts):
            return parts
    return [listed] if not shared and _MEETING.search(listed) else []
