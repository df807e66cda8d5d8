"""Source text → cleaned text: an ordered tuple of pure cleaners, and what each one changed."""

from data.clean.characters import drop_invisible, plain_characters
from data.clean.damage import find_damage
from data.clean.edits import Cleaned, Cleaner, run
from data.clean.injected import drop_brands, drop_jammers, drop_lost_indents
from data.clean.links import drop_links
from data.clean.markdown import drop_markdown
from data.clean.names import close_names
from data.clean.numbers import close_numbers
from data.clean.page import drop_boilerplate, drop_repeated, part_paragraphs
from data.clean.pinyin import strip_pinyin
from data.clean.punctuation import undouble
from data.clean.script import simplify
from data.clean.wrapped import join_in_place, join_wrapped

__all__ = ["CLEANERS", "IN_LINE", "Cleaned", "clean", "clean_line", "clean_paragraphs", "clean_text", "find_damage"]

IN_LINE: tuple[tuple[str, Cleaner], ...] = (
    ("invisible characters", drop_invisible),
    ("compatibility characters", plain_characters),
    ("links", drop_links),
    ("pinyin", strip_pinyin),
    ("traditional characters", simplify),
    ("doubled punctuation", undouble),
    ("padded names", close_names),
    ("spaced numbers", close_numbers),
)
"""What is cleaned inside a line: these make sense for a question too."""

CLEANERS: tuple[tuple[str, Cleaner], ...] = (
    *IN_LINE[:5],
    ("lost indentation", drop_lost_indents),
    ("anti-copying strings", drop_jammers),
    ("injected brands", drop_brands),
    *IN_LINE[5:],
    ("markdown", drop_markdown),
    ("flattened paragraphs", part_paragraphs),
    ("page boilerplate", drop_boilerplate),
    ("wrapped lines", join_wrapped),
    ("repeated paragraphs", drop_repeated),
)
"""What is cleaned in a page, in this order: characters, then words, then lines."""


def clean(text: str) -> Cleaned:
    """A page after every cleaner; a line that a cleaner takes out is left empty."""
    return run(text, CLEANERS)


def clean_line(text: str) -> Cleaned:
    """A question or one given paragraph after the cleaners that keep to a line."""
    return run(text, IN_LINE)


def clean_paragraphs(text: str) -> Cleaned:
    """Given paragraphs, one a line, after the cleaners that keep to a line; one cut at a fixed width is put together.

    What was cut off leaves an empty line, so that every paragraph keeps its number.
    """
    return run(text, (*IN_LINE, ("wrapped lines", join_in_place)))


def clean_text(text: str) -> str:
    """`clean_line`'s text without white space around it."""
    return clean_line(text).text.strip()
