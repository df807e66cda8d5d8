"""What can be a person's name at a given place of a text.

A name is a surname with one to three characters, or foreign parts joined by a dot or by spaces. No list of names is
used: what delimits the slot on both sides decides, which is why every function here takes a position.
"""

from data.facts.people.names.foreign import foreign_end, loose_end, loose_name, sounded
from data.facts.people.names.native import name_end, runs_on, whole_name, wordlike_end, wordlike_name
from data.facts.people.names.slot import ends_name, holds_word, titled
from data.facts.people.names.surnames import HAN, han, is_word, surname_length

__all__ = [
    "HAN",
    "ends_name",
    "foreign_end",
    "han",
    "holds_word",
    "is_word",
    "loose_end",
    "loose_name",
    "name_end",
    "runs_on",
    "sounded",
    "surname_length",
    "titled",
    "whole_name",
    "wordlike_end",
    "wordlike_name",
]
