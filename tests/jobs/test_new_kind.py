"""A kind of paper is one module and one line of the list: an invented one is drafted, issued, entered, refused twice."""

from __future__ import annotations

import json
import re
import shutil
import zipfile
from pathlib import Path
from types import MappingProxyType

import pytest

from addin.documents import catalogue
from addin.documents.template_check import TemplateCheck, check_templates
from tests.command import sochibo
from tests.conftest import ROOT
from tests.jobs import invented_kind
from tools.template_blocks import lines, party_head, signature, title
from tools.template_fields import field_tables
from tools.template_markup import package, paragraph

SAMPLE = ROOT / "workbooks" / "chi-bo-van-phong-so-2.xlsx"
KIND = invented_kind.KIND


@pytest.fixture
def book(tmp_path, monkeypatch):
    """The sample, the kind in the list, its template in the cell's own folder."""
    monkeypatch.setattr(catalogue, "KINDS", MappingProxyType({**catalogue.KINDS, KIND.id: KIND}))
    body = party_head() + title("KẾ HOẠCH") + lines("legal_bases") + paragraph("Body", "{{ task }}") + signature()
    (tmp_path / "Mẫu").mkdir()
    (tmp_path / "Mẫu" / f"{KIND.stem}.docx").write_bytes(package(body, KIND.title, landscape=False))
    return Path(shutil.copy(SAMPLE, tmp_path / "sổ.xlsx"))


def member(book):
    return sochibo("show", book, "--json").answer["tables"]["members"][0]["full_name"]


def planted(book, *more):
    return sochibo(
        "document", book, KIND.id, "--year", "2026", "--for", member(book), "--on", "2026-11-23",
        "--out", book.parent / "out", "--json", *more,
    )  # fmt: skip


def text_of(path):
    xml = zipfile.ZipFile(path).read("word/document.xml").decode("utf-8")
    return "\n".join(re.findall(r"<w:t[^>]*>([^<]*)</w:t>", xml))


def test_a_draft_of_the_invented_kind_claims_nothing(book):
    """Room for the number, the bases of the day."""
    ran = planted(book)

    assert ran.code == 0, ran.out
    (file,) = ran.answer["files"]
    assert "Số ……-KH/CB" in text_of(file)
    assert "- Căn cứ" in text_of(file)
    assert not (book.parent / "Sổ số văn bản").exists()


def test_the_invented_kind_is_issued_with_the_next_number(book):
    """On the paper, in its file's name, in Văn bản, in the sheet it names itself, in the register: one number."""
    before = sochibo("show", book, "--json").answer["tables"]
    used = [int(row["number"].partition("-")[0]) for row in before["documents"] if "-KH/" in (row["number"] or "") and row["date"] > "2025-07"]

    ran = planted(book, "--write")

    assert ran.code == 0, ran.out
    number = f"{max(used, default=0) + 1:02d}-KH/CB"
    assert ran.answer["number"] == number
    (file,) = ran.answer["files"]
    assert Path(file).name == f"Kế hoạch trồng cây 2026 {member(book)}, số {number.replace('/', '-')}.docx"
    assert f"Số {number}" in text_of(file)
    shown = sochibo("show", book, "--json").answer["tables"]
    (row,) = [row for row in shown["documents"] if row["number"] == number and row["date"] == "2026-11-23"]
    assert (row["kind"], row["title"], row["file"], row["subject"]) == ("Kế hoạch", "trồng cây năm 2026", Path(file).name, member(book))
    assert shown["plan_items"][-1]["superior_plan"] == number
    (claim,) = (book.parent / "Sổ số văn bản").rglob("*.json")
    record = json.loads(claim.read_text(encoding="utf-8"))
    assert (record["state"], record["what"], record["sha256"]) == ("issued", KIND.id, row["fingerprint"])
    assert claim.parts[-3] == "KH"
    assert planted(book, "--write").code == 2


def test_pages_and_checks_follow_the_list(book):
    """The page of fields and the check of templates know the kind from the list alone."""
    checked = check_templates(book.parent / "Mẫu")

    assert "### Kế hoạch trồng cây (`tree-planting.docx`)" in field_tables()
    assert "| `task` | câu giao trồng cây |" in field_tables()
    assert checked[-1] == TemplateCheck("tree-planting.docx", KIND.id)
