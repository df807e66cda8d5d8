"""Matters listed line by line under the act that takes them all (会议审议通过了以下议案： 1.《…》 2.《…》)."""

import re
from collections.abc import Iterator

from config.lexicon import words
from data.facts.decisions.matters import decision
from data.facts.decisions.page import Page
from data.facts.decisions.vague import is_vague
from data.facts.decisions.verbs import NUMBER, Head, read_head
from data.facts.patterns import any_of
from data.records import Decision

_CLAUSES = re.compile(r"[^，。；：\n]+")
_ANNOUNCES = re.compile(
    rf"(?:了)?(?:以下|下列|如下)[^，。；：]{{0,12}}|[^，。；：]{{0,12}}(?:如下|{any_of(('为', '是'))})"
)
_ENTRY = re.compile(rf"\s*(?:{NUMBER}|(?=《))(?P<object>[^。；：\s][^。；：]{{2,120}}?)\s*[。；，、]?\s*$")
_RESOLVED = re.compile(rf"{any_of(words('decisions', 'labels.resolutions'))}(?:如下)?[：:]\s*$")
_JUDGED = re.compile(r"[通获]过|否决")  # a verdict of its own
_OTHERWISE = re.compile(r"须|必须|务必|负责|待下次|再议|汇报|说明")  # a task, or what was only told
_HEADING = re.compile(r"(?:问题|事宜|工作|情况)$")  # what the paragraphs under it decide on
_DECIDES = re.compile(r"关于[^，,]{2,30}(?:问题|事宜|事项)[，,](?P<object>[^，,。；]{4,60})")
_VOTE = re.compile(any_of(words("decisions", "listed.between")))
_MOST = 40  # entries of one list


def read_listed(page: Page) -> Iterator[Decision]:
    """A record an entry, under the verb of the line above that ends in a colon."""
    if page.minutes.items or page.minutes.resolutions:
        return
    for para, masked in enumerate(page.masked):
        head = _announcing(masked) if masked.rstrip().endswith(("：", ":")) else None
        if head:
            yield from _entries(page, para + 1, head)


def _announcing(masked: str) -> Head | None:
    """The act whose object is what follows (审议通过了以下议案：)."""
    last = None
    if _RESOLVED.search(masked):
        return Head("决议", "decided", "", False, False, 0)
    for clause in _CLAUSES.finditer(masked.rstrip("：: ")):
        head = read_head(clause[0].strip())
        if head:
            last = head if _ANNOUNCES.fullmatch(clause[0].strip(), head.end) else None
    return last


def _entries(page: Page, first: int, head: Head) -> Iterator[Decision]:
    for para in range(first, min(first + _MOST, len(page.masked))):
        masked = page.masked[para]
        entry = _ENTRY.match(masked)
        acts = entry is not None and any(read_head(clause[0]) for clause in _CLAUSES.finditer(entry["object"]))
        told = head.kind == "decided" and _OTHERWISE.search(masked)
        if acts or told or _VOTE.match(masked.lstrip()) or _JUDGED.search(masked):
            continue
        if entry is None:
            return
        decides = _DECIDES.match(masked, entry.start("object"))
        text, (start, end) = page.report.text(para), (decides or entry).span("object")
        if not is_vague(text[start:end], head.kind) and not (
            head.kind == "decided" and _HEADING.search(entry["object"])
        ):
            yield decision(head.kind, head.verb, text, para, start, end, "listed")
