"""Minutes kept line by line → their items: a title, and under it labelled or bulleted lines."""

import re
from collections.abc import Iterator
from itertools import pairwise

from data.facts.decisions.minutes.barred import with_colon
from data.facts.decisions.minutes.headings import part_of, read_heading
from data.facts.decisions.minutes.lines import (
    ANNOUNCES,
    BALLOT,
    BULLET,
    CONCLUSION,
    FORMAL,
    HEADER,
    NAMED,
    NUMBERED,
    OTHER,
    OWN_MINUTES,
    RESOLVED,
    SAYS_YES,
    STARRED_OR_DASHED,
    VERDICT,
)
from data.facts.decisions.minutes.openings import opened_item
from data.facts.decisions.minutes.overviews import takes_in
from data.facts.decisions.minutes.parts import enters_part
from data.facts.decisions.minutes.rows import read_rows
from data.facts.decisions.minutes.sheet import Item, Line, Minutes
from data.facts.decisions.minutes.state import State
from data.facts.decisions.minutes.titles import TOLD_TITLE
from data.facts.people import names

_POINT = re.compile(r"\s*(?:\d{1,2}[.、．)）]\s*|\d{1,2}[.．]\d{1,2}[.、．)）\s]\s*)(?=\D|\d{1,2}月)")
_LISTED = re.compile(
    r"\s*(?:[一二三四五六七八九十]{1,3}[、.．]|[一二三四五六七八九]是|[（(][一二三四五六七八九十\d]{1,2}[)）]|\d{1,2}[.、．)）]|[①-⑳])\s*(?=\D|\d{1,2}月)"
)
_LISTED_BEHIND = re.compile(
    r"\W*(?:会议)?(?:决议|决定|议定)(?:事项)?[:：]\s*(?=1[.、．)）](?!.*2[.、．)）])|一、(?!.*二、))"
)
"""A label with the first of a list of resolutions behind it, the others on lines of their own."""
_SAYS = re.compile(
    r"[\s*•-]*(?P<who>[\u4e00-\u9fff·]{2,4})\s*[:：](?!.*(?:会议|大会)决定)"
)  # what one says decides nothing
_BESIDES = re.compile(r"会议(?:还|最后|另外|随后)|其[他它][:：]\s*下[次期]会议")  # what it did besides the item
_BILL = re.compile(r"《?关于[^。]{4,60}(?:议案|提案)》?[。；]?")  # a bill alone on its line
_NEXT_SET = re.compile(r"下[次期](?:会议|例会)[^，。；：:]{0,6}(?:定于|订于|定为|改为|改到)\s*[^，。]{2}")
_SETTLES = re.compile(r"\W*[\d一二三四五六七八九十]{1,3}\W*[审表]\S{1,3}(?:通过|否决)")
_DECIDES = re.compile(r"\W*会议\W?决定")
_SEVERAL = 3  # numbers alone on their lines
_TELLS = re.compile(r"[：:][^，。：:]*(?:动议|提议|建议)[^。：:]*，[^。：:]*通过")  # a heading that tells all there is
_HEADER_LINES = 15  # lines in which the form shows itself
_FEWEST, _MOST_LINES = 3, 5000  # lines of minutes
_LONGEST = 160  # characters; a longer line is running text
_PROSE = 40  # characters of a line that tells what the meeting did
_MOST_ITEMS = 60  # an agenda with more is none
_NONE = Minutes((), ())


def read_minutes(paras: tuple[str, ...]) -> Minutes:
    """The items of `paras`; nothing where the page is not kept line by line."""
    if not _FEWEST <= len(paras) <= _MOST_LINES:
        return _NONE
    paras = tuple(map(with_colon, paras))
    if not _kept_by_lines(paras):
        return _NONE
    at = State(paras, apart=sum(map(_is_alone, paras)) >= _SEVERAL, pointed=_is_pointed(paras))
    for para in range(len(paras)):
        _read(at, para)
    rows = tuple(read_rows(paras))
    under = {row.para for row in rows}
    items = [item for item in _latest(at.items or ([] if rows else at.overview)) if item.para not in under]
    resolutions = [line for line in at.resolutions if line.para not in under]
    return Minutes(
        (*items, *(row for row in rows if isinstance(row, Item))),
        (*resolutions, *(row for row in rows if isinstance(row, Line))),
        frozenset(at.loose - under),
    )


def _heads_points(paras: tuple[str, ...], para: int) -> bool:
    """Whether a line says that what follows, point by point, was decided: 会议研究决定： / 一是…."""
    below = paras[para + 1] if para + 1 < len(paras) else ""
    return below.startswith("一是") and _DECIDED_SO.search(paras[para]) is not None


_DECIDED_SO = re.compile(r"(?:会议|研究|讨论|一致)(?:决定|同意|议定|商定)[:：]\s*$")


def _is_pointed(paras: tuple[str, ...]) -> bool:
    """Whether several lists of points have a conclusion under a label of its own: - 结论 / - 同意归档."""
    return sum(_OWN_CONCLUSION.fullmatch(line) is not None for line in paras) > 1


_OWN_CONCLUSION = re.compile(r"\s*[-*+•]\s*(?:结论|会议结论|决议|Conclusion)s?\s*[:：]?\s*", re.IGNORECASE)


def _is_alone(line: str) -> bool:
    return _ALONE.fullmatch(line) is not None


_ALONE = re.compile(r"\s*(?:[IVX]{1,5}|[一二三四五六七八九十]{1,3}|\d{1,2})[.、．]\s*")


def _kept_by_lines(paras: tuple[str, ...]) -> bool:
    """Whether the page has header lines (主持人：…), Markdown headings, or counted items and labelled conclusions."""
    if any(HEADER.match(line) for line in paras[:_HEADER_LINES]):
        return True
    if any(ANNOUNCES.search(line) or OWN_MINUTES.match(line) for line in paras):
        return True
    if any(_heads_points(paras, para) for para in range(len(paras))):
        return True
    if any(map(_RECORDED.search, paras[:_OPENING])) or _lists_resolutions(paras) or any(True for _ in read_rows(paras)):
        return True
    if any(CONCLUSION.match(line) and not BALLOT.match(line) for line in paras) and sum(map(_is_ordinal, paras)) > 1:
        return True
    if any(map(SAYS_YES.match, paras)) and sum(NUMBERED.match(line) is not None for line in paras) > 1:
        return True
    if sum(line.startswith("#") for line in paras) > 1:
        return any(line.startswith("#") and (read := read_heading(line)) and part_of(read.text) for line in paras)
    if sum(NAMED.match(line) is not None for line in paras) > 1 and any(map(CONCLUSION.match, paras)):
        return True
    return any(NUMBERED.match(line) for line in paras[:_HEADER_LINES]) and any(map(CONCLUSION.match, paras))


_RECORDED = re.compile(r"(?:纪要|记录|纪录|情况|议定(?:事项)?|内容)如下[:：]?\s*$")
"""How an opening ends that the minutes follow: 现将会议情况纪要如下：."""
_OPENING = 4  # paragraphs


def _lists_resolutions(paras: tuple[str, ...]) -> bool:
    """Whether a heading of resolutions stands alone over a list: 会议决定： / 1. …."""
    for line, below in pairwise(paras):
        heading = read_heading(line) if len(line) <= _PROSE else None
        listed = _LISTED.match(below) or STARRED_OR_DASHED.match(below)
        if heading and listed and heading.number is None and part_of(heading.text) == "resolutions":
            return True
    return False


def _is_ordinal(line: str) -> bool:
    """Whether a short line stands under a number of its own: 一、关于修渠."""
    heading = read_heading(line) if len(line) <= _PROSE else None
    return heading is not None and heading.style in ("han", "paren", "capital") and "。" not in line


def _latest(items: list[Item]) -> Iterator[Item]:
    """Items without those that come again under the same number with what became of them."""
    last = {(item.style, item.number): item for item in items}
    for item in items:
        again = last[item.style, item.number]
        if item.lines or item.number is None or again is item or not _alike(item.title, again.title):
            yield item


def _alike(title: str, other: str) -> bool:
    """Whether two titles begin alike, or one's beginning stands in the other."""
    return title[:_BEGINNING] in other or other[:_BEGINNING] in title


_BEGINNING = 4  # characters of a title


def _read(at: State, para: int) -> None:
    """Take in the next line."""
    line = at.paras[para]
    heading = read_heading(line)
    if len(line) > _LONGEST * 3 and not NAMED.match(line, 0, _LONGEST):
        _running(at, para)
    elif enters_part(at, para, heading):
        if (at.announced and len(line) > _PROSE) or _TELLS.search(line):
            at.loose.add(para)
    elif takes_in(at, para):
        return
    elif found := opened_item(at, para, heading):
        at.place, at.concluding, at.resolving = "other" if found.whole else "items", False, False
        at.depth = heading.depth if heading else 0
        at.items.append(found)
    elif at.place == "items" and at.items:
        _body(at, para)
    elif at.place != "items" and _heads_points(at.paras, para):
        at.place, at.announced = "resolutions", True
        if len(line) > _PROSE:
            at.loose.add(para)
    elif at.place not in ("items", "resolutions", "skipped") and _LISTED_BEHIND.match(line):
        at.place, at.announced = "resolutions", False
        _resolves(at, para)
    elif at.place == "resolutions" and at.announced and BALLOT.match(line):
        return
    elif at.place == "resolutions" and not (at.announced and not (_LISTED.match(line) or _BILL.fullmatch(line))):
        _resolves(at, para)
    else:
        _running(at, para)


def _running(at: State, para: int) -> None:
    line = at.paras[para]
    if at.place == "agenda" and FORMAL.match(line) and (numbered := NUMBERED.match(line)):
        at.after_section = int(numbered["number"]) + 1
    if at.place == "resolutions" or (at.place == "people" and ("。" in line or len(line) > _LONGEST)):
        at.place = "other"
    if (says := _SAYS.match(line)) and names.whole_name(says["who"]):
        return
    settles = FORMAL.match(line) is not None and _SETTLES.match(line) is not None
    settles = settles or _NEXT_SET.search(line) is not None
    if (settles or at.place not in ("skipped", "people")) and not HEADER.match(line) and not BALLOT.match(line):
        at.loose.add(para)


def _resolves(at: State, para: int) -> None:
    line = at.paras[para]
    if at.resolutions and not _LISTED.match(line) and not BULLET.match(line) and _ends_list(at, line):
        _running(at, para)
        return
    if not _concludes_item(at, para) and not line.startswith(("|", "#")):
        label = _LISTED_BEHIND.match(line)
        start = label.end() if label else 0
        bullet = BULLET.match(line, start) or _LISTED.match(line, start)
        start = bullet.end() if bullet else start
        at.resolutions.append(Line(para, start, line[start:], True))


def _ends_list(at: State, line: str) -> bool:
    """Whether a sentence without a number comes after numbered resolutions."""
    return _LISTED.match(at.paras[at.resolutions[-1].para]) is not None and line.rstrip().endswith("。")


def _concludes_item(at: State, para: int) -> bool:
    """Take a numbered resolution as the conclusion of the bare item with its number."""
    numbered = NUMBERED.match(at.paras[para])
    number = int(numbered["number"]) if numbered else None
    bare = (item for item in at.items[:_MOST_ITEMS] if item.number == number and not item.lines)
    item = next(bare, None)
    if numbered is None or item is None or not _belongs(numbered["title"], item.title):
        return False
    item.lines.append(Line(para, numbered.start("title"), numbered["title"].rstrip(), True))
    return True


def _belongs(conclusion: str, title: str) -> bool:
    """Whether a conclusion says what became of the title: a verdict, or words of its own; of what was told, nothing."""
    if TOLD_TITLE.match(title):
        return False
    pairs = {title[at : at + 2] for at in range(len(title) - 1)}
    shared = any(conclusion[at : at + 2] in pairs for at in range(len(conclusion) - 1))
    return shared or _VERDICT.match(conclusion) is not None


_VERDICT = re.compile(
    r"(?:会议|大会|经.{0,10}[，,]?)?(?:研究|讨论|审议|表决)?后?(?:原则上?|一致|全票|全体|均|无异议|照案)*(?:同意|通过|批准|否决|不同意|未通过|暂缓|缓议|延期|下次)"
    r"|按.{2,16}(?:执行|办理|实施)|继续|待"
)


_NEXT_TIME = re.compile(r"[\s*-]*下[次期](?:会议|例会)?(?:时间|日期)?\**\s*[：:]")  # belongs to no item
_RULE = re.compile(r"\W*")  # a line drawn, or an empty one


def _body(at: State, para: int) -> None:
    line = at.paras[para]
    if _RULE.fullmatch(line) or _NEXT_TIME.match(line):
        return
    label = CONCLUSION.match(line)
    numbered = NUMBERED.match(label["rest"] if label else line)
    if numbered and (label or at.concluding):
        at.concluded = int(numbered["number"])
    if at.resolving and STARRED_OR_DASHED.match(line) and not label:
        _resolves(at, para)
        return
    at.resolving = False
    if label:
        at.concluding = True
        following = at.paras[para + 1] if para + 1 < len(at.paras) else ""
        if RESOLVED.fullmatch(line) and STARRED_OR_DASHED.match(following):
            at.resolving = at.items[-1].settled = True
            return
        if label["rest"].strip():
            at.items[-1].lines.append(Line(para, label.start("rest"), label["rest"].strip(), True))
        return
    if _DECIDES.match(line) or VERDICT.match(line):
        at.items[-1].lines.append(Line(para, 0, line, True))
        return
    if OTHER.match(line):
        at.concluding = False
    if _BESIDES.match(line) or (line.startswith("会议") and len(line) > _PROSE):
        at.loose.add(para)
    bullet = BULLET.match(line) or _POINT.match(line)
    start = bullet.end() if bullet else 0
    at.items[-1].lines.append(Line(para, start, line[start:].rstrip(), at.concluding))
