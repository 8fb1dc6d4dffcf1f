"""The list is compiled, current, and refused where it is wrong."""

import subprocess
import sys

import pytest

from tools import choice_words, compile_glossary, evidence_words, glossary_page, heading_senses

MINIMAL = """
terms: {}
tables:
  members:
    sheet: Đảng viên
    aka: []
    about: Mỗi dòng một đảng viên.
    columns:
      full_name: {vi: Họ và tên, aka: [Họ tên]}
      group: {vi: Tổ đảng}
split: {}
ignored_headings: [STT]
choices: {}
codes: {}
flags: {'yes': [x], 'no': [không]}
settings: {}
settings_sheet: {sheet: Thiết lập, aka: [], about: Thiết lập., columns: {}}
levels: {}
level_regimes: []
level_styles: []
honorifics: [đồng chí]
"""


def refused(tmp_path, text):
    source = tmp_path / "terms.yaml"
    source.write_text(text, encoding="utf-8")
    with pytest.raises(compile_glossary.GlossaryError) as caught:
        compile_glossary.compiled_text(source)
    return str(caught.value)


def test_the_compiled_list_is_current():
    """After an edit of terms.yaml: python -m tools.compile_glossary."""
    assert compile_glossary.TARGET.read_text(encoding="utf-8") == compile_glossary.compiled_text()


def test_the_compiled_evidence_is_current():
    """After an edit of evidence.yaml or terms.yaml: python -m tools.compile_glossary."""
    assert evidence_words.TARGET.read_text(encoding="utf-8") == compile_glossary.evidence_text()


def test_the_senses_of_our_own_headings_are_current():
    """After a change of recognition's words or weights: python -m tools.compile_glossary."""
    assert heading_senses.TARGET.read_text(encoding="utf-8") == heading_senses.senses_text()


def test_the_module_of_choices_is_current():
    """After an edit of terms.yaml: python -m tools.compile_glossary."""
    assert choice_words.TARGET.read_text(encoding="utf-8") == compile_glossary.choices_text()


@pytest.mark.parametrize(
    "entries",
    ["{id: done, vi: Xong}, {vi: Huỷ}", "{id: done, vi: Xong}, {id: done, vi: Huỷ}", "{id: Đã xong, vi: Xong}"],
    ids=["one without", "twice the same", "no identifier"],
)
def test_ids_of_choices_are_all_or_none_and_apart(tmp_path, entries):
    """A list gives every choice its own id, or none: a word without one could only be written out in the code."""
    source = tmp_path / "terms.yaml"
    source.write_text(MINIMAL.replace("choices: {}", f"choices:\n  plan_status: [{entries}]"), encoding="utf-8")

    with pytest.raises(compile_glossary.GlossaryError, match="plan_status"):
        compile_glossary.choices_text(source)


def test_the_page_is_current():
    """After an edit of terms.yaml: python -m tools.glossary_page."""
    assert glossary_page.TARGET.read_text(encoding="utf-8") == glossary_page.page()


def test_alternatives_are_spread():
    """A pattern stands for each of its spellings, with single spaces."""
    assert compile_glossary.spellings("Ngày (|ký )(QĐ|quyết định)") == (
        "Ngày QĐ",
        "Ngày quyết định",
        "Ngày ký QĐ",
        "Ngày ký quyết định",
    )
    assert compile_glossary.spellings("Điểm (30 điểm)") == ("Điểm (30 điểm)",)


def test_a_key_twice_is_refused(tmp_path):
    """A later entry would silently win."""
    message = refused(tmp_path, MINIMAL.replace("group: {", "full_name: {"))

    assert 'found duplicate key "full_name"' in message


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("about: Mỗi", "abuot: x\n    about: Mỗi", "tables.members: không có khoá abuot; chỉ dùng about, aka, ambiguous, columns, sheet."),
        ("{vi: Tổ đảng}", "{vi: Tổ đảng, viet: x}", "tables.members.group: không có khoá viet; chỉ dùng aka, note, vi."),
        ("{vi: Tổ đảng}", "{aka: [Tổ]}", "tables.members.group: thiếu vi."),
        ("{vi: Tổ đảng}", "Tổ đảng", "tables.members.group: phải là một nhóm khoá và giá trị."),
        ("{vi: Tổ đảng}", "{vi: Tổ đảng, aka: ['HỌ  TÊN:']}", 'tables.members: "HỌ TÊN:" chỉ cả full_name lẫn group.'),
        ("{vi: Tổ đảng}", "{vi: Hò và tên}", 'tables.members: bỏ dấu thì "Hò và tên" chỉ cả full_name lẫn group.'),
        ("{vi: Tổ đảng}", "{vi: Tổ đảng, aka: [Tổ (nhóm, đội)]}", '"Tổ (nhóm": ngoặc không đủ cặp (có lẽ thiếu dấu nháy quanh chữ có dấu phẩy).'),
        ("{vi: Tổ đảng}", "{vi: Tổ đảng, aka: [Tổ|Nhóm]}", '"Tổ|Nhóm": dấu | chỉ dùng trong một cặp ngoặc, ngoặc không lồng nhau.'),
        ("terms: {}", "terms: {}\nwords: {}", "terms.yaml: không có khoá words; chỉ dùng "),
    ],
)  # fmt: skip
def test_a_wrong_list_is_refused_with_place_and_words(tmp_path, old, new, message):
    """Nothing wrong or ambiguous ships."""
    assert refused(tmp_path, MINIMAL.replace(old, new)).startswith(message)


def test_no_yaml_reader_at_run_time():
    """What users run reads JSON only, and only when first asked."""
    code = (
        "import sys, addin.glossary as g\n"
        "from addin.glossary import listing\n"
        "assert listing._list.cache_info().currsize == 0\n"
        "g.headers('members')\n"
        "print('ruamel' in str(sys.modules), 'yaml' in sys.modules)"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "False False"
