"""The day that is set for the next sitting: 下次例会定在8月3日."""

import re
from collections.abc import Iterator

from data.facts.decisions.matters import decision
from data.facts.decisions.page import Page
from data.records import Decision

_SET = re.compile(
    r"(?:^|[。；\s])(?P<object>(?:会议)?下一?[次期届][^，。；：:]{0,12}?(?:会议|例会|大会|常会|理事会|董事会|联席会|全会)"
    r"(?:时间)?(?P<verb>定于|定在|订于|订在|初定于)[^，。；]{2,40})"
)


def read_sittings(page: Page) -> Iterator[Decision]:
    """The clause that sets it, as a decision."""
    for para, masked in enumerate(page.masked):
        for found in _SET.finditer(masked) if "下" in masked else ():
            yield decision("decided", found["verb"], page.report.text(para), para, *found.span("object"), "sitting")
