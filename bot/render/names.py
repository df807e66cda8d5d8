"""People's names and offices in the language of the answer."""

from bot.texts import say
from data.clean.pinyin import romanize
from retrieval.records import Entry, Language


def name(text: str, language: Language) -> str:
    """The name; for English readers with its pinyin beside it: 祝青禾 (Zhu Qinghe)."""
    if language != "en":
        return text
    pinyin = romanize(text)
    return f"{text} ({pinyin})" if pinyin else text


def joined(names: tuple[str, ...], language: Language) -> str:
    """Names as a list within a sentence."""
    return (", " if language == "en" else "、").join(name(each, language) for each in names)


def person(entry: Entry, language: Language) -> str:
    """A person with the office that the report gives, if it gives one."""
    shown = name(entry.text, language)
    return say(language, "answer.person", name=shown, office=entry.detail) if entry.detail else shown
