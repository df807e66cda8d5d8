"""Evidence → Answer or NoAnswer, every word of it cited."""

from retrieval.answer.compose import compose
from retrieval.answer.two import at_both

__all__ = ["at_both", "compose"]
