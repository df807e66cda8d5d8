"""Source → Report: title, source, dates, numbered paragraphs."""

from data.segment.record import from_record
from data.segment.report import segment

__all__ = ["from_record", "segment"]
