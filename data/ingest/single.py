"""One file into the store."""

from dataclasses import dataclass

from data.facts.extract import extract
from data.readers import read
from data.records import PUBLIC, Facts, Report, Saved
from data.segment import segment
from data.store import Store
from data.store.worlds import world_for


@dataclass(frozen=True, slots=True)
class Loaded:
    """A report as it came in; `saved.created` is False when the same words were there already."""

    saved: Saved
    report: Report
    facts: Facts


def to_report(name: str, data: bytes) -> Report:
    """The report in a file, its id made from its content; `name` only helps to tell the format.

    Raises:
        ReadError: the bytes are no text of a format that we read, or nothing is left of them.
    """
    return segment(read(name, data))


def ingest(store: Store, name: str, data: bytes, collection: str = PUBLIC) -> Loaded:
    """Load one file, read with the world as it is now, in one transaction at the end.

    Raises:
        ReadError: as in `to_report`; nothing was stored.
        StoreError: as in `Store.save`; nothing was stored.
    """
    report = to_report(name, data)
    facts = extract(report, world_for(store, collection))
    return Loaded(store.save(report, facts, collection), report, facts)
