"""Source → Report: title, source, dates, numbered paragraphs."""
