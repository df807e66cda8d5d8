"""People in a text: names with the offices written beside them."""

from data.facts.people import names
from data.facts.people.mentions import Mention, bare_names, mentions

__all__ = ["Mention", "bare_names", "mentions", "names"]
