# Everything that CI calls, a person can call too. `make` lists the targets.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
CROSSWIRE_GOLD ?= ../shared
export CROSSWIRE_GOLD
STAMP := $(VENV)/.installed

.PHONY: help demo test coverage check scores bench bench-million lock clean
help:                ## what can be made
	@awk -F':.*## ' '/^[a-z-]+:.*## /{printf "make %-12s %s\n", $$1, $$2}' Makefile

$(STAMP): requirements.lock pyproject.toml
	@echo "making the environment in $(VENV) (once; some minutes, needs the package index)"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps --editable .
	@touch $(STAMP)

demo: $(STAMP)       ## the account of the example, on the terminal and as a page
	@$(BIN)/crosswire account examples/ferry
	@$(BIN)/crosswire account examples/ferry -o account.html
	@echo "The page: $(CURDIR)/account.html"

test: $(STAMP)       ## the fast tests
	$(BIN)/python -m pytest -m "not slow and not browser"

coverage: $(STAMP)   ## all tests, the slow ones and those in a browser too, and what they reach
	$(BIN)/python -m coverage run -m pytest
	@$(BIN)/python -m coverage combine --quiet
	$(BIN)/python -m coverage report

check: $(STAMP)      ## lint, types, import law, documents
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy src tests evaluation
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -q tests/test_docs.py

scores: $(STAMP)     ## quality against gold data, held to evaluation/floors.json
	$(BIN)/python -m evaluation.scores

bench: $(STAMP)      ## speed and memory, as ratios in one run
	$(BIN)/python -m evaluation.bench
	$(BIN)/python -m evaluation.bench_grouping
	$(BIN)/python -m evaluation.bench_library

bench-million: $(STAMP)  ## grouping and a library with a million reports (an hour, 4 GB of memory, 20 GB of disk)
	$(BIN)/python -m evaluation.bench_grouping 1000000
	$(BIN)/python -m evaluation.bench_library --articles 1000000

lock:                ## write requirements.lock anew (needs uv)
	uv pip compile --universal --generate-hashes --no-emit-index-url --no-header --python-version 3.11 --extra dev pyproject.toml -o requirements.lock

clean:               ## remove what was made
	rm -rf $(VENV) account.html build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
