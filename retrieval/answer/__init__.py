"""Evidence → Answer or NoAnswer, every word of it cited."""

from retrieval.answer.compose import compose
from retrieval.answer.each import of_each
from retrieval.answer.rivals import of_rivals
from retrieval.answer.two import of_two

__all__ = ["compose", "of_each", "of_rivals", "of_two"]
