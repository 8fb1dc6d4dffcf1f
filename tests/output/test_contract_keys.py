"""The keys of every `--json` document (design.md §4): additions are allowed, nothing that was there goes."""

from __future__ import annotations

import shutil

import pytest

from tests.command import sochibo
from tests.conftest import ROOT

PLACE = "sheet cell"
REASON = "rule text reference places"
LAYOUT = "table sheet heading_rows first_row last_row columns unknown"
FINDING = "code severity sheet cell message fix reference related"
WHERE = ("--out", "văn bản", "--on", "2026-11-23")
CONTRACTS = {
    ("show",): {"": "workbook layout tables findings", "layout": LAYOUT, "tables.members": "sheet row full_name birth_date"},
    ("check", "--on", "2026-11-23"): {"": "workbook on findings counts", "findings": FINDING, "counts": "error warning notice"},
    ("adopt",): {"": "workbook layout learned ignored questions", "layout": LAYOUT},
    ("put", "Đảng viên!F12=2019-09-03"): {"": "workbook writes", "writes": "sheet cell before after"},
    ("rate", "--year", 2025): {
        "": "workbook year regime members quota party_cell",
        "regime": "id instruments",
        "members": "sheet row full_name status why_not ceiling provisional lacking level level_from vote voted result because opinions",
        "members.because": REASON,
        "members.because.places": PLACE,
        "quota": "base base_count rate rounding cap proposed_htxs over because",
        "party_cell": "ceiling result provisional lacking level level_from vote voted because",
        "party_cell.because": REASON,
    },
    ("rate", "--year", 2025, "--for", "SOMEBODY"): {"": "workbook year full_name because", "because": REASON},
    ("whatif", "--year", 2025): {
        "": "workbook year cap fits selections candidates changes notes",
        "candidates": "full_name certain facts",
        "candidates.facts": REASON,
    },
    ("next", "--on", "2026-11-23"): {"": "workbook on items", "items": "id state text due command places"},
    ("summarise", "--year", 2020, *WHERE): {"": "workbook from to figures missing gaps files", "figures": "id value places"},
    ("ballots", "--year", 2025, *WHERE): {"": "workbook year missing files"},
    ("tally", "--year", 2025, *WHERE): {
        "": "workbook year settled agreed differences alone missing files",
        "agreed": "subject htxs htt htn kht invalid",
    },
    ("decide", "--decision", "23-QĐ/CB", *WHERE): {"": "workbook kind number place_date members legal_bases missing files"},
    ("document", "rating-list", "--year", 2025, *WHERE): {"": "workbook kind title missing files"},
    ("numbers", "--on", "2026-11-23"): {
        "": "workbook numbering entered reference series unread",
        "series": "kind name period next current numbers missing doubles",
        "series.numbers": "number value state date title file reason double places",
    },
    ("regulations", "Quy định số 30"): {
        "": "workbook on words instruments citations kind bases",
        "instruments": "id kind number title issuer issued from to in_force replaced_by confidence own places",
        "citations": "text chapter articles meant candidates near",
    },
    ("residence", "--year", 2026): {
        "": "workbook on year base_cell reply_days reply_days_reference members counts strangers noted sent",
        "members": "full_name residence state requested_on received_on level days place",
    },
    ("trainings",): {
        "": "workbook on role gap_months gap_months_reference holders years undated",
        "holders": "role full_name since courses last_course last_on months due place",
        "years": "year turns persons courses",
    },
    ("disseminations",): {
        "": "workbook on year years documents unused_channels",
        "years": "year channels attendance understanding without_attendance",
        "years.channels": "channel occasions documents present total understood asked links",
        "documents": "text instrument occasions first_on last_on channels articles place",
    },
    ("proposals",): {
        "": "workbook on year allowed_days allowed_days_reference proposals counts",
        "proposals": "date by text state done_on applied_in late place",
    },
    ("archive", "--year", 2025): {
        "": "workbook on year required_reference papers counts",
        "papers": "group form title state number date pages location retention retention_reference file file_state signed note place",
    },
    ("fingerprints",): {"": "workbook papers"},
    ("unlock",): {"": "workbook taken locks"},
    ("freeze", "--year", 2020, "--reason", "đã xong"): {"": "workbook year rules digest reason"},
}
ALONE = {
    ("templates", "check"): {"": "templates", "templates": "file kind message fix"},
    ("new", "sổ mới"): {"": "workbook files"},
    ("demo", "thử"): {"": "steps", "steps": "step told files"},
}


@pytest.fixture
def book(tmp_path, monkeypatch):
    """The sample, in a folder of its own that commands run in."""
    monkeypatch.chdir(tmp_path)
    return shutil.copy(ROOT / "workbooks" / "chi-bo-van-phong-so-2.xlsx", "sổ.xlsx")


def somebody(book):
    return sochibo("show", book, "--json").answer["tables"]["members"][0]["full_name"]


def part(answer, path):
    """What stands at a dotted path; of a list its first item."""
    for key in filter(None, path.split(".")):
        answer = answer[0] if isinstance(answer, list) else answer
        answer = answer[key]
    return answer[0] if isinstance(answer, list) else answer


def lacking(answer, contract):
    return {path: missing for path, keys in contract.items() if (missing := {*keys.split()} - {*part(answer, path)})}


@pytest.mark.parametrize("words", CONTRACTS, ids=lambda words: " ".join(map(str, words)))
def test_a_command_on_a_workbook_keeps_its_keys(book, words):
    """Whoever reads our JSON finds what was there before."""
    name, *more = (somebody(book) if word == "SOMEBODY" else word for word in words)

    ran = sochibo(name, book, *more, "--json")

    assert ran.code == 0
    assert lacking(ran.answer, CONTRACTS[words]) == {}


@pytest.mark.parametrize("words", ALONE, ids=" ".join)
def test_a_command_without_a_workbook_keeps_its_keys(book, words):
    """The same for those that need none."""
    ran = sochibo(*words, "--json")

    assert ran.code == 0
    assert lacking(ran.answer, ALONE[words]) == {}


def test_frozen_and_opened_years_and_undo_keep_their_keys(book):
    """What a write leads to: a seal, its opening, the way back."""
    asked = (book, "--year", 2020, "--json")
    sochibo("freeze", *asked, "--reason", "đã xong", "--write")

    frozen = sochibo("rate", *asked).answer
    opened = sochibo("unfreeze", *asked, "--reason", "sửa").answer
    undone = sochibo("undo", book, "--json").answer

    assert {*frozen["frozen"]} == {"on", "rules", "reason"}
    assert {*opened} == {"workbook", "year", "reason"}
    assert {*undone} == {"workbook", "message"}
    assert undone["message"].startswith("Đã hoàn tác «")
