"""Who seems to be named in a question although no report records a person of that name."""

import re
from functools import cache

from config import lexicon

_DOES = (
    "(?:都|也|又|还|在会上|一共|总共)*(?:参加|出席|坐|就座|来开|来参加|到会|到场|请假|缺席|主持|列席|来没来|去没去|到没到|有没有|是不是|是否|在没在|在不在|[来去到](?:了|过)?(?:吗|没有|没|么)(?![一-龥])|"
    "讲了|说了|发言|讲话|致辞|汇报|当选|被任命|被选|在.{1,12}?上(?:说|讲|发言|提|作|做|汇报))"
)
_WHEN = r"(?:(?:\d{1,4}[年月日号./-]){1,3}|昨天|前天|今天|上周.?|那天|那次)?"
_IS = "(?:当时|那时候?|现在)?(?:是)?(?:什么|啥)(?:职务|头衔|身份|官)|(?:那|也)?呢[？?]?$"
_BEGINS = "(?:^|会上|会议上|[，,。；;？?！! ]|[日号天周月年](?![一-龥]会)|请问|那|还有|和|跟)"


def seemingly_named(text: str) -> tuple[str, ...]:
    """Runs that begin with a surname, stand where people stand, and do what people do, in the question's order."""
    return tuple(dict.fromkeys(match["name"] for match in _pattern().finditer(text)))


def place_of(text: str) -> list[tuple[int, int]]:
    """Where these stand."""
    return [match.span("name") for match in _pattern().finditer(text)]


@cache
def family() -> str:
    """The pattern of a surname."""
    single = "".join(str(lexicon.table("surnames")["single"]).split())
    return rf"(?:{'|'.join(lexicon.words('surnames', 'compound'))}|[{single}])"


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        rf"{_BEGINS}(?P<name>(?!那[时地个次场]){family()}(?:(?!多少|有没|有谁|有哪|有什|[谁啥什哪都是的在了吗没几会])[一-龥]){{1,2}}?)(?={_WHEN}(?:{_DOES})|{_IS})"
    )
