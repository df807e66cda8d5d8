"""Engines over the shipped sample reports, and over reports that a test writes, loaded as a user would load them."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from data.ingest import ingest
from data.store import Store
from retrieval.engine import Engine

SAMPLES = Path(__file__).parents[2] / "data" / "samples"


@pytest.fixture(scope="session")
def sample_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(f"sqlite:///{tmp_path_factory.mktemp('samples') / 'huiwen.db'}") as store:
        for path in sorted(SAMPLES.iterdir()):
            if path.suffix in {".txt", ".html"}:
                ingest(store, path.name, path.read_bytes())
        yield store


@pytest.fixture(scope="session")
def engine(sample_store: Store, tmp_path_factory: pytest.TempPathFactory) -> Engine:
    return Engine(sample_store, tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="module")
def engine_over(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[tuple[str, ...]], Engine]]:
    """Opens an engine over the texts of reports; its store is closed behind the module's tests."""
    folder = tmp_path_factory.mktemp("reports")
    with Store.open(f"sqlite:///{folder / 'huiwen.db'}") as store:

        def over(reports: tuple[str, ...]) -> Engine:
            for number, text in enumerate(reports):
                ingest(store, f"{number}.txt", text.encode())
            return Engine(store, folder)

        yield over
