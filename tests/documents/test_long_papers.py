"""Every kind of paper from a workbook of long values: nothing is lost, nothing leaves the page, nothing that belongs together is parted."""

from __future__ import annotations

import re
from dataclasses import fields, replace

import pytest
from hard_books import LENGTH, LINES, MEMBERS, asked_of, changed, long, long_book
from layout_marks import NOT_SIGNED, Paper, W, lines_at_the_end, number, words_of

from addin.core.persons.reading import Reading
from addin.documents import packages
from addin.documents.catalogue import KINDS
from addin.documents.template_files import shipped_folder

EVERY = pytest.mark.parametrize("kind", sorted(KINDS))
FLOATING = ("framePr", "drawing", "pict", "object", "txbxContent", "tblpPr", "trHeight", "noWrap")
"""What could stand beside the text, or cut it."""
A_PAGE = 2_400
"""Letters on a page of 14 points, 18 apart."""


@pytest.fixture(scope="module")
def reading() -> Reading:
    """Sixty members whose names have three hundred letters, and so every text of the workbook."""
    return Reading(changed(long_book(), long))


@pytest.fixture(scope="module")
def papers(reading):
    """Each kind once: its context and the paper."""
    contexts = {kind: asked_of(kind, reading, long) for kind in KINDS}
    return {kind: (context, Paper(kind, context)) for kind, context in contexts.items()}


def test_the_book_is_as_long_as_it_says(reading):
    """Else the rest would prove nothing."""
    names = [one.full_name for one in reading.book.members]

    assert (len(names), set(map(len, names))) == (MEMBERS, {LENGTH - 1, LENGTH})
    assert max(len(one.strengths) for one in reading.book.inspections) == LINES


@EVERY
def test_every_line_of_a_list_and_every_word_of_a_field_is_printed(kind, papers):
    """Whatever the template asks for stands in the paper at its full length."""
    context, paper = papers[kind]
    source = packages.read_parts((shipped_folder() / f"{KINDS[kind].stem}.docx").read_bytes())["word/document.xml"].decode()
    printed = {*re.findall(r"\{\{ (\w+) \}\}", source), *re.findall(r"for \w+ in (\w+) ", source)}
    values = [getattr(context, item.name) for item in fields(context) if item.name in printed]
    told = [text for value in values for text in ((value,) if isinstance(value, str) else value) if isinstance(text, str)]

    assert [text for text in told if text not in paper.text] == []
    assert max(map(len, told)) >= LENGTH


@EVERY
def test_no_table_and_no_line_leaves_the_page(kind, papers):
    """Tables stay within the margins, squares within their table, lines of dots within the text; nothing floats or has a fixed height."""
    paper = papers[kind][1]

    assert [name for name in FLOATING if paper.document.find(f".//{W}{name}") is not None] == []
    for table in paper.document.iter(f"{W}tbl"):
        columns = sum(number(column, "w") for column in table.iter(f"{W}gridCol"))
        assert columns <= paper.width + 12  # a fifth of a millimetre
        assert table.find(f"{W}tblPr/{W}tblLayout").get(f"{W}type") == "fixed"
        for row in table.iter(f"{W}tr"):
            assert abs(sum(number(square, "w") for square in row.iter(f"{W}tcW")) - columns) <= 12
    for line in paper.document.iter(f"{W}p"):
        for measure in (*line.iter(f"{W}ind"), *paper.style_of(line).iter(f"{W}ind")):
            assert all(int(value) >= 0 for value in measure.attrib.values())
        assert all(number(tab, "pos") <= paper.width for tab in paper.style_of(line).iter(f"{W}tab"))


@EVERY
def test_long_tables_say_their_heads_on_each_page_and_break_between_rows(kind, papers):
    """The head row repeats, no row is cut in two."""
    for table in papers[kind][1].document.iter(f"{W}tbl"):
        rows = table.findall(f"{W}tr")
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
        if table.find(f"{W}tblPr/{W}tblBorders") is not None:
            assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows[:2]] == [True, False][: len(rows)]


@pytest.mark.parametrize("kind", sorted(KINDS.keys() - NOT_SIGNED))
def test_a_signature_takes_the_end_of_the_paper_along(kind, papers):
    """However long the names: what is before the hands is kept with them, and behind them nothing can fill a page of its own."""
    paper = papers[kind][1]

    for part in paper.before_the_last_signature():
        assert any(paper.is_kept(line) for line in lines_at_the_end(part)), words_of(part)
    spacing = paper.body[-1].find(f"{W}pPr/{W}spacing")
    assert (words_of(paper.body[-1]), spacing.get(f"{W}line"), spacing.get(f"{W}lineRule")) == ("", "20", "exact")


@pytest.mark.parametrize("kind", ["conference-minutes", "review-minutes"])
def test_minutes_of_many_pages_are_whole(kind, papers):
    """More than five pages: everybody who was away, every strength, the chair at the end."""
    context, paper = papers[kind]

    assert len(paper.text) > 5 * A_PAGE
    assert len(context.absent) >= LINES
    assert paper.text.rstrip().endswith(context.chair_name)


@pytest.mark.parametrize("kind", sorted(kind for kind, known in KINDS.items() if known.legal_basis))
def test_twenty_bases_stand_one_below_the_other(kind, papers):
    """Each a paragraph of the body."""
    bases = tuple(f"- Căn cứ văn bản bịa đặt thứ {place} của Đảng uỷ;" for place in range(1, LINES + 1))

    paper = Paper(kind, replace(papers[kind][0], legal_bases=bases))

    found = [line for line in paper.document.iter(f"{W}p") if words_of(line) in bases]
    assert tuple(map(words_of, found)) == bases
    assert {paper.style_of(line).get(f"{W}styleId") for line in found} == {"Body"}
