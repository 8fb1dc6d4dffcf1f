"""The catalogue and what must stand beside each of its codes."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

import addin
from addin.core import catalogue, regulations
from addin.core.persons.reading import Reading
from addin.core.regulations import law
from addin.core.rules import rule as rule_module
from addin.core.tables.rows.book import ROW_TYPES, Book
from addin.core.tables.rows.columns import RowSource
from tests.core.rules.book_cases import FOLDER, cases_of
from tests.findings.cases import FOLDER as OTHERS
from tools import rules_page

CODES = [rule.code for rule in catalogue.RULES]
ALL_CODES = [entry.code for entry in catalogue.ENTRIES]
ADDIN = Path(addin.__file__).parent
LETTERS = {
    "SET", "MEM", "GRP", "APT", "PLN", "INS", "REM", "SUP", "TSK", "RAT", "CRT", "BAL", "PCL", "DIS", "RWD", "DOC",
    "MTG", "DSM", "RES", "TRN", "DEN", "REG", "PRP", "CMT",
}  # fmt: skip
DIACRITICS = re.compile(
    "[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]", re.IGNORECASE
)


def test_every_code_is_used_once():
    """A code names one thing for ever, whoever finds it."""
    assert len(ALL_CODES) == len(set(ALL_CODES))


@pytest.mark.parametrize("rule", catalogue.RULES, ids=CODES)
def test_code_says_sheet_and_kind(rule):
    """Three letters of the sheet, then 1xx to 4xx; the codes kept for others are not taken."""
    match = re.fullmatch(r"([A-Z]{3})([1-4])\d\d", rule.code)

    assert match is not None
    assert match[1] in LETTERS
    assert not 320 <= int(rule.code[3:]) <= 339 or match[1] != "RAT"


@pytest.mark.parametrize("rule", catalogue.RULES, ids=CODES)
def test_a_rule_gives_its_reason(rule):
    """One sentence: the docstring of a function, the `why` of a shape."""
    assert rule.reason.endswith((".", '."'))


@pytest.mark.parametrize("rule", [rule for rule in catalogue.RULES if rule.cites], ids=lambda rule: rule.code)
def test_reference_can_be_found(rule):
    """A path of the regulations, or an instrument of the register."""
    known = law.paths() if "." in rule.cites else tuple(regulations.instruments())

    assert rule.cites in known


@pytest.mark.parametrize("code", ALL_CODES)
def test_every_code_has_a_case_that_fires_and_one_that_stays_silent(code):
    """One case file a code, named by it: those of rules beside the rules, the others' in tests/findings."""
    cases = cases_of((FOLDER if code in CODES else OTHERS) / f"{code}.yaml")

    assert any(case["expect"] for case in cases)
    assert any(not case["expect"] for case in cases)


def test_every_case_file_has_a_code():
    """A retired code takes its file with it."""
    assert {path.stem for path in FOLDER.glob("*.yaml")} == set(CODES)
    assert {path.stem for path in OTHERS.glob("*.yaml")} == set(ALL_CODES) - set(CODES)


def test_every_code_written_anywhere_is_in_the_catalogue_once():
    """No job, host or reader gives a code the catalogue does not hold; each is written in one place."""
    written = [
        code
        for path in ADDIN.rglob("*.py")
        for code in re.findall(r'"([A-Z]{3}[1-4]\d\d)"', path.read_text(encoding="utf-8"))
    ]

    assert sorted(written) == sorted(ALL_CODES)


@pytest.mark.parametrize("entry", catalogue.ENTRIES, ids=ALL_CODES)
def test_texts_are_vietnamese_and_say_what_to_do(entry):
    """Title and fix carry diacritics; the title is no sentence, the fix is one."""
    assert DIACRITICS.search(entry.title)
    assert DIACRITICS.search(entry.fix)
    assert not entry.title.endswith(".")
    assert entry.fix.endswith(".")
    assert entry.title != entry.fix


def test_every_stock_rule_names_columns_there_are():
    """A shape asks for its keys when rows are there; here every rule meets a row of every table, all squares blank."""
    rows = {
        table: (row_type(source=RowSource(table, 2, {})),) for table, row_type in ROW_TYPES.items()
    }

    catalogue.run(Reading(Book(**rows)), date(2026, 11, 23))


def test_no_rule_reads_the_clock_or_files():
    """Dates are arguments; the same book on the same day gives the same findings."""
    folder = Path(rule_module.__file__).parent

    for path in folder.rglob("*.py"):
        assert not re.search(r"\btoday\(|\bnow\(|\bopen\(|read_text", path.read_text(encoding="utf-8")), (
            path.name
        )


def test_rules_page_is_current():
    """`python -m tools.rules_page` after every change of a rule or of the law it cites."""
    assert rules_page.PAGE.read_text(encoding="utf-8") == rules_page.page()


def test_an_empty_book_has_no_findings():
    """A missing table is never an error in itself."""
    assert catalogue.run(Reading(rules_page.Book()), date(2026, 11, 23)) == ()
