"""What kind of line this is, by its shape: heading, label, document number, byline, signature."""

import re
from functools import cache

from config import lexicon

_ENDS_SENTENCE = re.compile(r"[。；;，,：:…][”’」』）)]*$")
_EXCLAIMS = re.compile(r"[，,。].*[！？!?][”’」』）)]*$")
_ITEM = re.compile(
    r"[（(]?(?:[一二三四五六七八九十]{1,3}|[壹贰叁参肆伍陆柒捌玖拾]{1,2}|\d{1,2})[）)、.．]|第[一二三四五六七八九十\d]{1,3}[条项章]|[-*•·●■◆①-⑳]"
)
_NUMBER = re.compile(
    r".{0,30}[〔\[【（(]?(?:19|20)\d{2}[〕\]】）)]?\s*(?:年)?\s*(?:第\s*)?\d+\s*[号期]?"
    r"|[（(]?(?:总)?第\s*[\d一二三四五六七八九十百]+\s*[号期][）)]?.{0,12}|.{0,12}(?:编号|代码|文号|字号)\s*[:：].*"
)
_LONGEST = 80


def is_heading(line: str) -> bool:
    """Whether a line could be (part of) a title: short, no sentence, no label, no item number."""
    bare = line.strip()
    return (
        2 < len(bare) <= _LONGEST
        and "。" not in bare
        and not _ENDS_SENTENCE.search(bare)
        and not _EXCLAIMS.search(bare)
        and not is_label(bare)
        and not is_item(bare)
        and not is_document_number(bare)
        and not is_byline(bare)
        and not is_section(bare)
    )


def is_section(line: str) -> bool:
    """Whether a line is nothing but the heading of a part of minutes: 参会人员, 一、基本情况, 会议内容."""
    bare = _AROUND.sub("", line)
    return bare in _sections() and not says_meeting(bare)


_AROUND = re.compile(r"^[\s#*【]*(?:[一二三四五六七八九十\d]{1,2}[、.．]\s*)?|[\s*】]*$")


@cache
def _sections() -> frozenset[str]:
    """The words over the parts of minutes, also behind 会议 or 本次."""
    parts = [word for part in _PARTS for word in lexicon.words("minutes", f"sections.{part}")]
    lists = [word for role in _LISTS for word in lexicon.words("attendance", f"labels.{role}")]
    words = frozenset(word for word in (*parts, *lists) if len(word) > 1)
    return words | {before + word for before in ("会议", "本次") for word in parts}


_PARTS = ("agenda", "resolutions", "skipped", "other")
_LISTS = ("chair", "attend", "observe", "absent")


def is_item(line: str) -> bool:
    """一、…, 1. …, （二）…, · …: an item of a list."""
    return bool(_ITEM.match(line.strip()))


def is_document_number(line: str) -> bool:
    """〔2024〕37号, （第9期）, 证券代码：…: what stands over a document's heading or right under it."""
    return len(line) <= _LONGEST and bool(_NUMBER.fullmatch(line.strip()))


def is_label(line: str) -> bool:
    """主持人：…, 会议时间(Time)：…: a header line of minutes."""
    return bool(_labels().match(line))


def is_byline(line: str) -> bool:
    """A line that is one bracket around names or around who wrote and photographed."""
    return bool(_byline().fullmatch(line.strip()))


def is_organisation(line: str) -> bool:
    """Whether a line is the name of a body, as far as its end tells."""
    bare = re.sub(r"[（(][^（）()]{1,8}[）)]$", "", line.strip())
    named = 3 < len(bare) <= _SIGNATURE and bare.endswith(lexicon.words("headings", "organisations"))
    return named and not _HAPPENS.search(bare)


_SIGNATURE = 30
_HAPPENS = re.compile(r"召开|举行|举办|主持")


def is_site(text: str) -> bool:
    """Whether a text names only a site, a paper or a column, or is what programs write where no title was set."""
    bare = re.sub(r"\s", "", text)
    if says_meeting(bare):
        return False
    return bare.endswith(lexicon.words("headings", "sites")) or bare in lexicon.words("headings", "no_titles")


def says_meeting(line: str) -> bool:
    """Whether a line has a word for a meeting or its paper."""
    return any(word in line for word in lexicon.words("headings", "meeting"))


def is_subheading(line: str) -> bool:
    """Whether a line says who chaired, spoke or came, as sub-headings do."""
    return any(word in line for word in lexicon.words("headings", "subheading"))


@cache
def _labels() -> re.Pattern[str]:
    names = "|".join(sorted(lexicon.words("headings", "labels"), key=len, reverse=True))
    return re.compile(
        r"\W{0,3}(?:[（(]?[\d一二三四五六七八九十壹贰叁肆伍陆]{1,2}[）)、.．]\s*)?"
        rf"(?:会议|开会|召开|本次|参会|应到|实到|全体){{0,2}}(?:{names})(?:人员|人|单位|同志|领导)?(?:[（(][^（）()]{{1,20}}[）)])?"
        r"(?:\s*[:：】|]|(?<=会议(?:地点|时间|日期))[ 　\t])"
    )


def ends_in_label(line: str) -> bool:
    """Whether a line has a label that only its end makes one: 协商时间：, 议事地点：."""
    return bool(_core_labels().match(line))


@cache
def _core_labels() -> re.Pattern[str]:
    return re.compile(
        rf"\W{{0,3}}[\u4e00-\u9fff]{{1,4}}(?:{'|'.join(lexicon.words('headings', 'core_labels'))})\s*[:：]"
    )


@cache
def _byline() -> re.Pattern[str]:
    words = "|".join(lexicon.words("headings", "bylines"))
    name = r"[㐀-鿿][㐀-鿿·]{1,3}"
    return re.compile(
        rf"[（(【]\s*(?:{name}(?:[\s、/／]+{name}){{0,4}}|[^（）()。]{{0,12}}(?:{words})[^（）()。]{{0,40}})\s*[）)】]"
    )
