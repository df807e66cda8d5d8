"""A reply as text without markup, for the terminal and for where markup fails."""

from bot.render.wording import document
from retrieval.records import Reply


def plain_text(reply: Reply) -> str:
    """The answer as a person reads it, without the sources."""
    return "\n".join(line.text for line in document(reply.answer).lines)


def plain_sources(reply: Reply) -> str:
    """Where each quote stands and the quote; empty where nothing is cited."""
    return "\n".join(line.text for line in document(reply.answer).sources)
