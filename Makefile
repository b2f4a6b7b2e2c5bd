# Meeting Place: `make help` lists what can be made.
PORT ?= 8000
HOST ?= 127.0.0.1
WORKERS ?= 2
PYTHON ?= $(shell command -v python3.11 || command -v python3.12 || command -v python3.13 || command -v python3)
PY := .venv/bin/python
PIP := $(PY) -m pip install --quiet --disable-pip-version-check --require-hashes
PINS := --universal --generate-hashes --no-emit-index-url --python-version 3.11 --quiet --custom-compile-command "make pins"
# A file is one process's, so that what its tests share is made once; long ones are first (tests/fixtures/order.py).
BY_FILE := --dist loadfile --no-loadscope-reorder
PRODUCTION := env -u DEBUG SECRET_KEY=checked-for-deployment-f0Qm1rV8xT2cLw7Zk4Bn9Hs3Yd6Gp5Ja ALLOWED_HOSTS=stories.example.org BASE_URL=https://stories.example.org

.DEFAULT_GOAL := help
.PHONY: help run dev test bench lighthouse check messages pins

help:  ## list what can be made
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1	\2/p' Makefile | expand -t 16

run: .venv/.base  ## serve the site with its demo on http://127.0.0.1:$PORT/ (8000)
	@HOST=$(HOST) PORT=$(PORT) $(PY) deploy/run.py

dev: .venv/.dev  ## serve for development: DEBUG on, code reloads
	@DEBUG=1 $(PY) manage.py migrate --verbosity 0
	@DEBUG=1 BASE_URL=http://$(HOST):$(PORT) $(PY) manage.py runserver $(HOST):$(PORT)

test: .venv/.dev  ## run every test on SQLite, and on PostgreSQL what a database has a say in
	@.ci/system chromium curl node redis varnish w3m
	@TEST_DATABASE=sqlite $(PY) -m pytest -n $(WORKERS) $(BY_FILE)
	@TEST_DATABASE=postgres $(PY) -m pytest -n $(WORKERS) $(BY_FILE) -m "not browser and not any_database"

bench: .venv/.dev  ## measure what the site costs, beside its floors; SCALE=1: as it grows
	@.ci/system nginx varnish wrk
	@PYTHONPATH=site:. $(PY) -m tests.bench$(if $(SCALE),.scale)
	@TEST_DATABASE=sqlite $(PY) -W ignore -m tests.search
	@TEST_DATABASE=postgres $(PY) -W ignore -m tests.search

lighthouse: .venv/.dev  ## what Lighthouse says of the demo, on its mobile settings
	@.ci/system chromium node
	@PYTHONPATH=site:. $(PY) -m tests.bench.lighthouse

check: .venv/.dev  ## formatting, lint, migrations, interface messages, deployment, licences
	@.ci/system gettext
	$(PY) -m ruff format --check --output-format concise .
	$(PY) -m ruff check --output-format concise .
	@find templates -name '*.html' -print0 | xargs -0 -r $(PY) -m djhtml --check --tabwidth 2
	@DEBUG=1 $(PY) manage.py makemigrations --check --dry-run
	@$(PY) .ci/messages.py --check
	@$(PRODUCTION) $(PY) manage.py check --deploy --fail-level WARNING
	@$(PY) .ci/licences.py

messages: .venv/.dev  ## collect the interface's messages and compile their translations
	@.ci/system gettext
	@$(PY) .ci/messages.py

pins: .venv/.dev  ## compile requirements/*.in into pinned requirements with hashes
	$(PY) -m uv pip compile $(PINS) requirements/base.in -o requirements/base.txt
	$(PY) -m uv pip compile $(PINS) requirements/dev.in -o requirements/dev.txt

.venv/.pip:
	@.ci/venv $(PYTHON)
	@touch $@

.venv/.base: requirements/base.txt | .venv/.pip
	@echo "Installing what the site runs on …"
	@$(PIP) -r requirements/base.txt
	@touch $@

.venv/.dev: requirements/dev.txt | .venv/.pip
	@echo "Installing what tests and checks need …"
	@$(PIP) -r requirements/dev.txt
	@touch $@ .venv/.base
