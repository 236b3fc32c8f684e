# make dashboard   read the sample articles and open the timeline in the browser
# make test        run the tests
# make check       the tests, and format, lint and types
# make golden      write the reviewed tables of the sample articles anew: read the change with git diff
# make bench BENCH=FOLDER   measure against a benchmark, write benchmarks/RESULTS.md
#
# Each sets up its own virtual environment first (VENV, by default .venv) and again when the requirements change.

PYTHON ?= python3
VENV ?= .venv
INPUT ?= seeds
OUT ?= out
PORT ?= 8501
PYTEST_ARGS ?= -n auto
BENCH ?=
BENCH_ARGS ?=

PY := $(VENV)/bin/python
READY := $(VENV)/.ready

.DELETE_ON_ERROR:
.PHONY: dashboard timeline test check golden format bench clean

dashboard: timeline
	$(PY) -m timeline dashboard --workspace $(OUT)/timeline.sqlite --port $(PORT)

# Status 1 says that a file could not be read: it is named above and listed in problems.csv, the rest is there.
timeline: $(READY)
	$(PY) -m timeline build $(INPUT) --out $(OUT) || test $$? -eq 1

test: $(READY)
	$(PY) -m pytest $(PYTEST_ARGS)

check: $(READY)
	$(PY) -m ruff format --check .
	$(PY) -m ruff check .
	$(PY) -m mypy
	$(PY) -m pytest $(PYTEST_ARGS)

golden: $(READY)
	out=$$(mktemp -d) && $(PY) -m timeline build seeds --out $$out && mkdir -p tests/golden \
	    && cp $$out/events.csv $$out/claims.csv tests/golden/ && rm -r $$out

format: $(READY)
	$(PY) -m ruff format .
	$(PY) -m ruff check --fix .

bench: $(READY)
	@test -n "$(BENCH)" || { echo "Say where the benchmark is: make bench BENCH=FOLDER"; exit 2; }
	$(PY) -m pip install --quiet -e '.[bench]'
	$(PY) benchmarks/bench.py $(BENCH) $(BENCH_ARGS)

clean:
	rm -rf $(OUT) build *.egg-info .mypy_cache .pytest_cache .ruff_cache .hypothesis

$(READY): requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	    || { echo "Python 3.11 or newer is needed: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 2; }
	@echo 'Setting up $(VENV): this takes a minute or two.'
	test -x $(PY) || $(PYTHON) -m venv $(VENV)
	$(PY) -m pip install --disable-pip-version-check --quiet -r requirements.txt -e '.[dev]'
	@touch $@
