# Commands of the collection; the README gives the same steps without make.
PYTHON ?= python3
BIN := .venv/bin
JOBS ?= 2
WIDTH ?= 89

.PHONY: report figures test lab check lock bench clean

report: .venv/ready
	$(BIN)/python -m helpers.report $(if $(STORY),"$(STORY)") $(if $(OUT),--out "$(OUT)")

# The same figures for one column of print, or another width in millimetres.
figures: .venv/ready
	$(BIN)/python -m helpers.report $(if $(STORY),"$(STORY)") $(if $(OUT),--out "$(OUT)") --figures $(WIDTH)

test: .venv/ready
	$(BIN)/python -m pytest -n $(JOBS) --dist loadfile --nbval --nbval-current-env tests notebooks

lab: .venv/ready
	STORY="$(if $(STORY),$(abspath $(STORY)))" $(BIN)/jupyter lab notebooks/00-summary.ipynb

check: .venv/ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

# The environment is made again only when the pins change.
.venv/ready: requirements.txt pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

lock: .venv/ready
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --group dev \
		--custom-compile-command "make lock" pyproject.toml -o requirements.txt

# Ratios of this machine in this run; BENCH="--large --peers" takes hours.
bench: .venv/ready
	$(BIN)/python tests/benchmarks/run.py $(BENCH)

clean:
	rm -rf .cache .pytest_cache .ruff_cache
