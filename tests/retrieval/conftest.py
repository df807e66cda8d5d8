"""An engine over the shipped sample reports, loaded as a user would load them."""

from collections.abc import Iterator
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
