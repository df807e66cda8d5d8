"""A question about several meetings, each described apart → what the question says of each."""

import re
from collections.abc import Sequence

from retrieval.question.frames import Asked

_COUNTED = re.compile("哪[两二三四俩几](?:个|次|场|回|篇|份)?|分别|各自?是|都是哪|各[开在由]")
_BOUND = re.compile("[，,；;：:。？！?!]|(?<=[里中])\\s+")
_JOINT = re.compile("以及|还有|[、和跟与]")
_FILLER = re.compile(
    "^(?:还有|以及|和|跟)|(?:这?[两三俩](?:家|个|次|场|边)|都算|都要|分别|各自?|都|一共|总共|，|的是)+$"
)
_LEAST, _BARE = 2, 4
"""Characters: of a description at all, and of one that needs what the others say."""
_MEETING = re.compile("会|评审|[次场]")


def descriptions(text: str, frames: Sequence[Asked]) -> tuple[str, ...]:
    """The stretches that each describe a meeting; () where the question is about one, or about all of a sort."""
    asking = next((one for one in frames), None)
    if asking is None or not _COUNTED.search(text) or _TOGETHER.search(text):
        return ()
    before, behind = text[: asking.start], text[asking.end :]
    lists = _lists(before) or (_lists(behind) if asking.frame.kind == "which_meetings" else ())
    if len(lists) < _LEAST:
        return ()
    if asking.frame.kind != "which_meetings" and not all(_MEETING.search(one) for one in lists):
        return ()
    tail = behind if _lists(before) else before
    return tuple(f"{one} {tail}" if len(one) <= _BARE else one for one in _shared(lists))


_TOGETHER = re.compile("都(?:参加|出席|在|去|来|到)|一起(?:参加|出席)|共同(?:参加|出席)")


def _lists(text: str) -> tuple[str, ...]:
    """The joined descriptions at the end of `text`, each with what stands before the list."""
    segments = [part for part in _BOUND.split(text) if len(_plain(part)) >= _LEAST]
    if not segments:
        return ()
    inner = _parts(segments[-1])
    if len(inner) >= _LEAST:
        return tuple(f"{' '.join(segments[:-1])} {one}".strip() for one in inner)
    if len(segments) > _LEAST and "：" not in text and ":" not in text and len(_plain(segments[0])) <= _OPENING:
        return tuple(f"{segments[0]} {_plain(one)}" for one in segments[1:])
    opened = 1 if re.search("[：:]", text) else 0
    rest = [_plain(one) for one in segments[opened:]]
    return tuple(f"{segments[0]} {one}" for one in rest) if opened else tuple(rest)


_OPENING = 12


def _parts(text: str) -> list[str]:
    """Cut at 、 where there is one, else at the middle 和: names of meetings hold some themselves."""
    for joint in ("、", "以及|还有", "[和跟与]"):
        parts = [_plain(part) for part in re.split(joint, text)]
        if len(parts) >= _LEAST and all(len(part) >= _LEAST for part in parts):
            return parts
    return []


def _plain(text: str) -> str:
    return _FILLER.sub("", text.strip())


def _shared(lists: Sequence[str]) -> list[str]:
    """Each with the day of the first, with what 各 says of all, and a short one with what the last says behind 的."""
    day, *others = (_DAY.findall(one)[0] for one in lists)
    if day and not any(others):
        lists = [lists[0], *(f"{day}{one}" for one in lists[1:])]
    both = _OF_EACH.search(lists[-1])
    if both:
        lists = [*(f"{one}{both[1]}{both[2]}" for one in lists[:-1]), _OF_EACH.sub(r"\1\2", lists[-1])]
    behind = re.search("的(.{4,})$", lists[-1])
    return [f"{one}的{behind[1]}" if behind and len(one) <= _BARE else one for one in lists]


_DAY = re.compile(r"^(?:(?:\d{2,4}|去|今|前)年)?(?:\d{1,2}月份?)?(?:\d{1,2}[日号])?的?")
_OF_EACH = re.compile("各自?(?:都)?(召?开|主持|参加|举行|出席)了?一?[个次场回]?(.*)$")
