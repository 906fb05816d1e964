# Two commands matter: `make demo` and `make test`. Each sets up what it needs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test lint types unit model benchmark clean

# The environment is made once for each state of the lock file.
$(VENV)/ready: pyproject.toml uv.lock
	$(PYTHON) -m venv $(VENV) || { apt-get update -qq && apt-get install -y -qq python3-venv && $(PYTHON) -m venv $(VENV); }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check "uv==0.13.9"
	VIRTUAL_ENV=$(abspath $(VENV)) $(BIN)/uv sync --quiet --frozen --inexact --all-extras
	touch $@

demo: $(VENV)/ready
	$(BIN)/addup read examples/recruitment.txt --published 2024-05-16

test: lint types unit

lint: $(VENV)/ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/ready
	$(BIN)/mypy

unit: $(VENV)/ready
	$(BIN)/pytest

# Trains the bundled language pipeline again from the training data (not part of the project).
model: $(VENV)/ready
	$(BIN)/python training/train.py --data ../shared/data

benchmark: $(VENV)/ready
	VIRTUAL_ENV=$(abspath $(VENV)) $(BIN)/uv sync --quiet --frozen --inexact --all-extras --group benchmark
	$(BIN)/python benchmarks/reading.py

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis
