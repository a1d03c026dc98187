# make run: talk to it (or serve what is configured). make test: everything that must pass.
PYTHON ?= python3
BIN = .venv/bin
ARGS ?=

.PHONY: run test lint eval exam fit bench soak lock update

run: .venv/ready
	@$(BIN)/python -m bot run $(ARGS)

# Each file on one of several processes, as many as there are cores; what runs at the same time touches nothing in common.
test: .venv/ready lint
	@$(BIN)/pytest -n auto --maxprocesses 4 --dist loadfile

lint: .venv/ready
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

# The exam in ../shared/questions and the figures of ../shared/report_figures.md, where they are present; times as people type them.
eval: .venv/ready
	@$(BIN)/python -m tests.exam
	@$(BIN)/python -m tests.figures
	@$(BIN)/python -m tests.times

# The goals of answering, some of which are not reached: no wrong fact, no trap answered, every form under every noise.
exam: .venv/ready
	@$(BIN)/pytest -m "exam or (soak and not exam)" tests/test_noise_invariance.py tests/test_rows.py tests/test_traps.py

# Fits the weights of ranking and trust on tests/questions and writes knowledge/fitted.py.
fit: .venv/ready
	@$(BIN)/python -m tests.fitting

# Ratios against peers in one run; never part of make test.
bench: .venv/ready
	@$(BIN)/python -m benchmarks

# The long forms of what make test runs short: kills, faults, many updates, and properties on examples never tried before.
soak: .venv/ready
	@$(BIN)/pytest --hypothesis-profile=default -m "(soak or hypothesis) and not exam"

# Rewrites what the bot says in the stories and in the README; read the difference before committing it.
update: .venv/ready
	@$(BIN)/pytest --update tests/test_stories.py tests/test_readme.py

.PHONY: .venv
.venv: .venv/ready

.venv/ready: requirements.lock pyproject.toml
	@$(PYTHON) -m venv .venv
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@PYTHONWARNINGS=ignore $(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

# After a change of the dependencies in pyproject.toml.
lock:
	@$(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --extra dev --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --strip-extras --output-file requirements.lock pyproject.toml
