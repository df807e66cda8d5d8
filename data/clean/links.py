"""Links as Markdown writes them: [议题列表](https://…) → 议题列表."""

import re

from data.clean.edits import Edit

_LINK = re.compile(r"!?\[(?P<text>[^\[\]\n]{1,200})\]\((?:[^()\s\u4e00-\u9fff]{0,400}|[^()\n]{0,200}\.md)\)")


def drop_links(text: str) -> list[Edit]:
    """Edits that leave a link's words and take its address; Chinese in round brackets is no address."""
    if "](" not in text:
        return []
    return [edit for link in _LINK.finditer(text) for edit in _around(link)]


def _around(link: re.Match[str]) -> tuple[Edit, Edit]:
    return Edit(link.start(), link.start("text")), Edit(link.end("text"), link.end())
