"""Evidence → Answer or NoAnswer, every word of it cited."""

from retrieval.answer.compose import compose

__all__ = ["compose"]
