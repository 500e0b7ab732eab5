# Everything from a fresh clone, with nothing but Python 3.11 or newer and make:
#   make run          install into .venv and open the hernia card
#   make test         the same, and run all tests
#   make soak         the same tests of what may never happen, at length
#   make unit         the tests that need no terminal, screen, browser or PDF tool
#   make check        lint, types (also for Windows and macOS), import contracts
#   make bench        measure speed beside a bare Textual app
#   make screenshots  draw every screen again into screenshots/
#   make schemas      write the JSON Schemas of card and saved talk again into schema/
#   make words        collect our words from the code and compile the Dutch catalogue
#   make bundle       build the program into dist/herniatui, for a computer without Python
#   make clean        throw away .venv and what tools left behind

ifeq ($(OS),Windows_NT)
PYTHON ?= py -3
CALL_PYTHON = $(PYTHON)
BIN := .venv/Scripts
else
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$p" && break; done)
CALL_PYTHON = "$(PYTHON)"
BIN := .venv/bin
endif

INSTALLED := .venv/installed
INSTALLED_DEV := .venv/installed-dev

.PHONY: run test unit soak check bench screenshots schemas words bundle clean

run: $(INSTALLED)
	@echo "Opening the hernia card."
	@$(BIN)/python -m herniatui $(ARGS)

test: $(INSTALLED_DEV)
	@echo "Running all tests."
	@$(BIN)/python -m pytest --numprocesses auto --dist worksteal --quiet $(ARGS)

unit: $(INSTALLED_DEV)
	@echo "Running the tests that need no terminal, screen, browser or PDF tool."
	@$(BIN)/python -m pytest --numprocesses auto --dist worksteal --quiet -m unit $(ARGS)

soak: $(INSTALLED_DEV)
	@echo "Killing the program 300 times, pressing 20,000 random keys, walking 1,000 talks twice, and fuzzing for five minutes."
	@SOAK=1 $(BIN)/python -m pytest --numprocesses 0 --quiet -s tests/terminal/test_killing.py tests/terminal/test_random_keys.py \
		tests/terminal/test_fuzzing.py tests/terminal/test_killing_lines.py tests/linear/test_same_talk.py \
		tests/linear/test_walk.py

check: $(INSTALLED_DEV)
	@echo "Checking style, types and import contracts."
	@$(BIN)/python -m ruff check .
	@$(BIN)/python -m ruff format --check .
	@$(BIN)/python -m mypy
	@for system in darwin win32; do $(BIN)/python -m mypy --platform $$system src || exit 1; done
	@$(BIN)/lint-imports --no-cache

bench: $(INSTALLED_DEV)
	@echo "Measuring, beside a bare Textual app. This takes some minutes."
	@$(BIN)/python -m benchmarks $(ARGS)

screenshots: $(INSTALLED_DEV)
	@echo "Drawing every screen into screenshots/."
	@$(BIN)/python -m screenshots

schemas: $(INSTALLED)
	@echo "Writing the JSON Schemas into schema/."
	@$(BIN)/python -m herniatui schema card > schema/card.schema.json
	@$(BIN)/python -m herniatui schema consult > schema/consult.schema.json

words: $(INSTALLED_DEV)
	@echo "Collecting our words, and compiling the catalogue."
	@$(BIN)/pybabel --quiet extract --omit-header --no-location --sort-output -k _ -o .venv/words.pot src
	@$(BIN)/pybabel --quiet update --domain herniatui --input-file .venv/words.pot --output-dir src/herniatui/locale \
		--locale nl --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date --width 120
	@$(BIN)/pybabel --quiet compile --domain "herniatui argparse" --directory src/herniatui/locale

bundle: $(INSTALLED_DEV)
	@echo "Building the program into dist/herniatui."
	@$(BIN)/python tools/release.py bundle

clean:
	rm -rf .venv .make.lock build dist .hypothesis .pytest_cache .mypy_cache .ruff_cache

# tools/install.py makes .venv, one make at a time, and says what is wrong when it cannot.
$(INSTALLED): pyproject.toml constraints.txt
	$(CHECK_PYTHON)
	@$(CALL_PYTHON) tools/install.py

$(INSTALLED_DEV): pyproject.toml constraints.txt
	$(CHECK_PYTHON)
	@$(CALL_PYTHON) tools/install.py --dev

define CHECK_PYTHON
@test -n "$(PYTHON)" || { echo "No Python 3.11 or newer was found. Install one, or name it: make PYTHON=…" >&2; exit 1; }
@test "$$($(CALL_PYTHON) -c 'import sys; print(sys.version_info >= (3, 11))' 2>/dev/null)" = True || \
	{ echo "PYTHON=$(PYTHON) is not a Python 3.11 or newer. Name one that is: make PYTHON=…" >&2; exit 1; }
endef
