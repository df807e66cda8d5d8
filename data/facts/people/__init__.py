"""People in a text: names with the offices written beside them."""

from data.facts.people import names
from data.facts.people.mentions import Mention, bare_names, mentions, organ_name, organ_names

__all__ = ["Mention", "bare_names", "mentions", "names", "organ_name", "organ_names"]
