"""The year of a report that was published nobody knows when: from the year whose work it plans."""

import re
from collections.abc import Iterable

_PLANS = re.compile(
    r"(?:部署|安排|布置|谋划|做好)了?[^，。；\d]{0,12}(20\d\d)年(?:度)?[^，。；]{0,16}(?:工作|任务|重点)"
    r"|(20\d\d)年(?:度)?[^，。；\d]{0,12}(?:工作|发展|任务)的?(?:总体|主要|重点|预期)*(?:目标|要求|思路|任务)"
)
_TOLD = re.compile(r"(?:总结|回顾)了?[^，。；\d]{0,12}(20\d\d)年")


_LATE = "-11"  # months from which on a meeting plans the year to come


def planned_before(first: str, told: str, planned: int | None) -> str:
    """The ISO day `first`, put into the year before the `planned` one late in the year, unless `told` gives a year."""
    if planned is None or "年" in told or first[:4] != str(planned) or first[4:7] < _LATE:
        return first
    return f"{planned - 1}{first[4:]}"


def planned_year(paras: Iterable[str]) -> int | None:
    """The year whose work a meeting plans, None where it names none or several or tells of that year as past."""
    text = "\n".join(paras)
    planned = {int(year) for match in _PLANS.finditer(text) for year in match.groups() if year}
    told = {int(match[1]) for match in _TOLD.finditer(text)}
    years = planned - told
    return years.pop() if len(years) == 1 else None
