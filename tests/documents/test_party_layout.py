"""The Party's layout (documents.md §3) as it stands in the XML of every shipped template."""

from __future__ import annotations

import re
import shutil
import subprocess
import unicodedata
from pathlib import Path

import pytest
from document_contexts import COMPLETE
from lxml import etree

from addin.documents import packages
from addin.documents.catalogue import KINDS
from addin.documents.render import render
from addin.documents.template_files import shipped_folder
from tools import templates

GOLDEN = Path(__file__).parent / "golden"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
EVERY = pytest.mark.parametrize("kind", sorted(KINDS))
NUMBERED = pytest.mark.parametrize("kind", sorted(kind for kind, known in KINDS.items() if known.symbol))


def root(kind: str, part: str = "word/document.xml"):
    """A part of the rendered document of a kind."""
    return etree.fromstring(packages.read_parts(render(KINDS[kind], COMPLETE[kind]()))[part])


def lines(kind: str) -> list[tuple[str, str]]:
    """Style and words of each paragraph of the body."""
    found = []
    for line in root(kind).iter(f"{W}p"):
        style = line.find(f"{W}pPr/{W}pStyle")
        words = "".join(text.text or "" for text in line.iter(f"{W}t"))
        found.append((style.get(f"{W}val") if style is not None else "", words))
    return found


def style(kind: str, identifier: str):
    """A style's definition."""
    return next(item for item in root(kind, "word/styles.xml") if item.get(f"{W}styleId") == identifier)


def look(kind: str, identifier: str) -> dict[str, object]:
    """Size in points, bold, italic, underline, alignment of a style."""
    item = style(kind, identifier)
    jc = item.find(f"{W}pPr/{W}jc")
    return {
        "size": int(item.find(f"{W}rPr/{W}sz").get(f"{W}val")) / 2,
        "bold": item.find(f"{W}rPr/{W}b") is not None,
        "italic": item.find(f"{W}rPr/{W}i") is not None,
        "underline": item.find(f"{W}rPr/{W}u") is not None,
        "jc": jc.get(f"{W}val"),
    }


@EVERY
def test_the_committed_templates_are_what_the_script_builds(kind):
    """templates/*.docx can be made again, byte for byte."""
    assert (shipped_folder() / f"{KINDS[kind].stem}.docx").read_bytes() == templates.built(kind)


@EVERY
def test_paper_and_margins(kind):
    """A4; top and bottom 20, left 30, right 15, header 10 mm; page numbers from page 2."""
    section = root(kind).find(f".//{W}sectPr")
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    millimetres = {side: round(int(margins.get(f"{W}{side}")) * 25.4 / 1440) for side in ("top", "bottom", "left", "right", "header")}

    assert sorted((size.get(f"{W}w"), size.get(f"{W}h"))) == ["11906", "16838"]
    assert (size.get(f"{W}orient") == "landscape") == (KINDS[kind].stem in templates.LANDSCAPE)
    assert millimetres == {"top": 20, "bottom": 20, "left": 30, "right": 15, "header": 10}
    assert section.find(f"{W}titlePg") is not None


@EVERY
def test_the_page_number_is_centred_at_the_top_from_page_two(kind):
    """The header of further pages holds PAGE, that of the first holds nothing."""
    further = etree.tostring(root(kind, "word/header1.xml"), encoding="unicode")
    first = etree.tostring(root(kind, "word/header2.xml"), encoding="unicode")

    assert " PAGE " in further
    assert "PAGE " not in first
    assert look(kind, "PageNumber")["jc"] == "center"


@EVERY
def test_the_font_is_times_new_roman_fourteen_in_vietnamese(kind):
    """The default of the document; no other font is named anywhere."""
    styles = packages.read_parts(render(KINDS[kind], COMPLETE[kind]()))["word/styles.xml"].decode()
    defaults = root(kind, "word/styles.xml").find(f"{W}docDefaults")

    assert set(re.findall(r'<w:rFonts w:ascii="([^"]+)"', styles)) == {"Times New Roman"}
    assert defaults.find(f".//{W}sz").get(f"{W}val") == "28"
    assert defaults.find(f".//{W}lang").get(f"{W}val") == "vi-VN"


@EVERY
def test_the_body_is_justified_indented_and_exactly_spaced(kind):
    """First line 10 mm, 6 points after, exactly 18 points."""
    body = style(kind, "Body").find(f"{W}pPr")
    spacing = body.find(f"{W}spacing")

    assert look(kind, "Body") == {"size": 14, "bold": False, "italic": False, "underline": False, "jc": "both"}
    assert body.find(f"{W}ind").get(f"{W}firstLine") == "567"
    assert (spacing.get(f"{W}after"), spacing.get(f"{W}line"), spacing.get(f"{W}lineRule")) == ("120", "360", "exact")


@pytest.mark.parametrize(
    ("identifier", "size", "marks", "jc"),
    [
        ("PartyName", 15, "bold", "center"),
        ("Superior", 14, "", "center"),
        ("Issuer", 14, "bold", "center"),
        ("Number", 14, "", "center"),
        ("PlaceDate", 14, "italic", "center"),
        ("Kind", 16, "bold", "center"),
        ("Summary", 14, "bold", "center"),
        ("SignAuthority", 14, "bold", "center"),
        ("SignPost", 14, "", "center"),
        ("SignName", 14, "bold", "center"),
        ("RecipientsTitle", 14, "underline", "left"),
        ("Recipients", 12, "", "left"),
    ],
)
def test_each_element_has_its_look(identifier, size, marks, jc):
    """The font table of HD 36, same under HD 05."""
    expected = {mark: mark in marks for mark in ("bold", "italic", "underline")}

    assert look("inspection-decision", identifier) == {"size": size, "jc": jc, **expected}


@NUMBERED
def test_the_head_stands_in_two_columns_without_borders(kind):
    """Superior, cell, `*`, number left; the Party's name over a line, place and date right."""
    head = root(kind).find(f".//{W}tbl")
    told = [line for line in lines(kind) if line[0] not in {"Stamp", "FormCode"}][:7]

    assert head.find(f"{W}tblPr/{W}tblBorders") is None
    assert len(head.findall(f"{W}tblGrid/{W}gridCol")) == 2
    assert [identifier for identifier, _ in told] == [
        "Superior", "Issuer", "PartyName", "PartyLineWide" if kind in templates.LANDSCAPE else "PartyLine", "Number", "Number", "PlaceDate",
    ]  # fmt: skip
    assert told[2][1] == "ĐẢNG CỘNG SẢN VIỆT NAM"
    assert told[4][1] == "*"
    assert re.fullmatch(rf"Số (\d{{2,}}|……)-{KINDS[kind].symbol}/CB", told[5][1])


def test_the_line_under_the_partys_name_is_as_long_as_the_words():
    """73 mm of 89: a border drawn between indents."""
    properties = style("inspection-decision", "PartyLine").find(f"{W}pPr")
    indent = properties.find(f"{W}ind")

    assert properties.find(f"{W}pBdr/{W}top").get(f"{W}val") == "single"
    assert (indent.get(f"{W}left"), indent.get(f"{W}right")) == ("454", "454")


@NUMBERED
def test_the_title_is_followed_by_what_it_is_about_and_five_hyphens(kind):
    """The line under the title begins with a small letter."""
    told = lines(kind)
    at = [identifier for identifier, _ in told].index("Kind")

    assert told[at][1].isupper()
    assert told[at + 1][0] == "Summary"
    assert told[at + 1][1][0].islower()
    assert told[at + 2] == ("Rule", "-----")


@pytest.mark.parametrize("kind", sorted(path.stem for path in GOLDEN.glob("*.txt")))
def test_the_whole_paper_reads_as_the_golden_one(kind):
    """Every paragraph in its style, word for word."""
    golden = (GOLDEN / f"{kind}.txt").read_text(encoding="utf-8")

    assert "\n".join(f"{identifier}\t{words}" for identifier, words in lines(kind)) + "\n" == golden


@EVERY
def test_old_habits_and_the_states_layout_do_not_appear(kind):
    """No `./.`, no `TM.`, no `Số:`, no seal, no state motto."""
    text = "\n".join(words for _, words in lines(kind))

    for habit in ("./.", "TM.", "Số:", "V/v", "(đóng dấu)", "CỘNG HÒA XÃ HỘI", "CỘNG HOÀ XÃ HỘI"):
        assert habit not in text


@EVERY
def test_every_word_is_composed(kind):
    """NFC throughout."""
    text = "\n".join(words for _, words in lines(kind))

    assert unicodedata.is_normalized("NFC", text)


def test_the_name_stands_under_post_and_authority():
    """T/M CHI BỘ, BÍ THƯ, the name; the recipients end with the archive."""
    told = lines("inspection-decision")

    assert [words for identifier, words in told if identifier.startswith("Sign")] == ["T/M CHI BỘ", "BÍ THƯ", "Trần Thị Mẫu"]
    assert [words for identifier, words in told if identifier == "Recipients" and words] == [
        "- Như Điều 4,",
        "- Đảng uỷ Sở Tư pháp (để báo cáo),",
        "- Lưu Chi bộ.",
    ]


@EVERY
def test_tables_of_data_say_what_they_hold_and_repeat_their_head(kind):
    """A screen reader is told, and a second page has the headings again."""
    for table in root(kind).iter(f"{W}tbl"):
        if table.find(f"{W}tblPr/{W}tblBorders") is None:
            continue

        assert table.find(f"{W}tblPr/{W}tblDescription").get(f"{W}val")
        assert table.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None


@pytest.mark.libreoffice
def test_libreoffice_prints_every_kind_in_the_times_family(tmp_path):
    """One run prints them all: each PDF is A4, uses a serif font only, and has no page without words."""
    if shutil.which("soffice") is None:
        pytest.fail("soffice is needed for tests marked libreoffice")
    for kind, known in KINDS.items():
        (tmp_path / f"{kind}.docx").write_bytes(render(known, COMPLETE[kind]()))

    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "pdf", *(f"{kind}.docx" for kind in KINDS)],
        cwd=tmp_path, check=True, capture_output=True, timeout=600,
    )  # fmt: skip

    for kind in KINDS:
        fonts = subprocess.run(["pdffonts", f"{kind}.pdf"], cwd=tmp_path, check=True, capture_output=True, text=True).stdout
        info = subprocess.run(["pdfinfo", f"{kind}.pdf"], cwd=tmp_path, check=True, capture_output=True, text=True).stdout
        names = {line.split()[0] for line in fonts.splitlines()[2:]}
        assert names, kind
        assert all(re.search(r"Serif|Times", name) for name in names), (kind, names)
        assert "(A4)" in info, kind
        pages = subprocess.run(["pdftotext", f"{kind}.pdf", "-"], cwd=tmp_path, check=True, capture_output=True, text=True).stdout.split("\f")
        assert all(len(page.split()) > 1 for page in pages[:-1]), kind


@EVERY
def test_no_table_is_wider_than_the_text(kind):
    """165 mm upright, 252 mm landscape; every column of the grid is counted."""
    document = root(kind)
    section = document.find(f".//{W}sectPr")
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    room = int(size.get(f"{W}w")) - int(margins.get(f"{W}left")) - int(margins.get(f"{W}right"))

    for table in document.iter(f"{W}tbl"):
        assert sum(int(column.get(f"{W}w")) for column in table.findall(f"{W}tblGrid/{W}gridCol")) <= room + 12  # a fifth of a millimetre


@pytest.mark.parametrize("kind", ["team-schedule", "inspection-report", "signs-inspection-report", "dossier-contents", "denunciation-report"])
def test_a_teams_head_is_the_cell_over_the_team(kind):
    """No number; TỔ TRƯỞNG signs, never T/M CHI BỘ."""
    told = lines(kind)

    assert [identifier for identifier, _ in told[:6]] == ["Superior", "Issuer", "PartyName", "PartyLine", "Number", "PlaceDate"]
    assert (told[0][1], told[1][1][:3], told[4][1]) == ("CHI BỘ VĂN PHÒNG SỞ 2", "TỔ ", "*")
    signed = [words for identifier, words in told if identifier == "SignAuthority"]
    assert "TỔ TRƯỞNG" in signed
    assert "T/M CHI BỘ" not in signed


@pytest.mark.parametrize("kind", ["self-report", "self-report-outline", "self-review", "period-self-rating"])
def test_what_a_member_writes_begins_with_the_partys_name(kind):
    """No issuer, no superior, no number; a form's code may stand above."""
    styles = [identifier for identifier, words in lines(kind) if words or identifier == "PartyLine"]

    assert [one for one in styles if one != "FormCode"][:3] == ["PartyName", "PartyLine", "PlaceDate"]
    assert not {"Issuer", "Superior", "Number"} & set(styles)


@pytest.mark.parametrize("kind", ["working-minutes", "notice-minutes", "thematic-supervision-minutes"])
def test_minutes_of_a_session_have_three_hands(kind):
    """In one row, their names in the next, so that a long capacity moves none."""
    told = lines(kind)
    hands = [identifier for identifier, _ in told if identifier.startswith("Sign")]

    assert hands == ["SignAuthority"] * 3 + ["SignName"] * 3


def test_a_discipline_decision_leaves_room_for_the_superiors_stamp():
    """An empty paragraph of at least fifteen millimetres above the head, at the left."""
    told = lines("discipline-decision")
    spacing = style("discipline-decision", "Stamp").find(f"{W}pPr/{W}spacing")

    assert told[0] == ("Stamp", "")
    assert int(spacing.get(f"{W}after")) >= 15 / 25.4 * 1440
    assert style("discipline-decision", "Stamp").find(f"{W}pPr/{W}jc").get(f"{W}val") == "left"


@EVERY
def test_room_to_write_runs_to_the_edge_of_the_text(kind):
    """A leader of dots up to 165 mm."""
    tab = style(kind, "Written").find(f"{W}pPr/{W}tabs/{W}tab")

    assert (tab.get(f"{W}leader"), tab.get(f"{W}pos")) == ("dot", "9354")


SIGNED = pytest.mark.parametrize("kind", sorted(set(KINDS) - {"ballot", "discipline-ballot", "discipline-proposal-ballot", "self-report-outline", "thematic-supervision-outline"}))


@SIGNED
def test_no_signature_stands_alone_on_a_page(kind):
    """What is before the last signature is kept with it: two paragraphs, or the last row of a table."""
    body = list(root(kind).find(f"{W}body"))
    last = max(number for number, part in enumerate(body) if part.tag == f"{W}tbl" and _is_signed(part))
    before = [part for part in body[:last] if part.tag in {f"{W}p", f"{W}tbl"}][-2:]

    for part in before:
        lines_ = [part] if part.tag == f"{W}p" else list(part.findall(f"{W}tr")[-1].iter(f"{W}p"))
        assert any(_is_kept(kind, line) for line in lines_), etree.tostring(part, encoding="unicode")[:300]


def _is_signed(table) -> bool:
    return any((item.get(f"{W}val") or "").startswith("Sign") for item in table.iter(f"{W}pStyle"))


def _is_kept(kind: str, line) -> bool:
    named = line.find(f"{W}pPr/{W}pStyle")
    if line.find(f"{W}pPr/{W}keepNext") is not None:
        return True
    return named is not None and style(kind, named.get(f"{W}val")).find(f"{W}pPr/{W}keepNext") is not None
