# Two commands: `make run` and `make test`. Everything they need is installed into .venv.
PYTHON ?= python3
PORT ?= 8501
PAPI_STORE ?= data/papi.duckdb
BIN := .venv/bin

.PHONY: run test lint bench kill corpus sample docs screenshots browser office clean

run: .venv/app.done
	$(BIN)/python -m papi_metrics sample --store "$(PAPI_STORE)" --if-empty
	PAPI_STORE="$(PAPI_STORE)" $(BIN)/streamlit run dashboard.py --server.port $(PORT)

# What is made once for many tests is made once a worker: each takes a third in the order of the files, and the one
# that is done first takes from another's end. Three for two cores: tests in the browser wait more than they work.
test: .venv/dev.done browser office lint
	$(BIN)/pytest -n 3 --dist worksteal

lint: .venv/dev.done
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: .venv/dev.done browser
	$(BIN)/python tests/bench/run.py

# The kill test of `make test` a thousand times over.
kill: .venv/dev.done
	KILLS=1000 $(BIN)/pytest -n 2 --timeout 0 tests/kill

# The returns of tests/returns/corpus as files, to be looked at.
corpus: .venv/dev.done
	$(BIN)/python -m tests.returns.corpus.write build/corpus

sample: .venv/dev.done
	$(BIN)/python data/build_sample.py

docs: .venv/dev.done
	$(BIN)/python -m docs.errors

screenshots: .venv/dev.done browser
	@command -v pdftoppm >/dev/null && dpkg -s libreoffice-impress >/dev/null 2>&1 || { \
	  SUDO=$$([ "$$(id -u)" = 0 ] || echo sudo); \
	  $$SUDO apt-get update -qq && $$SUDO apt-get install -y -qq --no-install-recommends \
	  libreoffice-impress libreoffice-writer poppler-utils; }
	$(BIN)/python -m docs.screenshots
	$(BIN)/python -m docs.documents

# Debian's Chromium drives the browser tests; a machine that has one keeps it.
browser:
	@command -v chromium >/dev/null || { \
	  SUDO=$$([ "$$(id -u)" = 0 ] || echo sudo); \
	  $$SUDO apt-get update -qq && $$SUDO apt-get install -y -qq --no-install-recommends chromium; }

# LibreOffice stands in for the unit's Excel: templates are opened and saved again by it.
office:
	@command -v soffice >/dev/null || { \
	  SUDO=$$([ "$$(id -u)" = 0 ] || echo sudo); \
	  $$SUDO apt-get update -qq && \
	  $$SUDO apt-get install -y -qq --no-install-recommends libreoffice-calc-nogui libreoffice-writer-nogui; }

.venv/pip.done:
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --upgrade pip
	touch $@

.venv/app.done: .venv/pip.done requirements.txt
	$(BIN)/pip install --quiet -r requirements.txt
	touch $@

.venv/dev.done: .venv/app.done requirements-dev.txt
	$(BIN)/pip install --quiet -r requirements-dev.txt
	touch $@

clean:
	rm -rf .venv build
