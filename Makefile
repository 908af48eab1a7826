# Everything sets itself up: `make run` on a fresh clone is enough.
# Another Python: `make PYTHON=python3.13 test` (it gets a virtual environment of its own).

PYTHON ?= python3
VENV ?= $(if $(filter python3,$(PYTHON)),.venv,.venv-$(notdir $(PYTHON)))
PY = $(VENV)/bin/python
PIP = PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_ROOT_USER_ACTION=ignore $(PY) -m pip install --quiet
# Options for the test runner, such as TESTS="tests/house -x".
TESTS ?=
# Tests at a time: some wait for windows and child processes, so that three keep two processors at work.
WORKERS ?= 3
# States to draw alone, such as STATES="dark export".
STATES ?=

.DEFAULT_GOAL := help
.PHONY: help run test check prove bench screenshots wheel clean

help:
	@echo "make run      open the window on a copy of the sample (no display: write its brief)"
	@echo "make test     run the tests"
	@echo "make check    lint, types, import contracts, tests with coverage gates"
	@echo "make prove    the tests with the long counts in full"
	@echo "make bench    print the benchmark table"
	@echo "make screenshots   draw the window in all its states"
	@echo "make wheel    build the wheel into dist/"
	@echo "make clean    remove what these made"

run: $(VENV)/.ready-run
	@$(PY) packaging/run_sample.py

test: $(VENV)/.ready-test
	@$(PY) packaging/system_libraries.py test
	$(PY) -m pytest --numprocesses $(WORKERS) $(TESTS)

check: $(VENV)/.ready-test
	$(PY) -m ruff check
	$(PY) -m ruff format --check
	$(PY) -m mypy
	$(VENV)/bin/lint-imports --no-logo
	$(MAKE) --no-print-directory test PYTHON=$(PYTHON) VENV=$(VENV) TESTS="--cov --cov-report= $(TESTS)"
	$(PY) -m coverage report --omit 'briefer/gui/*' --fail-under 100
	$(PY) -m coverage report --include 'briefer/gui/*' --fail-under 90

prove: $(VENV)/.ready-test
	@$(PY) packaging/system_libraries.py test
	BRIEFER_PROVE=1 $(PY) -m pytest --numprocesses $(WORKERS) $(TESTS)

bench: $(VENV)/.ready-test
	@$(PY) packaging/system_libraries.py test
	$(PY) -m tests.bench

screenshots: $(VENV)/.ready-test
	@$(PY) packaging/system_libraries.py window
	$(PY) packaging/make_screenshots.py $(STATES)

wheel: $(VENV)/.ready-test
	$(PY) -m build --wheel --no-isolation --outdir dist

clean:
	rm -rf $(VENV) build dist .coverage .coverage.* .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

$(PY):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	    { echo "briefer needs Python 3.11 or newer, and $(PYTHON) is not: make PYTHON=python3.12 run"; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || \
	    { echo "$(PYTHON) cannot make a virtual environment: run apt install python3-venv first"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.ready-run: pyproject.toml | $(PY)
	$(PIP) --editable .
	@touch $@

$(VENV)/.ready-test: pyproject.toml | $(PY)
	$(PIP) --editable '.[dev]'
	$(PY) packaging/open_xml_judge.py
	@touch $(VENV)/.ready-run $@
