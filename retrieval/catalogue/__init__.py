"""Every meeting of the store in memory, and which of them a question means."""

from retrieval.catalogue.cards import Card, Person
from retrieval.catalogue.catalogue import Catalogue

__all__ = ["Card", "Catalogue", "Person"]
