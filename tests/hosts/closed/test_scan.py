"""What the reader of values loses, found by quick searches or by the exact parser, always the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from addin.core.grids import Range
from addin.hosts.closed.read.scan import SheetFacts, scan_plain
from addin.hosts.closed.read.scan_exact import Unreadable, scan_exact
from addin.hosts.closed.read.scan_fonts import LegacyFonts, legacy_fonts
from addin.hosts.extent import MOST_COLUMNS, MOST_ROWS
from tests.hosts.closed.read_samples import MAIN, sheet_xml

NO_FONTS = LegacyFonts()


def both(rows: str, after: str = "") -> SheetFacts:
    """The facts, after making sure that the two ways agree."""
    xml = sheet_xml(rows, after).encode()
    quick = scan_plain(xml)
    assert quick is not None
    assert quick == scan_exact(xml, NO_FONTS)
    return quick


def exact_only(xml: str | bytes) -> SheetFacts:
    """The facts of a sheet that the quick searches decline."""
    raw = xml.encode() if isinstance(xml, str) else xml
    assert scan_plain(raw) is None
    return scan_exact(raw, NO_FONTS)


def test_error_values() -> None:
    """Typed, calculated, shared: each with its code."""
    facts = both(
        '<row r="1"><c r="A1" t="e"><v>#N/A</v></c><c r="B1" s="3" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>'
        '<row r="2"><c r="C2" t="e"><f t="shared" si="0"/><v>#REF!</v></c><c r="D2" t="inlineStr"><is><t>#REF!</t></is></c></row>'
    )

    assert facts.errors == {(1, 1): "#N/A", (1, 2): "#DIV/0!", (2, 3): "#REF!"}


def test_formulas_without_a_stored_result() -> None:
    """A text result may be stored empty; a missing result is another thing."""
    facts = both(
        '<row r="1"><c r="A1"><f>1+1</f></c><c r="B1"><f>1+1</f><v></v></c><c r="C1"><f>1+1</f><v/></c>'
        '<c r="D1" t="str"><f>A2</f><v></v></c><c r="E1" t="str"><f>A2</f></c><c r="F1"><f>1+1</f><v>2</v></c>'
        '<c r="G1"><f t="shared" si="1"/></c><c r="H1" t="str"><f>T(1)</f><v xml:space="preserve"> a</v></c></row>'
    )

    assert facts.uncached == {(1, 1), (1, 2), (1, 3), (1, 5), (1, 7)}
    assert facts.formulas == {(1, column) for column in range(1, 9)}


def test_an_array_formula_owns_its_whole_area() -> None:
    """Its other squares hold values only, and must not be written."""
    facts = both('<row r="1"><c r="A1"><f t="array" ref="A1:B2">C1:D2</f><v>1</v></c></row>')

    assert facts.formulas == {(1, 1), (1, 2), (2, 1), (2, 2)}


def test_merges_and_hidden_rows() -> None:
    """As ranges, and as row numbers."""
    facts = both(
        '<row r="1" hidden="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="0"/><row r="4" ht="3" hidden="true"/>',
        '<mergeCells count="2"><mergeCell ref="A1:C1"/><mergeCell ref="B5:B7"/></mergeCells>',
    )

    assert facts.merged == (Range(1, 1, 1, 3), Range(5, 2, 7, 2))
    assert facts.hidden_rows == {1, 4}


def test_hidden_columns_are_no_hidden_rows() -> None:
    """The same word on another element."""
    xml = sheet_xml().replace("<sheetData>", '<cols><col min="1" max="2" hidden="1"/></cols><sheetData>').encode()

    quick = scan_plain(xml)

    assert quick == scan_exact(xml, NO_FONTS) == SheetFacts()


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="XFD1048576"><v>1</v></c>',
        '<c r="xfd1048576"><v>1</v></c>',
        '<c s="1" r="XFD1048576"><v>1</v></c>',
        "<c r='XFD1048576'><v>1</v></c>",
        '<c\nr="XFD1048576"><v>1</v></c>',
        '<c r = "XFD1048576"><v>1</v></c>',
        '<c r="&#88;FD1048576"><v>1</v></c>',
        f'<x:c xmlns:x="{MAIN}" r="XFD1048576"><v>1</v></x:c>',
        '<c r="XFD1048576" t="inlineStr"><is><t>a</t></is></c>',
        '<c r="XFD1048576"><f>1</f></c>',
    ],
)
def test_a_far_square_in_any_spelling(cell: str) -> None:
    """One such square takes the reader's process down, so none may slip through."""
    facts = exact_only(sheet_xml(f'<row r="1">{cell}</row>'))

    assert facts.far == (1048576, 16384)


@pytest.mark.parametrize(("square", "is_far"), [("GR1", False), ("GS1", True), ("A20000", False), ("A20001", True)])
def test_the_caps(square: str, is_far: bool) -> None:
    """200 columns, 20 000 rows; the square itself is named."""
    xml = sheet_xml(f'<row r="1"><c r="{square}"><v>1</v></c></row>').encode()

    facts = scan_plain(xml) or scan_exact(xml, NO_FONTS)

    assert (MOST_COLUMNS, MOST_ROWS) == (200, 20_000)
    assert (facts.far is not None) == is_far
    assert (scan_plain(xml) is None) == is_far


def test_a_far_square_without_value_does_no_harm() -> None:
    """Colouring a whole column leaves such squares in ordinary workbooks."""
    assert exact_only(sheet_xml('<row r="1048576"><c r="A1048576" s="4"/></row>')).far is None


ODD = {
    "prefix": f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row r="1" hidden="1"><x:c r="A1" t="e"><x:f>1/0</x:f><x:v>#N/A</x:v></x:c></x:row></x:sheetData></x:worksheet>',
    "comment": sheet_xml('<!-- <c r="B1" t="e"><v>#REF!</v></c> --><row r="1" hidden="1"><c r="A1" t="e"><f>1/0</f><v>#N/A</v></c></row>'),
    "cdata": sheet_xml('<row r="1" hidden="1"><c r="A1" t="e"><f>1/0</f><v><![CDATA[#N/A]]></v></c></row>'),
    "instruction": sheet_xml('<?a <c r="B1" t="e"><v>#REF!</v></c>?><row r="1" hidden="1"><c r="A1" t="e"><f>1/0</f><v>#N/A</v></c></row>'),
    "single quotes": sheet_xml("<row r='1' hidden='1'><c r='A1' t='e'><f>1/0</f><v>#N/A</v></c></row>"),
    "spaces": sheet_xml('<row r="1" hidden = "1"><c r="A1" t = "e" ><f>1/0</f><v>#N/A</v></c></row>'),
    "entities": sheet_xml('<row r="1" hidden="&#49;"><c r="A1" t="&#101;"><f>1/0</f><v>&#35;N/A</v></c></row>'),
    "no addresses": sheet_xml('<row hidden="1"><c t="e"><f>1/0</f><v>#N/A</v></c></row>'),
    "other order": sheet_xml('<row hidden="1" r="1"><c t="e" r="A1"><f>1/0</f><v>#N/A</v></c></row>'),
    "utf-16": sheet_xml('<row r="1" hidden="1"><c r="A1" t="e"><f>1/0</f><v>#N/A</v></c></row>').replace("UTF-8", "UTF-16").encode("utf-16"),
}


@pytest.mark.parametrize("way", ODD)
def test_another_way_of_writing(way: str) -> None:
    """The quick searches decline what they might misread; the parser finds the same facts."""
    facts = exact_only(ODD[way])

    assert facts == SheetFacts(errors={(1, 1): "#N/A"}, formulas=frozenset({(1, 1)}), hidden_rows=frozenset({1}))


@pytest.mark.parametrize("bad", ['r="A"', 'r="1A"', 'r="ABCD1"', 'r="$A$1"', 'r=""', 'r="A1" s="x"'])
def test_an_address_that_is_none(bad: str) -> None:
    """Never guessed: the reader might see a far square there."""
    with pytest.raises(Unreadable):
        scan_exact(sheet_xml(f'<row r="1"><c {bad}><v>1</v></c></row>').encode(), NO_FONTS)


@pytest.mark.parametrize("xml", ["<worksheet><sheetData>", "", "<a></b>", '<row r="x"/>'])
def test_a_broken_part(xml: str) -> None:
    """Told, not crashed on."""
    with pytest.raises(Unreadable):
        scan_exact(xml.encode(), NO_FONTS)


STYLES = (
    f'<styleSheet xmlns="{MAIN}"><fonts count="3"><font><name val="Times New Roman"/></font><font><name val=".VnTime"/></font>'
    '<font><name val="VNI-Times"/></font></fonts><cellXfs count="3"><xf fontId="0"/><xf fontId="1"/><xf fontId="2"/></cellXfs></styleSheet>'
)


def test_fonts_of_the_old_encodings_by_column() -> None:
    """Columns where one is seen, with all fonts seen there; numbers and blanks do not count."""
    fonts = legacy_fonts(STYLES.encode(), None)
    rows = (
        '<row r="1"><c r="A1" t="s" s="1"><v>0</v></c><c r="B1" s="2"><v>5</v></c><c r="C1" t="inlineStr"><is><t>a</t></is></c></row>'
        '<row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2" s="1"/><c r="D2" t="str" s="2"><f>T(1)</f><v>x</v></c></row>'
    )

    facts = scan_exact(sheet_xml(rows).encode(), fonts)

    assert facts.fonts == {1: {".VnTime", "Times New Roman"}, 4: {"VNI-Times"}}


def test_fonts_of_runs_inside_a_square() -> None:
    """A text of several fonts names them in the shared strings."""
    texts = f'<sst xmlns="{MAIN}"><si><t>a</t></si><si><r><rPr><rFont val=".VnTimeH"/></rPr><t>b</t></r><r><t>c</t></r></si></sst>'
    fonts = legacy_fonts(STYLES.replace(".VnTime", "Arial").replace("VNI-Times", "Arial").encode(), texts.encode())

    facts = scan_exact(sheet_xml('<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>').encode(), fonts)

    assert facts.fonts == {2: {".VnTimeH"}}


def test_no_old_font_anywhere() -> None:
    """Then nothing is parsed for fonts at all."""
    plain = STYLES.replace(".VnTime", "Arial").replace("VNI-Times", "Vinhan")

    assert not legacy_fonts(plain.encode(), b"<sst/>")
    assert not legacy_fonts(None, None)


_COLUMN = st.sampled_from(["A", "B", "Z", "AA", "GR"])
_CONTENT = st.sampled_from(
    [
        "/>",
        "><v>1</v></c>",
        ' s="2"><v>43711</v></c>',
        ' t="e"><v>#N/A</v></c>',
        ' t="e"><f>A1</f><v>#REF!</v></c>',
        ' t="s"><v>3</v></c>',
        ' t="b"><v>1</v></c>',
        ' t="inlineStr"><is><t>Nguyễn &amp; #N/A</t></is></c>',
        "><f>1+1</f></c>",
        "><f>IF(A1&lt;2,&quot;#&quot;,1)</f><v>1</v></c>",
        ' t="str"><f>A1</f><v></v></c>',
        '><f t="array" ref="A1:B2">C1</f><v>1</v></c>',
        '><f t="shared" si="0" ref="A1:A9">C1</f><v/></c>',
    ]
)
_SAID = st.sampled_from(["", ' hidden="1"', ' hidden="0"', ' spans="1:3" ht="15" hidden="true"'])
_ROW = st.tuples(_SAID, st.lists(st.tuples(_COLUMN, _CONTENT), max_size=4, unique_by=lambda cell: cell[0]))


@given(st.lists(_ROW, max_size=5), st.booleans())
def test_quick_and_exact_agree(rows: list[tuple[str, list[tuple[str, str]]]], merged: bool) -> None:
    """On any sheet in the plain way of writing."""
    body = "".join(
        f'<row r="{number}"{said}>' + "".join(f'<c r="{column}{number}"{content}' for column, content in cells) + "</row>"
        for number, (said, cells) in enumerate(rows, 1)
    )

    facts = both(body, '<mergeCells count="1"><mergeCell ref="B1:C2"/></mergeCells>' if merged else "")

    assert len(facts.merged) == merged
