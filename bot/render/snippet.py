"""A paragraph found by its words → what is offered while somebody types, and what is sent when they choose it."""

from bot.render.clean import label
from bot.render.document import Document, Line, Piece, plain
from bot.texts import say
from data.clean import clean_text
from data.records import TITLE
from retrieval.records import Language, Passage

_OFFERED = 100
_SENT = 1500
_LONGEST_TITLE = 200
_BEFORE = 0.3
"""The part of a cut text that stands before what was looked for."""


def offered(passage: Passage, words: str) -> str:
    """A line or two around the words."""
    return around(passage.text, words, _OFFERED)


def sent(passage: Passage, words: str, link: str, language: Language) -> Document:
    """The paragraph as a quotation, and its source, which leads to `link`."""
    title = label(passage.title, _LONGEST_TITLE) or say(language, "answer.no_title")
    key = "source.snippet_title" if passage.para == TITLE else "source.snippet"
    place = say(language, key, title=title, para=passage.para + 1)
    quote = say(language, "source.quoted", quote=around(passage.text, words, _SENT))
    return Document((plain(quote), Line((Piece(place, link=link),))))


def around(text: str, words: str, most: int) -> str:
    """At most `most` characters of a text, the words among them."""
    if len(text) <= most:
        return text
    first = max(0, min(_place(text, words) - int(most * _BEFORE), len(text) - most))
    last = first + most
    return ("…" if first else "") + text[first:last] + ("…" if last < len(text) else "")


def _place(text: str, words: str) -> int:
    """Where the longest beginning of the words, or of what follows in them, stands; 0 for nowhere."""
    wanted = clean_text(words)[:_OFFERED]
    for length in range(len(wanted), 1, -1):
        for start in range(len(wanted) - length + 1):
            if (at := text.find(wanted[start : start + length])) >= 0:
                return at
    return 0
