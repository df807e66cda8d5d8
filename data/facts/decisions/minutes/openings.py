"""Lines that open an item of the agenda: by its word, its number, a heading, a star, or the verdict below it."""

import re
from dataclasses import replace

from data.facts.decisions.minutes.headings import Heading, number_of, part_of, read_heading
from data.facts.decisions.minutes.lines import (
    BEHIND,
    CLOSED,
    CONCLUDED,
    CONCLUSION,
    FORMAL,
    HEADER,
    MOVED,
    NAMED,
    NO_TOPIC,
    NUMBERED,
    OF_MOTION,
    OTHER,
    PRESENTED,
    PRESENTING,
    REPORTS,
    REPORTS_OF_ALL,
    SAYS_YES,
    STARRED,
    STARRED_OR_DASHED,
    VERDICT,
)
from data.facts.decisions.minutes.parts import settled_below
from data.facts.decisions.minutes.sheet import Item
from data.facts.decisions.minutes.state import State, style_of
from data.facts.decisions.minutes.whole import told_whole

_FORMAL = re.compile(r"关于|听取|审议|研究|讨论|学习|传达|通报|审定|部署|安排")  # heads over running text
_DOCUMENT = re.compile(r"(?:案|要点|办法|条例|章程|规则|细则|议程|纪录|记录|预算|决算|名单)$")
_CONFIRMS = re.compile(
    r"(?:确认|认可|追认|通过)?[\u4e00-\u9fff]{2,10}(?:确认|认可|纪录|记录|议程|预算|决算|名单)\s*[:：。]"
)
_DECIDED = re.compile(r"[\s*#-]*决议\s*[:：]\s*\S")
_LONGEST = 160  # characters; a longer line is running text
_SHORT = 30  # characters of a heading over prose
_MOST_ITEMS = 60  # an agenda with more is none
_TALK = 8  # lines in which an item is talked over
_LOOK_AHEAD = 3  # lines after a numbered line in which an item shows itself
_ORDINALS = ("capital", "han", "paren")


def opened_item(at: State, para: int, heading: Heading | None) -> Item | None:
    """The item whose title paragraph `para` is, if it is one; `at` keeps in which style the items come."""
    line = at.paras[para]
    if OF_MOTION.match(line):
        return None
    if found := told_whole(at, para) or _named(at, para) or _weighed(at, para, heading):
        return found
    if heading and heading.number is not None and (_agreed_below(at, para) or _next_sibling(at, line, heading)):
        at.style = style_of(heading)
        return at.new_item(para, heading.start, heading.number)
    if closed := _closed(at, para):
        at.style = "closed"
        return at.new_item(para, closed.start("title"), int(closed["number"]))
    if len(line) > _LONGEST or "。" in line.rstrip("。 ") or FORMAL.match(line) or NO_TOPIC.search(line):
        return None
    if found := _report(at, para) or _settled_below(at, para, heading):
        return found
    numbered = NUMBERED.match(line)
    goes_on = numbered is not None and _goes_on(at, para, int(numbered["number"]))
    if at.style == "named" or (at.place in ("skipped", "people", "resolutions") and not goes_on):
        return None
    if numbered and at.style in ("", "numbered") and _opens_item(at, para, numbered):
        at.style = "numbered"
        return at.new_item(para, numbered.start("title"), int(numbered["number"]))
    if heading and _stands_below(at, line, heading):
        at.style = heading.style
        return replace(at.new_item(para, heading.start, heading.number), headed=heading.style == "hash")
    if at.style in ("", "plain") and at.place in ("agenda", "items") and heading and _over_bullets(at, para, heading):
        at.style = "plain"
        return at.new_item(para, heading.start, None)
    starred = STARRED.match(line)
    if starred and at.style in ("", "starred") and at.place in ("agenda", "items") and _is_topic(starred):
        at.style = "starred"
        return at.new_item(para, starred.start("title"), None)
    return None


def _weighed(at: State, para: int, heading: Heading | None) -> Item | None:
    """A matter that a heading says is weighed, with its vote below: 一、审议《…》 / 表决结果：同意100%，通过."""
    if heading is None or heading.number is None or at.place == "skipped" or _WEIGHED.match(heading.text) is None:
        return None
    for line in at.paras[para + 1 : para + 1 + _LOOK_AHEAD]:
        if _VOTED.match(line):
            at.style = style_of(heading)
            return at.new_item(para, heading.start, heading.number)
        if (other := read_heading(line)) is not None and other.number is not None:
            return None
    return None


_WEIGHED = re.compile(r"(?:审议|审查|讨论|表决|选举|补选|改选)(?!.{0,8}(?:通过|否决|同意))[^。，；]{4,80}$")
_VOTED = re.compile(r"\s*(?:表决|投票)(?:结果|情况)[:：].*(?:通过|否决)[。]?\s*$")


def _named(at: State, para: int) -> Item | None:
    """An item that its word names, without what it asks for behind: 案由一：X案。敬请公决。（提案单位：总务处）."""
    line = at.paras[para]
    behind = BEHIND.search(line) if len(line) <= _LONGEST * 2 else None
    told = line[: behind.start()] if behind else line
    named = NAMED.match(told)
    if (
        named is None
        or VERDICT.match(line)
        or len(told) > _LONGEST
        or "。" in told
        or FORMAL.match(line)
        or NO_TOPIC.search(line)
    ):
        return None
    if at.style == "numbered" and number_of(named["number"]) == 1 and not _concluded(at):
        at.items.clear()  # an overview of what comes under 议题一
    at.style = "named"
    item = at.new_item(para, named.start("title"), number_of(named["number"]))
    return replace(item, motion=MOVED.match(line) is not None, title=told[item.start :].rstrip(" *|#"))


def _report(at: State, para: int) -> Item | None:
    """The report of an officer (财务主管报告（林岚）), or those of all units, of which each is only a part."""
    line = at.paras[para]
    report = REPORTS.match(line) or REPORTS_OF_ALL.fullmatch(line)
    if at.place in ("skipped", "resolutions") or report is None:
        return None
    heading = read_heading(line)
    item = at.new_item(para, report.start("title"), heading.number if heading else None)
    return replace(item, whole=report.re is REPORTS_OF_ALL)


def _settled_below(at: State, para: int, heading: Heading | None) -> Item | None:
    """An item that its own text or verdict below it shows."""
    if heading is None or not _stands_over(at, para, heading):
        return None
    at.style = at.style if heading.style == "plain" else style_of(heading)
    item = at.new_item(para, heading.start, heading.number)
    item.title = re.split("[:：]", item.title)[0] if heading.style == "plain" else item.title
    return item


def _agreed_below(at: State, para: int) -> bool:
    """Whether people say yes below a numbered line, before the next."""
    for line in at.paras[para + 1 : para + 1 + _TALK]:
        if SAYS_YES.match(line):
            return True
        heading = read_heading(line) if len(line) <= _LONGEST else None
        if heading and heading.number is not None:
            return False
    return False


def _stands_below(at: State, line: str, heading: Heading) -> bool:
    """Whether a heading is one of the agenda's: deeper than the agenda's own, or in ordinals of another kind."""
    if at.style not in ("", heading.style) or at.section is None or HEADER.match(line):
        return False
    within = at.place == "other" and heading.style == "hash" and part_of(at.section.text) == "agenda"
    if at.place not in ("agenda", "items") and not within:
        return False
    if heading.style == "hash":
        return at.section.style != "hash" or 0 < at.section.depth < heading.depth
    return heading.style in _ORDINALS and heading.style != at.section.style


def _stands_over(at: State, para: int, heading: Heading) -> bool:
    """Whether a short numbered line without an agenda above stands over its own text or verdict."""
    if heading.style == "plain" and _CONFIRMS.match(at.paras[para]):
        return any(map(_DECIDED.match, at.paras[para + 1 : para + 2]))
    if heading.style == "plain":
        below = at.paras[para + 1] if para + 1 < len(at.paras) else ""
        return _DOCUMENT.search(heading.text) is not None and VERDICT.match(below) is not None
    if at.style not in ("", style_of(heading)) or heading.number is None or len(heading.text) > _SHORT:
        return False
    if at.place not in ("header", "people", "items", "other", "agenda") or HEADER.match(at.paras[para]):
        return False
    below = at.paras[para + 1] if para + 1 < len(at.paras) else ""
    settled = settled_below(at, para)
    follows = heading.number == at.next_number or (
        settled and at.section is not None and heading.beside(at.section) and heading.number == at.section.number_after
    )
    if settled or not follows:
        return settled and (follows or heading.number == 1)
    if _FORMAL.match(heading.text) or heading.text[-1] in "，；：。":
        return False
    other = read_heading(below)
    return len(below) > _SHORT // 2 and "。" in below and (other is None or other.style != heading.style)


def _concluded(at: State) -> bool:
    return any(line.concludes for item in at.items[:_MOST_ITEMS] for line in item.lines)


def _opens_item(at: State, para: int, match: re.Match[str]) -> bool:
    """Whether a numbered line is the next item and not a numbered conclusion."""
    if match["hash"]:
        return True
    number = int(match["number"])
    expected = number if at.follows(number) else at.after_section or at.next_number
    if (
        not 0 < number <= expected + 2
        or number < expected - 2
        or (number > 1 and not at.items and not at.after_section)
    ):
        return False
    labelled = _labelled(at, para)
    bulleted = any(re.match(r"\s*(?:[-*/•]|[a-z][.)])", line) for line in at.paras[para + 1 : para + 2])
    if at.concluding and at.concluded and number == at.concluded + 1:
        return False
    if at.concluding:
        above, line = at.paras[para - 1], at.paras[para]
        outdented = above[:1].isspace() and not line[:1].isspace()
        presented = PRESENTED.search(match["title"]) and not NUMBERED.match(above)
        return number == expected and bool(labelled or outdented or presented or (bulleted and not at.concluded))
    title = match["title"]
    told = PRESENTED.search(title) is not None or PRESENTING.match(title) is not None
    return labelled or bulleted or told or (number == expected and _listed(at))


def _listed(at: State) -> bool:
    """Whether the section lists topics, and the item so far has no numbered lines of its own."""
    body = at.items[-1].lines if at.items and at.place == "items" else []
    return at.lists_topics and not any(NUMBERED.match(at.paras[line.para]) for line in body[:_MOST_ITEMS])


def _goes_on(at: State, para: int, number: int) -> bool:
    """Whether the numbering of the items goes on after a section between them."""
    if at.after_section:
        return number == at.after_section
    return at.place == "skipped" and bool(at.items) and number == at.next_number and _labelled(at, para)


def _labelled(at: State, para: int) -> bool:
    ahead = at.paras[para + 1 : para + 1 + _LOOK_AHEAD]
    return any(OTHER.match(line) or CONCLUSION.match(line) for line in ahead)


def _closed(at: State, para: int) -> re.Match[str] | None:
    """A title behind a number and a bracket, in an agenda that numbers so: 2) 新成员提名."""
    found = CLOSED.match(at.paras[para]) if at.style in ("", "closed") else None
    if found is None or not at.follows(int(found["number"])):
        return None
    divided = any(line.startswith(f"{found['number']}.1") for line in at.paras[para + 1 : para + 2])
    listed = at.place in ("agenda", "items") and (at.lists_topics or at.style == "closed" or divided)
    return found if listed or int(found["number"]) == at.after_section else None


def _next_sibling(at: State, line: str, heading: Heading) -> bool:
    """Whether an ordinal goes on with a short formal act, in an agenda of such: 三、研究宣传工作（列席：…）.

    A Roman numeral needs no such act.
    """
    if at.place == "items" and heading.style == at.style == "roman":
        return heading.number == at.next_number
    goes_on = (
        at.place == "items"
        and heading.style == at.style
        and heading.style in _ORDINALS
        and heading.number == at.next_number
    )
    return goes_on and len(line) <= _SHORT * 2 and "。" not in line and _FORMAL.match(heading.text) is not None


def _over_bullets(at: State, para: int, heading: Heading) -> bool:
    """Whether a plain line stands over a list of points, as a heading does whose sign a page has lost."""
    line, below = at.paras[para], at.paras[para + 1 : para + 2]
    bare = heading.style == "plain" and part_of(heading.text) is None and not re.search("[：:。，；]", line)
    return bare and not STARRED_OR_DASHED.match(line) and any(map(STARRED_OR_DASHED.match, below)) and at.pointed


def _is_topic(match: re.Match[str]) -> bool:
    return (
        re.match(r"\S{2,8}[:：]", match["title"]) is None
        and CONCLUDED.match(match["title"]) is None
        and ("《" in match["title"] or PRESENTED.search(match["title"]) is not None or match["title"].endswith("决策"))
    )
