"""Text → Question: what is asked, about which meeting, which people and what time."""

from retrieval.question.parting import halves
from retrieval.question.understand import understand

__all__ = ["halves", "understand"]
