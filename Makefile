# Two commands do everything, including their own set-up:
#   make site   check the agreements, build the site, serve it on http://127.0.0.1:8000/ (or on ADDRESS=127.0.0.1:8001)
#   make test   lint, types and all tests, some of them in a real browser
PYTHON ?= python3
ADDRESS ?= 127.0.0.1:8000
VENV := .venv
BIN := $(VENV)/bin

.PHONY: site test check clean

site: $(VENV)/site.stamp
	$(BIN)/avtaleverk build
	$(BIN)/avtaleverk serve --address $(ADDRESS)

check: $(VENV)/site.stamp
	$(BIN)/avtaleverk check

test: $(VENV)/test.stamp
	scripts/install_test_programs.sh
	$(BIN)/ruff check scripts tests
	$(BIN)/ruff format --check scripts tests
	$(BIN)/mypy
	$(BIN)/pytest

$(VENV)/site.stamp: requirements.lock pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/test.stamp: requirements-dev.lock $(VENV)/site.stamp
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	touch $@

clean:
	rm -rf $(VENV) build site
