# Everything a developer or a user types. `make run` and `make test` install what they need into .venv.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: run test check format lock clean

run: .venv/installed
	$(BIN)/huiwen run

test: .venv/installed
	$(BIN)/pytest

check: .venv/installed
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: .venv/installed
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# Needs uv; only whoever changes a dependency in pyproject.toml runs this.
lock:
	uv pip compile pyproject.toml --extra postgresql --extra dev --generate-hashes --no-emit-index-url --no-header \
		--python-version 3.11 --quiet -o requirements.lock

clean:
	rm -rf .venv

.venv/installed: requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps -e .
	$(BIN)/python -m retrieval.index
	touch .venv/installed
