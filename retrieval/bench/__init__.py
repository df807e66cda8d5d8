"""How fast the index is, beside other engines, on the same paragraphs and questions."""
