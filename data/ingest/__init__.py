"""Files and records into the store: read, clean, segment, extract, save, wholly or not at all."""

from data.ingest.bulk import Bulk, Fault, ingest_records
from data.ingest.single import Loaded, ingest, to_report

__all__ = ["Bulk", "Fault", "Loaded", "ingest", "ingest_records", "to_report"]
