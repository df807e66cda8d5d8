"""A document → Telegram HTML messages, each within Telegram's limits, split where nothing is cut apart."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from html import escape

from bot.render.clean import seen, shown
from bot.render.document import BLANK, Document, Line, Piece, plain
from bot.render.wording import document
from retrieval.records import Reply

MOST_CHARACTERS = 4096
"""Telegram counts after parsing; we count UTF-16 units, which are never fewer."""
MOST_ENTITIES = 100
"""Telegram drops what is over, silently."""

_TAGS = {"plain": ("", ""), "bold": ("<b>", "</b>"), "italic": ("<i>", "</i>")}
_FOLD = ("<blockquote expandable>", "</blockquote>")
_SAFE_END = "。！？；，、,. "


@dataclass(frozen=True, slots=True)
class Part:
    """One message: its HTML, and the same without markup for when Telegram cannot parse it."""

    html: str
    text: str


@dataclass(frozen=True, slots=True)
class _Block:
    """A line and whether it is folded under the answer; `length` in UTF-16 units with its line break."""

    line: Line
    folded: bool

    @property
    def length(self) -> int:
        return units(self.line.text) + 1

    @property
    def entities(self) -> int:
        return sum((piece.style != "plain") + bool(piece.link) for piece in self.line.pieces)


def parts(reply: Reply, link: str = "") -> list[Part]:
    """The messages that say the reply, in order; at least one. `link` and a source's number lead to its passage."""
    return of_document(document(reply.answer, link))


def of_document(said: Document) -> list[Part]:
    """The messages that say a document, in order; at least one, with text."""
    blocks = [_Block(_safe(line), folded=False) for line in said.lines]
    blocks += [_Block(_safe(line), folded=True) for line in said.sources]
    return _messages(blocks)


def sentence(text: str) -> list[Part]:
    """A message of our own words, a line a line; the bot may name itself, what others wrote comes in as a `label`."""
    return _messages([_Block(plain(seen(line)), folded=False) for line in text.splitlines()])


def _messages(blocks: list[_Block]) -> list[Part]:
    whole = [piece for block in blocks for piece in _fitting(block)]
    return [_part(chunk) for chunk in _chunks(whole)] or [Part("…", "…")]


def units(text: str) -> int:
    """The length of `text` in UTF-16 code units, as Telegram counts offsets."""
    return len(text) + sum(ord(char) > 0xFFFF for char in text)


def _safe(line: Line) -> Line:
    return Line(tuple(replace(piece, text=shown(piece.text)) for piece in line.pieces))


def _fitting(block: _Block) -> Iterator[_Block]:
    """The block, cut into lines that fit a message where it alone does not."""
    if block.length < MOST_CHARACTERS:
        yield block
        return
    for piece in block.line.pieces:
        for text in _cut(piece.text):
            yield _Block(Line((replace(piece, text=text),)), block.folded)


def _cut(text: str) -> Iterator[str]:
    """Stretches that fit, each ending after punctuation where there is some in its second half."""
    most = MOST_CHARACTERS // 2 - 2
    while len(text) > most:
        end = max(text.rfind(mark, most // 2, most) for mark in _SAFE_END) + 1 or most
        yield text[:end]
        text = text[end:]
    if text:
        yield text


def _chunks(blocks: Iterable[_Block]) -> Iterator[list[_Block]]:
    chunk: list[_Block] = []
    length = entities = 0
    for block in blocks:
        full = length + block.length > MOST_CHARACTERS or entities + block.entities + 1 > MOST_ENTITIES
        if chunk and full:
            yield chunk
            chunk, length, entities = [], 0, 0
        if chunk or block.line != BLANK:
            chunk.append(block)
            length += block.length
            entities += block.entities
    if chunk:
        yield chunk


def _part(chunk: list[_Block]) -> Part:
    """Telegram trims messages, so blank lines at the ends are left out here already."""
    while chunk[-1].line == BLANK and len(chunk) > 1:
        chunk.pop()
    open_lines = "\n".join(_html(block.line) for block in chunk if not block.folded)
    folded = "\n".join(_html(block.line) for block in chunk if block.folded)
    html = "\n".join(filter(None, (open_lines, folded and _FOLD[0] + folded + _FOLD[1])))
    return Part(html, "\n".join(block.line.text for block in chunk))


def _html(line: Line) -> str:
    return "".join(_marked(piece) for piece in line.pieces if piece.text)


def _marked(piece: Piece) -> str:
    start, end = _TAGS[piece.style]
    text = start + escape(piece.text, quote=True).replace("&#x27;", "'") + end
    return f'<a href="{escape(piece.link)}">{text}</a>' if piece.link else text
