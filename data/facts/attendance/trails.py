"""Adverbs between people and their verb (先后, 在会上, 以视频方式), taken off the end of a stretch."""

import re

_TRAILING = 120  # characters at the end of a stretch that can be adverbs
TRAIL = re.compile(
    r"(?:[，,]?(?:共计?|合计)[\d两二三四五六七八九十]+余?[位名人]|(?:分别|先后)?代表(?!团|大会|们|资格)[^，。、]{2,40}|等在家的?[^，。、]{2,10}|向[^，。、]{2,12}?(?=进行|作|$)|(?:就|对|围绕|结合|针对)[^，。、]{2,24}?(?=进行|作|做|提出|发表|$)|进行了?|[\d两二三四五六七八九十]+[位名][^，。、]{2,12}?(?=向|分别|先后|进行|作|$)|等(?:在家的)?[^，。、]{0,12}(?:委员|代表|专家|学者|领导|委员会成员)?(?:[、和及](?:[^，。、]{0,12}(?:委员|代表|专家|学者)))+|等\d*[^，。、]{0,12}?(?=分别|先后|应邀|还|也|均|并|共同|在|$)|在会上|在讲话中|在致辞中|在[^，。]{1,24}?(?:上|中|时|后|的)|在|召集并?|作为[^，。]{1,30}|分别|先后|应邀|还|也|均|并|共同|一起|一同|一行|同志|先生|女士|通过[^，。]{1,8}|因[^，。]{1,10}|以[^，。]{1,8}(?:方式|形式)|到会|当选为?[^，。、]{2,30})++$"
)


def without(trail: re.Pattern[str], stretch: str) -> str:
    """`stretch` without what `trail` matches at its end."""
    kept = max(0, len(stretch) - _TRAILING)
    return stretch[:kept] + trail.sub("", stretch[kept:])
