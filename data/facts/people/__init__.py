"""People in a text: names with the offices written beside them."""

from data.facts.people import names
from data.facts.people.bare import bare_names, organ_name, organ_names
from data.facts.people.mention import Mention
from data.facts.people.mentions import mentions

__all__ = ["Mention", "bare_names", "mentions", "names", "organ_name", "organ_names"]
