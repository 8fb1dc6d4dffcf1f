"""Rendering: strict, sealed, repeatable, and equal to docxtpl's own result."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass, replace
from decimal import Decimal

import pytest
from document_contexts import decision
from lxml import etree

from addin.core import stamps
from addin.documents import packages
from addin.documents.catalogue import KINDS, kind_of
from addin.documents.parts.contexts import Layout, placeholders, plain, settled, spell
from addin.documents.parts.decision import InspectionDecision
from addin.documents.render import render
from addin.documents.template_files import shipped_folder
from addin.errors import Misuse, Secret, TemplateBroken
from tools.template_markup import package, paragraph

KIND = KINDS["inspection-decision"]
ALL_FIELDS = "".join(f"{{{{ {name} }}}}" for name in ("superior_name",))


def own_template(folder, *paragraphs: str, kind: str = KIND.id) -> None:
    """A template of the cell in its Mẫu folder, with a note that leaves every unused field out on purpose."""
    text = " ".join(paragraphs)
    unused = [name for name in placeholders(KINDS[kind].context) if "." not in name and name not in text]
    body = "".join(paragraph("Body", line) for line in paragraphs)
    note = paragraph("Body", f"{{# không dùng: {', '.join(unused)} #}}") if unused else ""
    (folder / f"{kind}.docx").write_bytes(package(body + note, "Mẫu"))


def text_of(content: bytes) -> str:
    """All words of the body, one line a paragraph."""
    root = etree.fromstring(zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml"))
    word = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    return "\n".join("".join(run.text or "" for run in line.iter(f"{word}t")) for line in root.iter(f"{word}p"))


def test_the_same_context_gives_the_same_bytes():
    """Two runs of one document are byte-identical."""
    assert render(KIND, decision()) == render(KIND, decision())


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_shipped_template_names_exactly_the_fields_of_its_context(kind):
    """A template asks for each field of its context and for nothing else: preparing it checks both ways."""
    content = (shipped_folder() / f"{KINDS[kind].stem}.docx").read_bytes()
    asked = set(re.findall(r"\{\{ (\w+) \}\}|(?:in|if|if not) (\w+) %\}", packages.read_parts(content)["word/document.xml"].decode()))

    names = {name for pair in asked for name in pair if name}

    loop_variables = {"line"}
    assert names - loop_variables == {name for name in placeholders(KINDS[kind].context) if "." not in name}


def test_marks_of_xml_are_kept_as_text():
    """An ampersand and angle brackets reach the paper unharmed."""
    context = replace(decision(), signer_name='A & B <w:br/> "C"')

    assert 'A & B <w:br/> "C"' in text_of(render(KIND, context))


def test_braces_in_the_data_are_printed_and_never_run():
    """Data that looks like a template stays data."""
    context = replace(decision(), signer_name="{{ 7 * 7 }}")

    assert "{{ 7 * 7 }}" in text_of(render(KIND, context))


def test_control_characters_are_taken_out():
    """What XML cannot hold is dropped and lines are joined by a space."""
    context = replace(decision(), summary="một\x0b\x00 hai\nba\a")

    assert "một hai ba" in text_of(render(KIND, context))


def test_a_value_that_is_none_is_refused():
    """No paper says "None"."""
    context = replace(decision(), signer_name=None)

    with pytest.raises(TemplateBroken) as told:
        render(KIND, context)

    assert told.value.message == "Mẫu «inspection-decision.docx» không điền được: có trường không phải chữ (NoneType)."


def test_a_template_that_asks_for_an_unknown_field_is_refused(tmp_path):
    """The message names the field and the fix names those that exist."""
    own_template(tmp_path, "{{ summary }} {{ so_quyet_dinh }}")

    with pytest.raises(TemplateBroken) as told:
        render(KIND, decision(), tmp_path)

    assert told.value.message == "Mẫu «inspection-decision.docx» dùng trường không có: so_quyet_dinh (đoạn «{{ summary }} {{ so_quyet_dinh }}»)."
    assert "signer_name" in told.value.fix


def test_a_template_that_forgets_a_field_is_refused(tmp_path):
    """A decision without its signer is not printed unless the template says so on purpose."""
    names = [name for name in placeholders(InspectionDecision) if "." not in name and name != "signer_name"]
    (tmp_path / "inspection-decision.docx").write_bytes(
        package("".join(paragraph("Body", f"{{%p if {name} %}}") + paragraph("Body", "{%p endif %}") for name in names), "Mẫu")
    )

    with pytest.raises(TemplateBroken) as told:
        render(KIND, decision(), tmp_path)

    assert told.value.message == "Mẫu «inspection-decision.docx» thiếu trường: signer_name (họ và tên người ký)."
    assert "{# không dùng: signer_name #}" in told.value.fix


def test_a_template_may_leave_a_field_out_on_purpose(tmp_path):
    """The note `{# không dùng: … #}` is the way out, and is not printed."""
    own_template(tmp_path, "Về việc {{ summary }}")

    content = render(KIND, decision(), tmp_path)

    assert text_of(content).strip() == "Về việc kiểm tra việc chấp hành nhiệm vụ của đảng viên"


def test_the_cells_own_template_may_carry_the_vietnamese_title(tmp_path):
    """`Quyết định kiểm tra.docx` is the same template as `inspection-decision.docx`."""
    own_template(tmp_path, "Mẫu riêng {{ summary }}")
    (tmp_path / "inspection-decision.docx").rename(tmp_path / "QUYẾT ĐỊNH kiểm tra.docx")

    assert "Mẫu riêng" in text_of(render(KIND, decision(), tmp_path))


@pytest.mark.parametrize(
    "attack",
    [
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "{{ summary.__class__ }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ 'a' * 10 ** 10 }}",
        "{% for x in range(999999999) %}{{ x }}{% endfor %}",
        "{{ summary|center(1000000000) }}",
        "{% set x = summary %}",
        "{{ lipsum() }}",
        "{{ summary.upper() }}",
        "{% include 'x' %}",
    ],
)
def test_a_template_may_not_run_anything(tmp_path, attack):
    """Calls, arithmetic, filters, hidden attributes and settings are refused before anything is rendered."""
    own_template(tmp_path, "{{ summary }}", attack)

    with pytest.raises(TemplateBroken) as told:
        render(KIND, decision(), tmp_path)

    assert told.value.message.startswith("Mẫu «inspection-decision.docx» ")


def test_a_syntax_error_is_told_with_the_words_around(tmp_path):
    """A secretary finds the paragraph by its words."""
    own_template(tmp_path, "Kính gửi {{ summary }", "{{ summary }}")

    with pytest.raises(TemplateBroken) as told:
        render(KIND, decision(), tmp_path)

    assert "có lỗi cú pháp gần «Kính gửi {{ summary }" in told.value.message


def test_a_file_that_is_no_word_file_is_refused(tmp_path):
    """A renamed text file gets one clear sentence."""
    (tmp_path / "inspection-decision.docx").write_text("không phải Word")

    with pytest.raises(TemplateBroken) as told:
        render(KIND, decision(), tmp_path)

    assert told.value.message == "Mẫu «inspection-decision.docx» không phải tệp Word (.docx) lành lặn."


@pytest.mark.parametrize("stamp", ["MẬT", "Tối mật", "TUYỆT MẬT", "[ Độ mật: Mật ]"])
def test_a_template_with_a_secrecy_stamp_is_refused(tmp_path, stamp):
    """Papers marked secret are not ours to handle."""
    own_template(tmp_path, stamp, "{{ summary }}")

    with pytest.raises(Secret) as told:
        render(KIND, decision(), tmp_path)

    assert told.value.message == (
        "Mẫu «inspection-decision.docx» có dấu độ mật (Mật, Tối mật hoặc Tuyệt mật). "
        "Chương trình không xử lý tài liệu mật."
    )


def test_a_value_that_is_a_stamp_is_refused():
    """A stamp that comes from the workbook stops the document too."""
    with pytest.raises(Secret):
        render(KIND, replace(decision(), summary="TỐI MẬT"))


@pytest.mark.parametrize("text", ["giữ bí mật", "Nguyễn Thị Mật Ong", "", "Mật khẩu", "mật độ"])
def test_ordinary_words_are_no_stamp(text):
    """Only a paragraph that is a stamp and nothing else counts."""
    assert not stamps.is_stamp(text)


def test_no_paper_names_its_author_or_the_time():
    """Properties hold the title and the language only."""
    parts = packages.read_parts(render(KIND, decision()))

    assert b"<dc:title>" in parts["docProps/core.xml"]
    assert b"creator" not in parts["docProps/core.xml"]
    assert b"created" not in parts["docProps/core.xml"]


def test_the_line_spacing_of_the_cell_reaches_the_styles():
    """Exactly 20 points instead of 18, wherever the body uses it."""
    context = replace(decision(), layout=Layout(line_spacing=Decimal(20)))

    styles = packages.read_parts(render(KIND, context))["word/styles.xml"].decode()

    assert 'w:line="400" w:lineRule="exact"' in styles
    assert 'w:line="360"' not in styles


def test_the_spelling_changes_the_word_and_no_name():
    """uỷ and ủy follow the setting; Thuỷ keeps the letters of its owner."""
    assert spell("Chi uỷ, Đảng uỷ, đồng chí Thuỷ, UỶ BAN", "ủy") == "Chi ủy, Đảng ủy, đồng chí Thuỷ, ỦY BAN"
    assert spell("Chi ủy, đồng chí Thủy", "uỷ") == "Chi uỷ, đồng chí Thủy"


def test_a_name_that_holds_the_word_keeps_its_letters():
    """Phan Thị Uỷ Quyền is not respelled, the committee in the same sentence is."""
    text = "Đảng uỷ giao đồng chí Phan Thị Uỷ Quyền"

    assert spell(text, "ủy", ("Phan Thị Uỷ Quyền",)) == "Đảng ủy giao đồng chí Phan Thị Uỷ Quyền"


def test_text_is_nfc_on_one_line():
    """Decomposed letters are composed and line breaks become spaces."""
    assert plain("Đa\u0309ng\r\n vie\u0302n ") == "Đảng viên"


def test_settling_reaches_records_in_lists():
    """Names inside lists are made plain too."""
    one = replace(decision().subjects[0], text="1. Đồng chí\tA")

    context = settled(replace(decision(), subjects=(one,)), ())

    assert context.subjects[0].text == "1. Đồng chí A"


def test_an_unknown_kind_is_misuse():
    """The fix lists the kinds there are."""
    with pytest.raises(Misuse) as told:
        kind_of("no-such-kind")

    assert told.value.message == "Không có loại văn bản «no-such-kind»."
    assert "inspection-decision" in told.value.fix


def test_placeholders_name_the_parts_of_records():
    """A list of records offers its parts to templates."""

    @dataclass(frozen=True, slots=True, kw_only=True)
    class Plain:
        note: str = "not a placeholder"

    assert placeholders(Plain) == {}
    assert placeholders(InspectionDecision)["subjects.full_name"] == "họ và tên"
