"""A reply in the language that a chat has set, whatever language it was asked in."""

from dataclasses import replace

from retrieval.records import Answer, Language, NoAnswer, Reply


def spoken_in(reply: Reply, language: Language | None) -> Reply:
    """The same reply; None leaves it in the asker's language."""
    return reply if language is None else replace(reply, answer=_spoken(reply.answer, language))


def _spoken(answer: Answer | NoAnswer, language: Language) -> Answer | NoAnswer:
    further = tuple(_spoken(one, language) for one in answer.further)
    return replace(answer, question=replace(answer.question, language=language), further=further)
