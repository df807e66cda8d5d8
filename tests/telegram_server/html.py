"""Telegram's HTML: markup to text and entities, refused in Telegram's words.

Behaviour as documented under "Formatting options" and as observed in the public server: tags outside the list, wrong
nesting and unclosed tags are errors; unknown attributes and unknown `&names;` are passed over. The latter two never
fail on Telegram but show the reader something nobody meant, so they come back as `oddities`.
"""

import re
from dataclasses import dataclass, field

from .errors import ApiError, bad_request
from .utf16 import length

KINDS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "span": "spoiler",
    "tg-spoiler": "spoiler",
    "tg-emoji": "custom_emoji",
    "tg-time": "date_time",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}
ATTRIBUTES = {
    "a": {"href"},
    "code": {"class"},
    "span": {"class"},
    "tg-emoji": {"emoji-id"},
    "tg-time": {"unix", "format"},
    "blockquote": {"expandable"},
}
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(lt|gt|amp|quot)(?![A-Za-z]));?")
NAME = re.compile(r"[^\s>]*")
ATTRIBUTE = re.compile(r"\s*([^\s=>]+)\s*(?:(=)\s*(?:\"([^\"]*)(\")?|'([^']*)(')?|([A-Za-z0-9.\-]*)))?")
TAG_LINK = re.compile(
    r"(?:https?://|tg://|ftp://|tonsite://|mailto:|tel:)\S+|[^\s/]+\.[^\s/.]{2,}(?:/\S*)?", re.IGNORECASE
)
SURROGATE = re.compile("[\ud800-\udfff]")
INVALID = (
    "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units"
)
HOST = re.compile(r"[^/?#]+/?")
MENTION_LINK = re.compile(r"tg://user\?id=(\d+)", re.IGNORECASE)


@dataclass
class Parsed:
    """What the reader will see, and what was odd about how it was written."""

    text: str = ""
    entities: list[dict[str, object]] = field(default_factory=list)
    oddities: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Open:
    """A start tag that waits for its end."""

    name: str
    attributes: dict[str, str]
    offset: int
    position: int


def parse(markup: str) -> Parsed:
    """Text and entities of `markup`, offsets in UTF-16 units.

    Raises:
        ApiError: 400 "can't parse entities: ..." with the byte offset of the tag at fault.
    """
    return _Parser(markup).run()


class _Parser:
    """One pass over the markup, with the stack of open tags."""

    def __init__(self, markup: str) -> None:
        self.markup = markup
        self.at = 0
        self.pieces: list[str] = []
        self.offset = 0
        self.stack: list[Open] = []
        self.found = Parsed()
        self.language = ""

    def run(self) -> Parsed:
        while self.at < len(self.markup):
            if self.markup.startswith("</", self.at):
                self._end_tag()
            elif self.markup[self.at] == "<":
                self._start_tag()
            else:
                self._characters()
        if self.stack:
            raise _fault(f'Can\'t find end tag corresponding to start tag "{self.stack[-1].name}"')
        self.found.text = "".join(self.pieces)
        if SURROGATE.search(self.found.text):
            raise _fault(INVALID)
        self.found.entities.sort(key=lambda entity: (entity["offset"], -int(str(entity["length"]))))
        return self.found

    def _characters(self) -> None:
        end = self.markup.find("<", self.at)
        raw = self.markup[self.at : end if end >= 0 else len(self.markup)]
        self.at += len(raw)
        text = self._decoded(raw)
        self.pieces.append(text)
        self.offset += length(text)

    def _decoded(self, raw: str) -> str:
        for match in re.finditer("&", raw):
            if not REFERENCE.match(raw, match.start()):
                self.found.oddities.append(f"bare & in HTML: {raw[match.start() : match.start() + 20]!r}")
        return REFERENCE.sub(_character, raw)

    def _start_tag(self) -> None:
        begin = self.at
        where = f"at byte offset {self._bytes(begin)}"
        found = NAME.match(self.markup, begin + 1)
        name = found.group().lower() if found else ""
        self.at = begin + 1 + len(name)
        if self.at >= len(self.markup):
            raise _fault(f"Unclosed start tag {where}")
        if name not in KINDS:
            raise _fault(f'Unsupported start tag "{name}" {where}')
        attributes = self._attributes(name, where)
        if name == "span" and attributes.get("class") != "tg-spoiler":
            raise _fault(f'Tag "span" must have class "tg-spoiler" {where}')
        self.stack.append(Open(name, attributes, self.offset, len(self.pieces)))

    def _attributes(self, name: str, where: str) -> dict[str, str]:
        attributes: dict[str, str] = {}
        while True:
            self.at += len(self.markup[self.at :]) - len(self.markup[self.at :].lstrip())
            if self.markup.startswith(">", self.at):
                self.at += 1
                return attributes
            match = ATTRIBUTE.match(self.markup, self.at)
            if match is None:
                if self.at >= len(self.markup):
                    raise _fault(f'Unclosed start tag "{name}" {where}')
                raise _fault(f'Empty attribute name in the tag "{name}" {where}')
            key, value = self._attribute(match, name, where)
            attributes[key] = value
            if key not in ATTRIBUTES.get(name, set()):
                self.found.oddities.append(f'attribute "{key}" means nothing in the tag "{name}"')

    def _attribute(self, match: re.Match[str], name: str, where: str) -> tuple[str, str]:
        self.at = match.end()
        quoted, closed = (match[3], match[4]) if match[3] is not None else (match[5], match[6])
        if self.at >= len(self.markup) and not (quoted or match[7]):
            raise _fault(f'Unclosed start tag "{name}" {where}')
        if self.at >= len(self.markup) or (quoted is not None and closed is None):
            raise _fault(f"Unclosed start tag {where}")
        if quoted is None and match[2] and self.markup[self.at] not in "> \t\r\n":
            raise _fault(f"Unexpected end of name token at byte offset {self._bytes(match.start(7))}")
        value = quoted if quoted is not None else (match[7] or "").lower()
        return match[1], REFERENCE.sub(_character, value)

    def _end_tag(self) -> None:
        where = f"at byte offset {self._bytes(self.at)}"
        if not self.stack:
            raise _fault(f"Unexpected end tag {where}")
        found = NAME.match(self.markup, self.at + 2)
        name = found.group() if found else ""
        rest = self.markup[self.at + 2 + len(name) :]
        if not rest.lstrip().startswith(">"):
            raise _fault(f"Unclosed end tag {where}")
        self.at += 3 + len(name) + len(rest) - len(rest.lstrip())
        tag = self.stack.pop()
        if name and name != tag.name:
            raise _fault(f'Unmatched end tag {where}, expected "</{tag.name}>", found "</{name}>"')
        self._close(tag)

    def _close(self, tag: Open) -> None:
        size = self.offset - tag.offset
        if size <= 0:
            return
        entity: dict[str, object] = {"type": KINDS[tag.name], "offset": tag.offset, "length": size}
        if tag.name == "a" and not _link(entity, tag.attributes.get("href") or "".join(self.pieces[tag.position :])):
            return
        if tag.name == "blockquote" and "expandable" in tag.attributes:
            entity["type"] = "expandable_blockquote"
        if tag.name == "tg-emoji":
            entity["custom_emoji_id"] = tag.attributes.get("emoji-id", "")
        language = _language(tag)
        if tag.name in {"pre", "code"} and self._merged(tag, size, language):
            return
        self.found.entities.append(entity)
        self.language = language

    def _merged(self, tag: Open, size: int, language: str) -> bool:
        """`<pre>` around `<code class="language-x">`, or the other way round, is one pre entity with its language."""
        inner = self.found.entities[-1] if self.found.entities else {}
        known = language if tag.name == "code" else self.language
        fits = inner.get("type") == {"pre": "code", "code": "pre"}[tag.name]
        if not (known and fits and (inner["offset"], inner["length"]) == (tag.offset, size)):
            return False
        inner |= {"type": "pre", "language": known}
        return True

    def _bytes(self, position: int) -> int:
        return len(self.markup[:position].encode("utf-8", "surrogatepass"))


def _language(tag: Open) -> str:
    value = tag.attributes.get("class", "") if tag.name == "code" else ""
    return value.removeprefix("language-") if value.startswith("language-") else ""


def _link(entity: dict[str, object], target: str) -> bool:
    """Fills in where a link leads; false where Telegram would drop the link silently."""
    if user := MENTION_LINK.match(target):
        entity |= {"type": "text_mention", "user": {"id": int(user[1]), "is_bot": False, "first_name": "?"}}
        return True
    if not TAG_LINK.fullmatch(target):
        return False
    entity["url"] = target if ":" in target.partition(".")[0] else f"http://{HOST.sub(_rooted, target, count=1)}"
    return True


def _rooted(match: re.Match[str]) -> str:
    """A host with nothing behind it, or only a query, gets the slash of the root."""
    return match.group() if match.group().endswith("/") else f"{match.group()}/"


def _character(match: re.Match[str]) -> str:
    if match[3]:
        return NAMED[match[3]]
    code = int(match[1], 16) if match[1] else int(match[2])
    return match.group() if code == 0 or code >= 0x10FFFF else chr(code)


def _fault(reason: str) -> ApiError:
    return bad_request(f"can't parse entities: {reason}")
