# Works on a fresh machine with Python 3.11 to 3.13, make and nothing else.
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3 python; do \
	$$p -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null && { echo $$p; break; }; done)
VENV := .venv
BIN := $(VENV)/bin
RUN := $(VENV)/.installed
DEV := $(VENV)/.installed-dev
ALL := $(VENV)/.installed-all
DEMO := demo

.PHONY: demo test test-all evals bench lint clean
.DELETE_ON_ERROR:

demo: $(RUN)  ## the main job on the example story: a summary here, and the page that it writes
	@mkdir -p $(DEMO)
	$(BIN)/newstemma read examples/lake -o $(DEMO)/lake.html --format terminal
	@echo "The page: $(DEMO)/lake.html"

test: $(DEV) lint  ## what needs Python alone, under five minutes on two cores
	$(BIN)/pytest -q -n 2 -m "not browser and not postgresql and not ray and not benchmark"

test-all: test $(ALL)  ## adds a real browser, a real database (Debian's packages), and a cluster that loses a worker
	$(BIN)/pytest -q -m "browser or postgresql or ray"
	$(BIN)/pytest -q bench -m benchmark --benchmark-disable-gc

lint: $(DEV)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

evals: $(DEV)  ## accuracy on the gold sets in ../shared/data or NEWSTEMMA_DATA
	$(BIN)/python -m evals

bench: $(DEV)  ## speed and memory
	$(BIN)/python -m bench

clean:
	rm -rf $(VENV) $(DEMO) build dist .mypy_cache .ruff_cache .import_linter_cache .hypothesis

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "newstemma needs Python 3.11, 3.12 or 3.13; none was found. Install one, or name it: make PYTHON=/path/to/python" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(RUN): pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(DEV): pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ $(RUN)

$(ALL): $(DEV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev,browser,postgresql,ray]'
	command -v chromium >/dev/null || { apt-get update -qq && apt-get install -y -qq chromium; }
	ls -d /usr/lib/postgresql/*/bin >/dev/null 2>&1 || { apt-get update -qq && apt-get install -y -qq postgresql; }
	@touch $@
