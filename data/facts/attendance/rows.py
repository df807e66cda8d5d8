"""The one person of a row: 顾城 | @gucheng, Anna Green 女士，院长."""

import re

from data.facts.people import Mention, names, offices

LONGEST_NAME = 3  # characters of a usual name
_CELL = re.compile(r"[^|]+")
_APART = re.compile(r"[^　\t]+")
_COLUMNS = 3  # from which on blanks divide the cells of a row: 顾城　远帆软件　主席


def row(text: str, at: int, to: int) -> Mention | None:
    """The one person of a row (顾城 | @gucheng, Anna Green 女士，院长), with the office or handle in another cell."""
    if titled := _TITLED.fullmatch(text, at, to):
        named_so = names.whole_name(titled["name"]) or names.han(titled["name"])
        stands = named_so and offices.ENDS_IN_HEAD.search(_POST_OF.sub("", titled["title"]))
        return (
            Mention(titled["name"], *titled.span("name"), titled["title"], *titled.span("title"), "listed-row")
            if stands
            else None
        )
    if (noted := _NOTED.fullmatch(text, at, to)) and _is_office(noted["name"], noted["title"]):
        return Mention(noted["name"], *noted.span("name"), noted["title"], *noted.span("title"), "listed-row")
    cells = [_trimmed(text, *cell.span()) for cell in _CELL.finditer(text, at, to)]
    listed = text.find("、", at, to) >= 0  # of several, as blanks part each from the office
    if len(cells) == 1 and not listed and len(apart := list(_APART.finditer(text, at, to))) >= _COLUMNS:
        cells = [_trimmed(text, *cell.span()) for cell in apart]
    named = [cell for cell in cells if names.whole_name(text[slice(*cell)])]
    if len(named) > 1 and sum(cell[1] - cell[0] <= LONGEST_NAME for cell in named) == 1:
        named = [cell for cell in named if cell[1] - cell[0] <= LONGEST_NAME]  # 海带科技 begins with a surname too
    if not named and any(_AT.fullmatch(text, *cell) for cell in cells):  # a handle vouches for a name without a surname
        named = [cell for cell in cells if cell[1] - cell[0] in (2, 3) and names.han(text[slice(*cell)])]
    if len(cells) == 1 or len(named) != 1:
        return None
    others = [cell for cell in cells if cell not in named]
    if any(_LABELLED.search(text, *cell) for cell in others):  # 主席：顾城 | 秘书：林岚 are two
        return None
    told = [cell for cell in others if offices.ENDS_IN_HEAD.search(text, *cell) or _AT.fullmatch(text, *cell)]
    title = told[0] if told else (-1, -1)
    return Mention(text[slice(*named[0])], *named[0], text[slice(*title)] if told else "", *title, "listed-row")


_TITLED = re.compile(
    r"[\s*•·●-]*(?:\d{1,2}[.、)）]\s*)?(?P<name>[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*)+|[\u4e00-\u9fff·]{2,8}?)"
    r"\s*(?:先生|女士|小姐|太太|博士|教授|同志)"
    r"(?:\s*[，,]\s*|[\s　]+)(?P<title>[^，,、；;|（(]{2,24}?)\s*(?:[（(][^（）()]*[）)])?\s*"
)
_POST_OF = re.compile(r"(?:\s*[／/]\s*[^／/]{1,12}|\s*\d{1,2})$")  # 高级航运主任／北湾, 联络主任2
_LABELLED = re.compile(r"[：:]\s*\S")
_NOTED = re.compile(
    r"[\s*•·●-]*(?:[（(]?\d{1,2}[.、)）]\s*)?(?P<name>[\u4e00-\u9fff]{2,4})\s*(?:[：:，,]|[-–—]+)\s*"
    r"(?P<title>[^，,、；;：:|（(\s]{2,24})\s*"
)
"""The office behind a mark: 顾城：主席, 顾城，项目经理."""


def _is_office(name: str, title: str) -> bool:
    """Whether the one is a name and the other an office, and not somebody called by one (王强，李主任)."""
    head = offices.ENDS_IN_HEAD.search(title)
    if head is None or not names.whole_name(name) or offices.holds_head(name):
        return False
    return not (head.start() == 1 and names.surname_length(title, 0) == 1)


_AT = re.compile(r"@[\w.-]{2,40}")


def _trimmed(text: str, at: int, to: int) -> tuple[int, int]:
    """Without the blanks and stars around it."""
    inside = text[at:to].strip(" 　*\t")
    start = text.index(inside, at, to) if inside else at
    return start, start + len(inside)
