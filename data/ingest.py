"""A file into the store: read, clean, segment, extract, save, wholly or not at all."""
