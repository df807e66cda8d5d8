"""The line under a heading: publication date, source, reporter, and what the page adds to them."""

import re
from dataclasses import dataclass

from data.segment.dates import DATE, TIME, iso_date

_VALUE = r"[^\s|｜【】\[\]]{0,30}"
_NEXT = (
    r"(?=[\s|｜【\[]|$|(?:发布|更新)?(?:时间|日期)\s*[:：]|(?:浏览|点击|阅读)(?:次数|量|数)?\s*[:：]"
    r"|(?:字号|字体|作者|来源|编辑|责任编辑)\s*[:：])"
)
_DATED = re.compile(
    rf"(?:(?P<label>发布|发表|公开|公告|更新|生成|成文|印发|编辑|录入|上传|提交)?(?:时间|日期|于)?\s*[:：]\s*|(?<![\d.]))"
    rf"(?P<date>{DATE})\s*{TIME}(?P<after>\s*印发)?"
)
_SOURCE = re.compile(rf"(?:稿件|信息|文章|新闻)?(?:来源|出处|稿源)\s*[:：][ 　]?(?P<source>{_VALUE}?){_NEXT}")
_AUTHOR = re.compile(
    rf"(?:作者|记者|通讯员|撰稿|供稿|责任编辑|责编|编辑|发布人|审核|发布单位|发布机构|信息员|摄影|文章录入|录入)"
    rf"\s*[:：][ 　]?(?P<author>{_VALUE}?){_NEXT}"
)
_COUNTER = re.compile(
    r"(?:[\d,]+\s*次)?(?:浏览|点击|阅读|访问|查看|人气|热度)(?:次数|量|数|率)?\s*[:：]?\s*[\d,.]*\s*(?:万\+?)?\s*(?:次|人次)?"
)
_TOOL = re.compile(
    r"[【\[(（]?(?:字号|字体|文字大小|默认|超大|特大|分享到?|打印|关闭|收藏|我要纠错|纠错|本页|此页|此文|本文|评论|二维码|[大中小]|A[+-]|次|(?:发布|更新)?(?:时间|日期))"
    r"[】\]）)]?|[-\s:：|｜/·,，>＞【】\[\]()（）]"
)


@dataclass(frozen=True, slots=True)
class Info:
    """What one line says about its page; `rest` is what it says besides (a heading on the same line)."""

    rest: str
    published: str | None = None
    source: str | None = None
    reporter: str | None = None
    rank: int = 0


def read_info(line: str) -> Info | None:
    """The line as an info line, or None where it is none: no date, source, author or counter field in it."""
    if len(line) > _LONGEST:
        return None
    dated = list(_DATED.finditer(line))
    source, author, counter = _SOURCE.search(line), _AUTHOR.search(line), _COUNTER.search(line)
    if not (dated or source or author or counter):
        return None
    rest = line
    for pattern in (_DATED, _SOURCE, _AUTHOR, _COUNTER):
        rest = pattern.sub(" ", rest)
    rest = rest.strip(" \t　|｜") if len(_TOOL.sub("", rest)) > 1 else ""
    if dated and _ISSUED.fullmatch(line):
        rest = ""
    if rest and not (source or (len(dated) == 1 and dated[0]["label"]) or (dated and counter)):
        return None
    best = max(dated, key=lambda match: _RANK.get(match["label"] or "", 1), default=None)
    return Info(
        rest=rest,
        published=iso_date(best["date"]) if best else None,
        source=(source["source"] or None) if source else None,
        reporter=(author["author"] or None) if author else None,
        rank=_RANK.get(best["label"] or "", 1) if best else 0,
    )


_LONGEST = 200
_ISSUED = re.compile(rf".{{2,20}}(?:[ 　]{{2,}}|　){DATE}(?:\s*印发)?")
"""Who issued the paper and when, apart in one line."""

_RANK = {
    "发布": 3,
    "发表": 3,
    "公开": 3,
    "公告": 3,
    "": 2,
    "上传": 2,
    "更新": 1,
    "编辑": 1,
    "录入": 1,
    "印发": 1,
    "生成": 1,
    "成文": 1,
}
