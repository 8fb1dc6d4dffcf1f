# Two commands do all: `make demo` (the main job on the sample) and `make test`, from a clone alone, by anybody.
#
# What the tests look at beside the clone:
#   SOCHIBO_SHARED            the folder `shared` (workbooks nobody here wrote); without it, ../shared. Where it is not
#                             there, the tests that read it are left out, and the last lines say how many and why.
#   SOCHIBO_NOTHING_LEFT_OUT  set: what would be left out or skipped fails the run instead (.ci/run sets it).
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -q

.PHONY: demo test proof system system-windows windows-test installer lint clean generated bench
.DEFAULT_GOAL := demo

$(VENV)/.run: requirements.lock pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Cài đặt thư viện (chỉ lần đầu)…"
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.run
	@echo "Installing what the tests need (first time only)…"
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

demo: $(VENV)/.run
	@$(BIN)/sochibo demo out

test: $(VENV)/.dev
	@$(BIN)/python -m pytest

# The same tests with large counts where a count is what is claimed: kill -9, numbers claimed at once, any input.
proof: $(VENV)/.dev
	@SOCHIBO_PROOF=1 $(BIN)/python -m pytest -m proof
	@$(BIN)/python -m tests.offices.public

windows-test: $(VENV)/.dev
	@$(BIN)/python -m tools.windows fetch
	@SOCHIBO_WINDOWS=1 $(BIN)/python -m pytest tests/windows

installer: $(VENV)/.dev
	@mkdir -p out
	@$(BIN)/python -m tools.windows installer --out out/SoChiBo-Setup.exe \
	  $(if $(PYTHON_ZIP),--python-zip "$(PYTHON_ZIP)") $(if $(PYTHON_SHA256),--sha256 "$(PYTHON_SHA256)")

lint: $(VENV)/.dev
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

generated: $(VENV)/.dev
	@$(BIN)/python -m tools.compile_glossary
	@$(BIN)/python -m tools.compile_regulations
	@$(BIN)/python -m tools.glossary_page
	@$(BIN)/python -m tools.rules_page
	@$(BIN)/python -m tools.templates
	@$(BIN)/python -m tools.template_fields
	@$(BIN)/python -m tools.workbooks
	@$(BIN)/python -m tools.sheet_shapes
	@$(BIN)/python -m tools.addins
	@$(BIN)/python -m tools.guide_page

bench: $(VENV)/.dev
	@$(BIN)/python bench/contracts.py

system:
	apt-get update -q
	DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends \
	  libreoffice-calc libreoffice-writer python3-uno poppler-utils fonts-liberation xvfb chromium samba smbclient

system-windows:
	apt-get update -q
	DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends \
	  wine64 gcc-mingw-w64-x86-64 nsis xvfb fonts-dejavu-core

clean:
	rm -rf $(VENV) out
