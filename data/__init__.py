"""Reports in: reading, cleaning, segmenting, extracting facts, keeping them."""
