"""People in a text: names with the offices written beside them."""

from data.facts.people import names
from data.facts.people.bare import bare_names, organ_name, organ_names
from data.facts.people.mention import Mention
from data.facts.people.mentions import is_person, mentions

__all__ = ["Mention", "bare_names", "is_person", "mentions", "names", "organ_name", "organ_names"]
