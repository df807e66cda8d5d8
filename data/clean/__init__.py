"""Source text → cleaned text: an ordered tuple of pure cleaners, and what each one changed."""
