"""Kinds of papers: each says of itself what its context bears out, and stands alone."""

from __future__ import annotations

import re
from dataclasses import fields

import pytest

from addin.core.regulations.citations import BASIS_OF_KIND
from addin.core.tables.series import KIND_CODES
from addin.documents import catalogue, kinds
from addin.documents.catalogue import KINDS
from addin.documents.template_files import shipped_folder
from addin.errors import Misuse
from tests.conftest import ROOT

EVERY = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)


@EVERY
def test_a_kind_has_a_series_where_its_paper_has_a_number(kind):
    """Symbol, series and the field for the number go together; the letters are those a cell writes."""
    has_number = "number" in {field.name for field in fields(kind.context)}

    assert bool(kind.symbol) == bool(kind.series) == has_number
    assert kind.symbol in {"", *KIND_CODES.values()}


@EVERY
def test_a_kind_says_its_legal_basis_where_its_paper_prints_one(kind):
    """The list it names is one of the register."""
    prints = "legal_bases" in {field.name for field in fields(kind.context)}

    assert (kind.legal_basis is not None) == prints
    assert kind.legal_basis is None or kind.legal_basis.kind in BASIS_OF_KIND


@EVERY
def test_a_kind_has_its_template(kind):
    """Under its stem, in templates/."""
    assert (shipped_folder() / f"{kind.stem}.docx").is_file()


def test_every_module_of_the_room_is_in_the_list():
    """A kind written and forgotten in the list would be made by nobody."""
    from pathlib import Path

    modules = {path.stem.replace("_", "-") for path in Path(kinds.__file__).parent.glob("*.py") if path.stem != "__init__"}

    assert modules == set(catalogue.KINDS)


def test_the_guide_has_a_row_for_every_kind():
    """A secretary finds each paper by what it is for, with its command and what it needs."""
    guide = (ROOT / "docs" / "huong-dan.md").read_text(encoding="utf-8")

    assert [kind for kind in KINDS if f"`{kind}" not in guide] == []


def test_the_kinds_are_those_of_the_contract(shared):
    """All of design.md §5, and no other."""
    text = (shared / "design.md").read_text(encoding="utf-8")
    chapter = text[text.index("## 5. Documents") : text.index("Layout per domain/documents.md")]

    assert set(re.findall(r"`([a-z]+(?:-[a-z]+)*)`", chapter)) == set(KINDS)


@pytest.mark.parametrize(("asked", "meant"), [("annual-plans", "Có phải: annual-plan"), ("xyz", "Các loại có: "), ("", "Ghi LOẠI")])
def test_a_slip_in_the_name_of_a_kind_is_easy_to_mend(asked, meant):
    """The nearest first, then all; without a name the two ways to ask."""
    with pytest.raises(Misuse) as told:
        catalogue.kind_of(asked)

    assert told.value.fix.startswith(meant)
