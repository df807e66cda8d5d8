"""Terms → ranked paragraphs; the only room that imports rank_bm25."""

from retrieval.index.entries import Entry, Hit
from retrieval.index.live import Index

__all__ = ["Entry", "Hit", "Index"]
