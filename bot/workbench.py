"""The one place where store and engine are built from the settings."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.access import in_force
from bot.terminal.loading import indexing
from config.settings import Settings
from data.ingest import ingest
from data.records import SHIPPED, Reader
from data.store import Store
from retrieval.engine import Engine

SAMPLES = Path(__file__).parent.parent / "data" / "samples"


@dataclass(frozen=True, slots=True)
class Workbench:
    """What every command works with; `operator` is whoever sits at this machine and may read all collections."""

    settings: Settings
    store: Store
    engine: Engine

    @property
    def operator(self) -> Reader:
        """Who has the store's file may read what is in it."""
        return Reader(in_force(self.store.collections()))


@contextmanager
def opened_store(settings: Settings) -> Iterator[Store]:
    """The store of the settings, closed at the end.

    Raises:
        StoreError: the store cannot be opened.
    """
    store = Store.open(settings.database)
    try:
        yield store
    finally:
        store.close()


@contextmanager
def opened(settings: Settings) -> Iterator[Workbench]:
    """Store and engine of the settings, closed at the end.

    Raises:
        StoreError: the store cannot be opened.
    """
    with opened_store(settings) as store, closing(Engine(store, settings.data_dir, indexing)) as engine:
        yield Workbench(settings, store, engine)


def warm(engine: Engine) -> None:
    """Has index, scripts and languages ready, so that no first question waits for them; asks as who may read nothing.

    Raises:
        StoreError: the store fails.
    """
    engine.prepare()
    for text in ("誰主持了會議？", "who chaired the meeting?"):
        engine.ask(Reader(), text, date.today())


def load_samples(store: Store) -> int:
    """Load the fictional sample reports into a store that never held a report; how many were loaded."""
    if store.generation() > 0:
        return 0
    files = sorted(path for path in SAMPLES.iterdir() if path.suffix in {".txt", ".html"})
    return sum(ingest(store, path.name, path.read_bytes(), SHIPPED).saved.created for path in files)
