"""Terms → ranked paragraphs; the only room that imports rank_bm25."""

from retrieval.index.building import Batch, counted
from retrieval.index.entries import Entry, Hit
from retrieval.index.live import Index

__all__ = ["Batch", "Entry", "Hit", "Index", "counted"]
