"""What a line of minutes can be: a header, a section, an item's title, a label."""

import re

from config.lexicon import words
from data.facts.decisions.verbs import NUMBER
from data.facts.patterns import any_of

HEADER = re.compile(
    r"[-*•#>|\s]*(?:[一二三四五六七八九十\d]{1,2}[、.])?\s*(?:[A-Za-z ]+)?"
    rf"{any_of(words('minutes', 'headers.words'))}\**\s*(?:[(（][A-Za-z ]+[)）])?\s*[:：]"
    rf"|\s*#+\s*{any_of(words('minutes', 'headers.words'))}\s",
    re.IGNORECASE,
)
BULLET = re.compile(r"\s*(?:[-*•#>/—]+|\d+\)|[（(]\d+[)）])\s*")
NAMED = re.compile(
    r"\s*(?:[#*-]+\s*)?\**(?:申报)?(?:议题|案由|决策点|动议|提案|Topic|Item)\s*(?P<number>\d+|[一二三四五六七八九十]+)?"
    r"\s*[:：、.\-—－]\s*(?P<title>.+)",
    re.IGNORECASE,
)
NUMBERED = re.compile(
    r"\s*(?:(?P<hash>#{1,5})\s*)?(?P<number>\d{1,2})\s*(?:[.、．]|(?<=\d)\s)\s*(?P<title>\D.+|\d{2}.+)"
)
STARRED = re.compile(r"\s*[*•]\s*(?P<title>\S.+)")
HEADING = re.compile(
    r"\s*(?P<hash>#{2,6})\s*(?:[一二三四五六七八九十壹贰叁参肆伍陆柒捌玖]+[、.]\s*)?(?P<title>[^#\s].*)"
)
_ORDINAL = r"(?:#+\s*)?(?:[一二三四五六七八九十壹贰叁参肆伍陆柒捌玖]+[、.]|[\d.]+[、.]?)?\s*"


def _section(name: str) -> re.Pattern[str]:
    group = any_of(words("minutes", f"sections.{name}"))
    return re.compile(
        rf"\s*{_ORDINAL}\**(?:[A-Za-z ]+\s)?{group}\s*(?:[(（][A-Za-z ]+[)）])?\s*\**\s*[:：]?\s*\**$", re.IGNORECASE
    )


def _label(name: str) -> re.Pattern[str]:
    group = any_of(words("minutes", f"labels.{name}"))
    return re.compile(
        rf"(?:[-*•#>/\s【\[]|\d+[.、]\s)*{group}[】\]]?\s*\**\s*(?:[:：]|$)\s*\**\s*(?P<rest>.*)", re.IGNORECASE
    )


AGENDA, RESOLUTIONS, SKIPPED = _section("agenda"), _section("resolutions"), _section("skipped")
CONCLUSION, OTHER = _label("conclusion"), _label("other")
CONCLUDED = re.compile(r"\s*(?:同意|通过|全票通过|不同意|不通过)(?!以下|过)")
_NAMES = r"@?[\w·\s/，,、.]{2,24}"
PRESENTED = re.compile(
    rf"(?:(?:[—－–]|-\s|\s-|--)\s*{_NAMES}"
    r"|\s{2,}[\u4e00-\u9fff、/]{2,12}|(?<=[\u4e00-\u9fff]{6})\s[\u4e00-\u9fff]{2,3}"
    r"|[（(][^（）()]*[)）]|汇报人.*|申请人.*|\s*[，,]?\s*https?://\S+"
    r"|讨论|介绍|评审|研讨|述职|汇报|申请|征集|计划沟通|提案"
    r")\s*[。：:]?$"
)
"""A title that ends in who presents it or what is done with it."""

PRESENTING = re.compile(r"[\u4e00-\u9fff]{2,3}(?:\s*/\s*[\u4e00-\u9fff]{2,3})*(?:[:：]|\s+(?=\S{4}))")
"""A title that begins with who presents it."""

FORMAL = re.compile(rf"(?:{NUMBER})?(?:会议)?{any_of(words('minutes', 'titles.formal'))}")
"""A numbered line that is itself a formal act, as in announcements of resolutions (1、审议通过了《…》)."""
