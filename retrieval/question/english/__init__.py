"""English questions → the Chinese ones that ask the same, names and Chinese words kept as they are."""

from retrieval.question.english.leftover import outsiders, sparing_names, unread
from retrieval.question.english.reading import to_chinese
from retrieval.question.english.telling import is_english

__all__ = ["is_english", "outsiders", "sparing_names", "to_chinese", "unread"]
