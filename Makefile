# make run     the main job: package the provider, and watch it at work
# make test    everything that is checked before a change lands
# make help    all the rest

PYTHON ?= python3
VENV   := .venv
LAMBDA := .work/lambda
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check -qq

LOCK   := $(BIN)/uv pip compile --quiet --universal --python-version 3.10 --generate-hashes --no-header

INPUT  ?= inputs/inputs_1_create.json
INPUTS ?= inputs

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help run contract package test lint types unit generate bench lock setup clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: setup ## Create, read, list and delete an endpoint configuration [INPUT=file]
	@exec $(BIN)/python -m devkit run "$(INPUT)"

contract: setup ## The cfn CLI's contract suite on the packaged provider [INPUTS=directory]
	@exec $(BIN)/python -m devkit contract "$(INPUTS)"

package: setup ## Make the zip that cfn submit uploads, in dist/
	@exec $(BIN)/python -m devkit package

test: lint types unit contract ## Everything: lint, types, tests, contract suite

lint: setup ## ruff, cfn-lint
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/cfn-lint template.yml

types: setup ## mypy, strict
	@$(BIN)/mypy

unit: setup ## Unit, entry point, schema and stale-file tests
	@exec $(BIN)/python -m pytest

generate: setup ## Write models.py, property_types.py, docs/ and resource-role.yaml anew
	@$(BIN)/cfn generate
	@PYTHONPATH=src $(BIN)/python -m devkit.property_types

bench: setup ## Measure, side by side with the stock bundle and plain boto3
	@exec $(BIN)/python -m bench

lock: setup ## Pin all requirements anew, with hashes
	@$(PIP) install uv
	@$(LOCK) requirements.in -o requirements.txt
	@$(LOCK) requirements-dev.in -c requirements.txt -o requirements-dev.txt
	@$(LOCK) requirements-lambda.in -o requirements-lambda.txt
	@$(LOCK) --no-deps requirements-emulator.in -o requirements-emulator.txt

setup: $(VENV)/.installed $(LAMBDA)/.installed

$(VENV)/.installed: requirements-dev.txt devkit/environment.py
	@$(PYTHON) devkit/environment.py $(VENV) $<
	@touch $@

$(LAMBDA)/.installed: $(VENV)/.installed requirements-lambda.txt requirements-emulator.txt devkit/lambda_tools.py
	@echo "Fetching AWS's Lambda runtime (once) …"
	@$(BIN)/python -m devkit.lambda_tools $(LAMBDA)
	@touch $@

clean: ## Remove everything that a command made
	@chmod -R u+w .work 2>/dev/null || true
	rm -rf $(VENV) .work dist build .mypy_cache .pytest_cache .ruff_cache
