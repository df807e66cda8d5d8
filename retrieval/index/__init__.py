"""Terms → ranked paragraphs; the only room that imports rank_bm25."""
