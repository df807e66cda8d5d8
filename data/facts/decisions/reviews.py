"""Reviews by experts that pass what they reviewed: 专家组一致同意通过评审, 该项目通过验收."""

import re
from collections.abc import Iterable, Iterator

from data.facts.decisions.matters import decision
from data.facts.decisions.page import Page
from data.records import TITLE, Decision

_PASSES = re.compile(
    r"(?:专家|评审|评委|验收|与会|会议)[^。；]{0,80}?(?P<verb>(?:一致)?同意)[^。；，]{0,40}?通过(?:该[^，。；]{0,6})?"
    r"(?:评审|验收|鉴定|审查|论证|评估|预审|终审|初审)"
)
_DOCUMENT = re.compile(r"《[^》]{2,60}》")
_REVIEWED = re.compile(
    r"(?:^.*?(?:召开|举行|组织))?(?P<what>[^，。《》]{4,50}?)(?:专家|成果|竣工)?(?:评审|验收|鉴定|论证|审查|评估|预审)(?:会|会议)"
)


def read_reviews(page: Page) -> Iterator[Decision]:
    """One record a page: the document named last before the verdict, else what the title says is reviewed."""
    for para, text in enumerate(page.report.paras):
        found = _PASSES.search(text)
        matter = _matter(page, para, found.end()) if found else None
        if found and matter:
            where, start, end = matter
            yield decision("adopted", found["verb"], page.report.text(where), where, start, end, "review")
            return


def without_echoes(records: Iterable[Decision]) -> Iterator[Decision]:
    """The records without an agreement that only repeats the verdict of a review: 同意《方案》通过评审."""
    found = list(records)
    reviewed = any(record.at.rule == "review" for record in found)
    yield from (record for record in found if not (reviewed and _ECHO.search(record.object)))


_ECHO = re.compile(r"^(?:(?:该|此|本)[^，。]{0,8}|《[^》]*》)?通过(?:评审|验收|鉴定|审查|论证|评估|预审|终审|初审)$")


def _matter(page: Page, para: int, end: int) -> tuple[int, int, int] | None:
    for where in (para, *range(para - 1, -1, -1), TITLE):
        text = page.report.text(where)
        sentence = text.rfind("。", 0, end) + 1 if where == para else 0
        documents = list(_DOCUMENT.finditer(text, sentence, end if where == para else len(text)))
        full = [document for document in documents if len(document[0]) > _SHORT or where == para]
        if full:
            return where, *full[-1].span()
    reviewed = _REVIEWED.search(page.report.title)
    return (TITLE, *reviewed.span("what")) if reviewed else None


_SHORT = 6  # characters of a short name given by 以下简称: 《方案》
