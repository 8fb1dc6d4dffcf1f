"""WordprocessingML for the shipped templates, in the Party's layout (documents.md §3).

Text is written with two marks: `**bold**` and `__italic__`. Everything else of the look is a named style, so
that a cell that copies a template finds the styles in Word. Sizes are half-points, lengths twentieths of a
point; element order follows the schema, which Word insists on.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from addin.documents import packages

MILLIMETRE = 1440 / 25.4
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_FONT = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/>'
_MARKED = re.compile(r"(\*\*.+?\*\*|__.+?__)")


def twips(millimetres: float) -> int:
    """Word's unit of length."""
    return round(millimetres * MILLIMETRE)


@dataclass(frozen=True, slots=True)
class Style:
    """One paragraph style: its name in Word, alignment, run and paragraph properties."""

    id: str
    name: str
    jc: str = "left"
    size: int = 28
    bold: bool = False
    italic: bool = False
    underline: bool = False
    tight: bool = False
    before: int = 0
    after: int = 0
    exact: bool = False
    first_line: float = 0
    outline: int | None = None
    keep_next: bool = False
    extra: str = ""
    indent: str = ""

    def xml(self) -> str:
        """The style's definition."""
        line = ' w:line="360" w:lineRule="exact"' if self.exact else ' w:line="240" w:lineRule="auto"'
        first = f'<w:ind w:firstLine="{twips(self.first_line)}"/>' if self.first_line else self.indent
        outline = "" if self.outline is None else f'<w:outlineLvl w:val="{self.outline}"/>'
        keep = "<w:keepNext/>" if self.keep_next else ""
        runs = "".join(
            mark
            for mark, wanted in (("<w:b/><w:bCs/>", self.bold), ("<w:i/><w:iCs/>", self.italic))
            if wanted
        )
        # Less than half a point closer: a place and a date of the usual length stay on one line of the column.
        tight = '<w:spacing w:val="-8"/>' if self.tight else ""
        under = '<w:u w:val="single"/>' if self.underline else ""
        return (
            f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{self.id}">'
            f'<w:name w:val="{self.name}"/><w:basedOn w:val="Normal"/><w:qFormat/>'
            f'<w:pPr>{keep}<w:widowControl/>{self.extra}<w:spacing w:before="{self.before}" w:after="{self.after}"{line}/>'
            f'{first}<w:jc w:val="{self.jc}"/>{outline}</w:pPr>'
            f'<w:rPr>{runs}{tight}<w:sz w:val="{self.size}"/><w:szCs w:val="{self.size}"/>{under}</w:rPr></w:style>'
        )


# The line under the Party's name is as long as the words: 73 mm at 15 points bold, in a column of 91 mm.
_LINE_UNDER = '<w:pBdr><w:top w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:pBdr>'

# Dots to the right edge of the text, 165 mm: what a person writes by hand stands on them.
_LEADER = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9354"/></w:tabs>'

STYLES = (
    Style("PartyName", "Tiêu đề Đảng", jc="center", size=30, bold=True, keep_next=True),
    Style("PartyLine", "Gạch dưới tiêu đề Đảng", size=8, extra=_LINE_UNDER, indent='<w:ind w:left="454" w:right="454"/>'),
    Style("PartyLineWide", "Gạch dưới tiêu đề Đảng, khổ ngang", size=8, extra=_LINE_UNDER, indent='<w:ind w:left="1616" w:right="1616"/>'),
    Style("Superior", "Cơ quan cấp trên", jc="center"),
    Style("Issuer", "Cơ quan ban hành", jc="center", bold=True),
    Style("Number", "Số và ký hiệu", jc="center"),
    Style("PlaceDate", "Địa danh, ngày tháng", jc="center", italic=True, tight=True),
    Style("Kind", "Tên loại", jc="center", size=32, bold=True, before=360, outline=0, keep_next=True),
    Style("Summary", "Trích yếu", jc="center", bold=True, keep_next=True),
    Style("Rule", "Gạch dưới trích yếu", jc="center", after=240, keep_next=True),
    Style("Body", "Thân bài", jc="both", after=120, exact=True, first_line=10),
    Style("Written", "Dòng để ghi", jc="left", after=120, exact=True, first_line=10, extra=_LEADER),
    Style("Authority", "Dòng quyết định", jc="center", bold=True, before=120, after=240, keep_next=True),
    Style("Addressee", "Kính trình", jc="center", before=120, after=240, keep_next=True),
    Style("Part", "Phần", jc="both", bold=True, before=120, after=120, exact=True, first_line=10, outline=0, keep_next=True),
    Style("Item", "Mục", jc="both", bold=True, after=120, exact=True, first_line=10, outline=1, keep_next=True),
    Style("AnnexTitle", "Tên phụ lục", jc="center", bold=True, before=240, after=120, outline=0, keep_next=True),
    Style("SignAuthority", "Quyền hạn ký", jc="center", bold=True, keep_next=True),
    Style("SignPost", "Chức vụ ký", jc="center", keep_next=True),
    Style("SignName", "Họ tên người ký", jc="center", bold=True, before=1400),
    Style("RecipientsTitle", "Chữ Nơi nhận", underline=True, keep_next=True),
    Style("Recipients", "Nơi nhận", size=24),
    Style("TableHead", "Đầu bảng", jc="center", size=24, bold=True, before=40, after=40),
    Style("TableText", "Chữ trong bảng", size=24, before=40, after=40),
    Style("TableNumber", "Số trong bảng", jc="center", size=24, before=40, after=40),
    Style("PageNumber", "Số trang", jc="center"),
    Style("FormCode", "Ký hiệu mẫu", jc="right", size=24, bold=True, after=160),
    Style("Stamp", "Chỗ đóng dấu cấp trên", size=20, after=900),
    Style("Box", "Ô để đánh dấu", jc="left", after=120, exact=True, first_line=10),
)


def styles_xml() -> str:
    """Times New Roman 14, Vietnamese, and the styles above."""
    normal = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="57" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="57" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    )
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{_FONT}<w:color w:val="000000"/><w:sz w:val="28"/><w:szCs w:val="28"/>'
        '<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
    )
    return f"{_XML}<w:styles {_W}>{defaults}{normal}{''.join(style.xml() for style in STYLES)}</w:styles>"


def paragraph(style: str, text: str = "", *, keep_next: bool = False, page_break: bool = False, tiny: bool = False) -> str:
    """One paragraph; `**…**` bold, `__…__` italic, a tab a tab; a tiny one ends a table and takes no room."""
    keep = ("<w:keepNext/>" if keep_next else "") + ("<w:pageBreakBefore/>" if page_break else "") + (_TINY if tiny else "")
    runs = "".join(_run(part) for part in _MARKED.split(text) if part)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{keep}</w:pPr>{runs}</w:p>'


_TINY = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/><w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr>'


def _run(text: str) -> str:
    look, words = "", text
    if text.startswith("**"):
        look, words = "<w:rPr><w:b/><w:bCs/></w:rPr>", text[2:-2]
    elif text.startswith("__"):
        look, words = "<w:rPr><w:i/><w:iCs/></w:rPr>", text[2:-2]
    texts = (f'<w:t xml:space="preserve">{escape(part)}</w:t>' for part in words.split("\t"))
    return f"<w:r>{look}{'<w:tab/>'.join(texts)}</w:r>"


def repeated(each: str, *paragraphs: str) -> str:
    """Paragraphs once for each item: `each` is `line in legal_bases`."""
    return f"{paragraph('Body', f'{{%p for {each} %}}')}{''.join(paragraphs)}{paragraph('Body', '{%p endfor %}')}"


def when(condition: str, *paragraphs: str) -> str:
    """Paragraphs only where a field has something."""
    return f"{paragraph('Body', f'{{%p if {condition} %}}')}{''.join(paragraphs)}{paragraph('Body', '{%p endif %}')}"


def cell(width: float, *paragraphs: str) -> str:
    """One square of a table, so many millimetres wide."""
    return f'<w:tc><w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/></w:tcPr>{"".join(paragraphs)}</w:tc>'


def row(*cells: str, head: bool = False) -> str:
    """One row that stays on one page; a head row is repeated on each."""
    mark = "<w:tblHeader/>" if head else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{mark}</w:trPr>{''.join(cells)}</w:tr>"


# Said in each table: LibreOffice passes over those of the default style, and breaks lines two millimetres sooner.
_MARGINS = '<w:tblCellMar><w:left w:w="57" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar>'


def table(widths: Sequence[float], *rows: str, bordered: bool = False, description: str = "") -> str:
    """A table of fixed widths; without borders it only lays out."""
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    borders = f"<w:tblBorders>{sides}</w:tblBorders>" if bordered else ""
    told = f'<w:tblDescription w:val="{escape(description)}"/>' if description else ""
    grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(twips(width) for width in widths)}" w:type="dxa"/>{borders}'
        f'<w:tblLayout w:type="fixed"/>{_MARGINS}{told}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>'
    )


def data_table(heads: Sequence[tuple[str, float]], each: str, cells: Sequence[str], description: str, *, keep_last: bool = False) -> str:
    """A bordered table with a head row and one row for each item of a list; `keep_last` holds the last to what follows."""
    widths = [width for _, width in heads]
    loop_start = row(cell(sum(widths), paragraph("TableText", f"{{%tr for {each} %}}")))
    loop_end = row(cell(sum(widths), paragraph("TableText", "{%tr endfor %}")))
    head = row(*(cell(width, paragraph("TableHead", text)) for text, width in heads), head=True)
    line = row(*(cell(width, text) for text, width in zip(cells, widths, strict=True)))
    kept = [text.replace("</w:pPr>", "<w:keepNext/></w:pPr>", 1) for text in cells] if keep_last else []
    rows = (line,) if not kept else (
        _mark_row(widths, "if loop.last"),
        row(*(cell(width, text) for text, width in zip(kept, widths, strict=True))),
        _mark_row(widths, "else"),
        line,
        _mark_row(widths, "endif"),
    )
    return table(widths, head, loop_start, *rows, loop_end, bordered=True, description=description)


def _mark_row(widths: Sequence[float], mark: str) -> str:
    return row(cell(sum(widths), paragraph("TableText", f"{{%tr {mark} %}}")))


def package(body: str, title: str, *, landscape: bool = False) -> bytes:
    """The whole .docx: A4, Party margins, page number centred at the top from page 2."""
    size = 'w:w="16838" w:h="11906" w:orient="landscape"' if landscape else 'w:w="11906" w:h="16838"'
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:headerReference w:type="first" r:id="rId4"/>'
        f'<w:pgSz {size}/><w:pgMar w:top="{twips(20)}" w:right="{twips(15)}" w:bottom="{twips(20)}"'
        f' w:left="{twips(30)}" w:header="{twips(10)}" w:footer="{twips(10)}" w:gutter="0"/><w:titlePg/></w:sectPr>'
    )
    return packages.pack({name: text.encode() for name, text in _parts(body + section, title).items()})


def _parts(content: str, title: str) -> Mapping[str, str]:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    numbered = f'<w:p><w:pPr><w:pStyle w:val="PageNumber"/></w:pPr>{field}</w:p>'
    settings = (
        '<w:defaultTabStop w:val="567"/><w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting'
        ' w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="vi-VN"/>'
    )
    return {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(
            ("officeDocument/2006/relationships/officeDocument", "word/document.xml"),
            ("package/2006/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "docProps/core.xml": packages.core_properties(title).decode(),
        "word/document.xml": f"{_XML}<w:document {_W} {_R}><w:body>{content}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relationships(
            *((f"officeDocument/2006/relationships/{kind}", target) for kind, target in _LINKED)
        ),
        "word/styles.xml": styles_xml(),
        "word/settings.xml": f"{_XML}<w:settings {_W}>{settings}</w:settings>",
        "word/header1.xml": f"{_XML}<w:hdr {_W}>{numbered}</w:hdr>",
        "word/header2.xml": f'{_XML}<w:hdr {_W}>{paragraph("PageNumber")}</w:hdr>',
    }


_LINKED = (("styles", "styles.xml"), ("settings", "settings.xml"), ("header", "header1.xml"), ("header", "header2.xml"))


def _relationships(*links: tuple[str, str]) -> str:
    inside = "".join(
        f'<Relationship Id="rId{number}" Type="http://schemas.openxmlformats.org/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(links, 1)
    )
    return f'{_XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inside}</Relationships>'


def _content_types() -> str:
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    named = {
        "/word/document.xml": f"{word}.document.main+xml",
        "/word/styles.xml": f"{word}.styles+xml",
        "/word/settings.xml": f"{word}.settings+xml",
        "/word/header1.xml": f"{word}.header+xml",
        "/word/header2.xml": f"{word}.header+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    }
    overrides = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in named.items())
    return (
        f'{_XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )
