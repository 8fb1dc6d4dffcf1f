"""`templates check`: every file told, and the page of fields up to date."""

from __future__ import annotations

from addin.documents.catalogue import KINDS
from addin.documents.template_check import check_templates
from addin.documents.template_files import shipped_folder
from tools.template_fields import PAGE, with_tables
from tools.template_markup import package, paragraph


def test_every_shipped_template_is_sound():
    """One line a template, by the first kind it serves, none with a message."""
    checks = check_templates()
    stems = dict.fromkeys(kind.stem for kind in KINDS.values())

    assert [(check.kind, check.message) for check in checks] == [(stem, None) for stem in stems]


def test_a_broken_template_of_the_cell_is_told_with_its_cure(tmp_path):
    """The message names the file and the field."""
    (tmp_path / "Quyết định kiểm tra.docx").write_bytes(package(paragraph("Body", "{{ nguoi_ky }}"), "Mẫu"))

    told = check_templates(tmp_path)[-1]

    assert told.kind == "inspection-decision"
    assert told.message == "Mẫu «Quyết định kiểm tra.docx» dùng trường không có: nguoi_ky (đoạn «{{ nguoi_ky }}»)."


def test_a_file_whose_name_fits_no_kind_is_told(tmp_path):
    """It would never be used: the fix lists the names that are."""
    (tmp_path / "Biên bản cũ.docx").write_bytes(package(paragraph("Body", "x"), "Mẫu"))

    told = check_templates(tmp_path)[-1]

    assert told.kind is None
    assert told.message == "Tên tệp «Biên bản cũ.docx» không phải tên mẫu nào."
    assert "«Quyết định kiểm tra»" in told.fix


def test_words_own_lock_files_are_passed_over(tmp_path):
    """A template that is open in Word brings a `~$` file along."""
    (tmp_path / "~$spection-decision.docx").write_bytes(b"owner")

    assert len(check_templates(tmp_path)) == len({kind.stem for kind in KINDS.values()})


def test_the_page_for_secretaries_lists_every_field():
    """docs/templates.md is what the contexts are."""
    page = PAGE.read_text(encoding="utf-8")

    assert with_tables(page) == page


def test_nearly_every_field_has_an_example_from_the_samples():
    """A secretary sees what a field prints; where our samples have nothing the square stays empty."""
    rows = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| `")]
    fields = [line.rstrip(" |").split(" | ") for line in rows[rows.index(next(line for line in rows if "`place_date`" in line)) :]]

    assert len(fields) > 700
    assert sum(len(field) == 2 for field in fields) < 15
    assert {field[2] for field in fields if field[0] == "| `number`"} >= {"Số 05-KH/CB", "Số 05-QĐ/CB", "Số 05-BB/CB"}


def test_there_is_one_template_for_each_kind_and_no_other():
    """No stray files ship."""
    assert {path.stem for path in shipped_folder().glob("*.docx")} == {kind.stem for kind in KINDS.values()}
