"""HTML → Source: heading, meta tags and the blocks of the article; what lxml is for, here and in the walk below."""

import re

from lxml import etree

from config import lexicon
from data.readers.depth import shallow
from data.readers.page import article_lines
from data.records import Source

_TAG = re.compile(
    r"<(?:!doctype\s+html|html|head|body|meta|title|div|p|table|br|span|h1|script|article)\b[^>]*>", re.IGNORECASE
)
_BREAK = re.compile(r"<br\b[^>]*>", re.IGNORECASE)
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_START = 4_096


def looks_like_html(text: str) -> bool:
    """Whether the start of `text` has the tags of a page: two of them, or one at the very start."""
    head = text[:_START]
    tags = [tag for tag in _TAG.findall(head) if not _BREAK.fullmatch(tag)]  # <br> alone: plain text or Markdown
    return len(tags) > 1 or bool(_TAG.match(head.lstrip()))


def read_html(name: str, text: str, encoding: str) -> Source:
    """The article in a page, without menus, footers, side bars and scripts; what its meta tags state besides."""
    root = _parse(text)
    if root is None:
        return Source(name=name, format="html", encoding=encoding, lines=())
    meta = _meta(root)
    return Source(
        name=name,
        format="html",
        encoding=encoding,
        lines=tuple(article_lines(root)),
        title=_first(meta, "title") or _page_title(root),
        published=_first(meta, "published"),
        source=_first(meta, "source"),
        url=_first(meta, "url"),
    )


def _parse(text: str) -> etree._Element | None:
    """The tree of a page of any depth and line length; None where there is no element at all."""
    body = _DECLARATION.sub("", text)
    root, complete = _tree(body)
    return root if complete else _tree(shallow(body))[0]


def _tree(body: str) -> tuple[etree._Element | None, bool]:
    """The tree, and whether it is whole: libxml2 stops reading at a depth of 2,048 elements."""
    parser = etree.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        root = etree.fromstring(body.encode("utf-8", errors="ignore"), parser)
    except etree.XMLSyntaxError:
        root = None
    return root, all(entry.type_name != "ERR_RESOURCE_LIMIT" for entry in parser.error_log)


def _meta(root: etree._Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for tag in root.iter("meta"):
        key = tag.get("name") or tag.get("property") or ""
        content = " ".join((tag.get("content") or "").split())
        if key and content:
            found.setdefault(key.lower(), content)
    return found


def _first(meta: dict[str, str], field: str) -> str | None:
    """The meta tag that states `field`, by the names in boilerplate.toml, first name first."""
    return next((meta[key] for key in lexicon.words("boilerplate", f"meta.{field}") if key in meta), None)


def _page_title(root: etree._Element) -> str | None:
    """The longer of the page's <title> and its h1: a short <title> names the site, a short h1 too."""
    found = [" ".join("".join(map(str, tag.itertext())).split()) for name in ("title", "h1") for tag in root.iter(name)]
    return max(found, key=len, default=None) or None
