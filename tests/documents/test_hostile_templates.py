"""Templates that would give unreadable papers, cost minutes, or hold more than words: refused in one sentence by check and paper alike."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping

import pytest
from document_contexts import decision

from addin.documents import packages
from addin.documents.catalogue import KINDS
from addin.documents.render import render
from addin.documents.template_check import check_templates
from addin.documents.template_files import shipped_folder
from addin.errors import Secret, SochiboError, TemplateBroken

KIND = KINDS["inspection-decision"]
DOCUMENT, TYPES = "word/document.xml", "[Content_Types].xml"
LINKS, SETTINGS = "word/_rels/document.xml.rels", "word/settings.xml"
LINK = '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}" Target="{}"{}/>'


def shipped() -> dict[str, bytes]:
    """The parts of the decision's own template."""
    return packages.read_parts((shipped_folder() / f"{KIND.id}.docx").read_bytes())


def put_in(part: str, before: bytes, words: str) -> dict[str, bytes]:
    """The shipped template with words put before a mark of a part."""
    parts = shipped()
    assert before in parts[part]
    return {**parts, part: parts[part].replace(before, words.encode() + before, 1)}


def lines(*texts: str) -> dict[str, bytes]:
    """The shipped template with paragraphs at its end."""
    return put_in(DOCUMENT, b"<w:sectPr>", "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in texts))


def refused(tmp_path, parts: Mapping[str, bytes]) -> SochiboError:
    """What both say: the check, and the paper that is not made."""
    (tmp_path / f"{KIND.id}.docx").write_bytes(packages.pack(parts))
    told = check_templates(tmp_path)[-1]
    with pytest.raises(SochiboError) as stopped:
        render(KIND, decision(), tmp_path)
    assert told.message == stopped.value.message
    assert told.fix == stopped.value.fix
    return stopped.value


def is_fit(tmp_path, parts: Mapping[str, bytes]) -> bool:
    """Whether check and paper take the template."""
    (tmp_path / f"{KIND.id}.docx").write_bytes(packages.pack(parts))
    assert render(KIND, decision(), tmp_path)
    return check_templates(tmp_path)[-1].message is None


@pytest.mark.parametrize("part", [TYPES, "word/styles.xml", SETTINGS, LINKS, "_rels/.rels", "word/header1.xml", DOCUMENT])
@pytest.mark.parametrize("cut", [0, 2, 10_000])
def test_a_broken_part_is_named(tmp_path, part, cut):
    """Empty, half, or of something else: Word could not open the paper, so there is none."""
    parts = shipped()
    broken = {0: b"", 2: parts[part][: len(parts[part]) // 2], 10_000: b"<other/>"}[cut]

    assert isinstance(refused(tmp_path, {**parts, part: broken}), TemplateBroken)


def test_swapped_parts_are_told(tmp_path):
    """Both are XML, and neither is what the list of types says."""
    parts = shipped()

    error = refused(tmp_path, {**parts, "word/styles.xml": parts[SETTINGS], SETTINGS: parts["word/styles.xml"]})

    assert "có nội dung của một phần khác" in error.message


def test_a_part_without_a_type_is_told(tmp_path):
    """Word calls such a file damaged."""
    assert "picture.emf" not in shipped()

    error = refused(tmp_path, {**shipped(), "word/extra.rels2.xml.odd.xml": b"<a/>", TYPES: shipped()[TYPES].replace(b'Extension="xml"', b'Extension="xmm"')})

    assert "không có trong «[Content_Types].xml»" in error.message


def test_a_link_to_a_part_that_is_not_there_is_told(tmp_path):
    """And so is the number of a link nobody gives."""
    parts = shipped()
    gone = {name: data for name, data in parts.items() if name != "word/header1.xml"}

    assert "dẫn tới phần không có" in refused(tmp_path, gone).message
    unknown = {**parts, DOCUMENT: parts[DOCUMENT].replace(b'r:id="rId3"', b'r:id="rId77"')}
    assert "dẫn tới phần không có" in refused(tmp_path, unknown).message


@pytest.mark.parametrize(
    ("kind", "target", "outside"),
    [
        ("attachedTemplate", "http://nơi.khác/mau.dotm", ' TargetMode="External"'),
        ("attachedTemplate", "file:///C:/Users/x/mau.dotm", ' TargetMode="External"'),
        ("image", "https://nơi.khác/anh.png", ' TargetMode="External"'),
        ("aFChunk", "https://nơi.khác/x.html", ' TargetMode="External"'),
    ],
)
def test_what_would_be_fetched_is_refused(tmp_path, kind, target, outside):
    """A template elsewhere, a picture elsewhere: the paper would ask for them when it is opened."""
    error = refused(tmp_path, put_in(LINKS, b"</Relationships>", LINK.format(kind, target, outside)))

    assert "ở ngoài" in error.message or "nơi khác" in error.message


def test_a_hyperlink_is_no_harm(tmp_path):
    """A reader clicks it or does not."""
    assert is_fit(tmp_path, put_in(LINKS, b"</Relationships>", LINK.format("hyperlink", "https://x.vn/", ' TargetMode="External"')))


def test_macros_are_refused(tmp_path):
    """By their part, and by what the list of types calls the document."""
    assert "macro" in refused(tmp_path, {**shipped(), "word/vbaProject.bin": b"x"}).message
    running = shipped()[TYPES].replace(b"vnd.openxmlformats-officedocument.wordprocessingml.document.main", b"vnd.ms-word.document.macroEnabled.main")
    assert "macro" in refused(tmp_path, {**shipped(), TYPES: running}).message


@pytest.mark.parametrize("code", ["DDEAUTO c:\\\\x.exe", "dde excel", "INCLUDETEXT \\\\máy\\x", "LINK Excel.Sheet", "MACROBUTTON x"])
@pytest.mark.parametrize("shape", ["simple", "split"])
def test_fields_that_fetch_or_run_are_refused(tmp_path, code, shape):
    """However the code is split over runs."""
    simple = f'<w:p><w:fldSimple w:instr=" {code}"/></w:p>'
    pieces = "".join(f"<w:r><w:instrText>{letter}</w:instrText></w:r>" for letter in code)
    split = f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>{pieces}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'

    error = refused(tmp_path, put_in(DOCUMENT, b"<w:sectPr>", simple if shape == "simple" else split))

    assert code.split()[0].upper() in error.message


def test_ordinary_fields_stay(tmp_path):
    """A page number, and an address that holds such a word."""
    assert is_fit(tmp_path, put_in(DOCUMENT, b"<w:sectPr>", '<w:p><w:fldSimple w:instr=" HYPERLINK https://x.vn/link/dde "/></w:p>'))


DEEP = {
    "deep not": "{% if " + "not " * 20_000 + "number %}x{% endif %}",
    "deep brackets": "{% if " + "(" * 150 + "number" + ")" * 150 + " %}x{% endif %}",
    "deep if": "{% if number %}" * 3_000 + "x" + "{% endif %}" * 3_000,
    "loops over words": "".join(f"{{% for a{n} in number %}}" for n in range(2)) + "x" + "{% endfor %}" * 2,
    "loops in loops": "".join(f"{{% for a{n} in subjects %}}" for n in range(9)) + "x" + "{% endfor %}" * 9,
    "open braces": "{{ " * 50_000,
    "many fields": "{{ number }}" * 20_000,
    "recursive loop": "{% for a in subjects recursive %}x{% endfor %}",
}


@pytest.mark.parametrize("case", DEEP)
def test_depth_size_and_time_are_limited(tmp_path, case):
    """Told at once, whatever it would have cost."""
    start = time.process_time()

    assert isinstance(refused(tmp_path, lines(DEEP[case])), TemplateBroken)
    assert time.process_time() - start < 5


def test_lists_in_lists_are_weighed_with_what_the_workbook_holds(tmp_path):
    """Two hundred names three times over are eight million lines: the paper stops, in one sentence, before it is made."""
    from dataclasses import replace

    loops = "".join(f"{{% for a{n} in subjects %}}" for n in range(3)) + "{% endfor %}" * 3
    (tmp_path / f"{KIND.id}.docx").write_bytes(packages.pack(lines(loops)))
    many = replace(decision(), subjects=decision().subjects[:1] * 200)

    with pytest.raises(TemplateBroken) as told:
        render(KIND, many, tmp_path)

    assert "quá nhiều dòng" in told.value.message


def test_an_if_that_takes_a_tag_without_its_end_makes_no_paper(tmp_path):
    """The template is XML, what comes of it is not: the paper is looked at once more."""
    torn = "<w:p><w:r><w:t>{% if not number %}</w:t></w:r></w:p><w:p><w:r>{% endif %}</w:r></w:p>"
    across = "<w:p><w:r><w:t>{% if not number %}</w:t></w:r></w:p><w:p><w:r><w:t>{% endif %}</w:t></w:r></w:p>"

    assert "không mở được" in refused(tmp_path, put_in(DOCUMENT, b"<w:sectPr>", torn)).message
    assert is_fit(tmp_path, put_in(DOCUMENT, b"<w:sectPr>", across))


def test_the_check_tries_a_paper_with_nothing_in_it_too(tmp_path):
    """What is torn only where a field is empty would come to light in the one paper of the year that lacks it."""
    torn = "<w:p><w:r><w:t>{% if number %}</w:t></w:r></w:p><w:p><w:r>{% endif %}</w:r></w:p>"
    (tmp_path / f"{KIND.id}.docx").write_bytes(packages.pack(put_in(DOCUMENT, b"<w:sectPr>", torn)))

    assert render(KIND, decision(), tmp_path)
    assert "không mở được" in (check_templates(tmp_path)[-1].message or "")


STAMPED = {
    "paragraph": "<w:p><w:r><w:t>MẬT</w:t></w:r></w:p>",
    "runs": "<w:p><w:r><w:t>TUYỆ</w:t></w:r><w:r><w:t>T MẬ</w:t></w:r><w:r><w:t>T</w:t></w:r></w:p>",
    "letters": "<w:p><w:r><w:t>T Ố I   M Ậ T</w:t></w:r></w:p>",
    "without marks": "<w:p><w:r><w:t>TUYET MAT</w:t></w:r></w:p>",
    "cells": "<w:tbl><w:tr>" + "".join(f"<w:tc><w:p><w:r><w:t>{word}</w:t></w:r></w:p></w:tc>" for word in ("TỐI", "MẬT")) + "</w:tr></w:tbl>",
    "box": "<w:p><w:r><w:t>Số</w:t></w:r><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>Mật</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p>",
    "watermark": '<w:p><w:r><w:pict><v:textpath xmlns:v="urn:schemas-microsoft-com:vml" string="TỐI MẬT"/></w:pict></w:r></w:p>',
}


@pytest.mark.parametrize("where", STAMPED)
def test_a_stamp_is_found_however_it_is_set(tmp_path, where):
    """Runs, cells, spaced letters, boxes and watermarks."""
    assert isinstance(refused(tmp_path, put_in(DOCUMENT, b"<w:sectPr>", STAMPED[where])), Secret)


def test_a_stamp_in_the_header_is_found(tmp_path):
    """Where it usually stands."""
    assert isinstance(refused(tmp_path, put_in("word/header1.xml", b"</w:hdr>", STAMPED["runs"])), Secret)


def test_ordinary_sentences_with_the_word_stay(tmp_path):
    """Secrets are also what members are told to keep."""
    assert is_fit(tmp_path, lines("Giữ bí mật của Đảng", "Đồng chí Nguyễn Văn Mật", "MẬT ĐỘ", "MAT"))


@pytest.mark.posix
def test_a_pipe_in_the_folder_is_no_template(tmp_path):
    """It would wait for ever."""
    os.mkfifo(tmp_path / f"{KIND.id}.docx")

    assert "không phải một tệp thường" in (check_templates(tmp_path)[-1].message or "")


def test_a_word_file_of_another_format_is_told(tmp_path):
    """Nobody would use it, and the secretary would wonder why."""
    (tmp_path / "Quyết định kiểm tra.docm").write_bytes(b"x")

    assert "không phải dạng .docx" in (check_templates(tmp_path)[-1].message or "")


def test_the_field_that_was_meant_is_named_with_its_paragraph(tmp_path):
    """One letter wrong, somewhere among forty paragraphs."""
    error = refused(tmp_path, lines("Người ký: {{ signer_nam }}"))

    assert error.message == f"Mẫu «{KIND.id}.docx» dùng trường không có: signer_nam (đoạn «Người ký: {{{{ signer_nam }}}}»)."
    assert error.fix.startswith("Có phải muốn ghi: signer_nam → signer_name (họ và tên người ký)?")
