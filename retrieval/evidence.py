"""Question → Evidence: the meetings, facts and passages that bear on it."""
