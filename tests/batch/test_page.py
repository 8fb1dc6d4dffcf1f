"""The page in a real browser: sorted by click and by key, filtered, nothing fetched, printed whole."""

from __future__ import annotations

import html
import json
import re
import subprocess

import pytest

from addin.batch.page import MOST_ROWS, write_page
from addin.batch.totals import BookRow, Totals
from tests.needs import browser

pytestmark = pytest.mark.browser

_ASKED = """
<script>
addEventListener("load", () => {
  const table = document.getElementById("books-table"), told = {};
  const column = (index) => [...table.tBodies[0].rows].filter((row) => !row.hidden).map((row) => row.cells[index].textContent);
  const button = (index) => table.tHead.rows[0].cells[index].querySelector("button");
  button(2).click(); told.up = column(2); told.state = button(2).parentElement.getAttribute("aria-sort");
  button(2).click(); told.down = column(2);
  button(1).focus(); told.focus = document.activeElement === button(1);
  document.activeElement.dispatchEvent(new MouseEvent("click", {bubbles: true, detail: 0})); told.names = column(1);
  const input = document.querySelector("input[data-filters]"); input.value = "TỔ 2"; input.dispatchEvent(new Event("input")); told.filtered = column(0);
  told.fetched = performance.getEntriesByType("resource").length;
  const out = document.createElement("pre"); out.id = "told"; out.textContent = JSON.stringify(told); document.body.append(out);
});
</script>"""


def row(number, errors, cell):
    return BookRow(f"sổ {number} tổ {number}.xlsx", cell, "done", None, None, errors, 0, 0, 10, {"HTXS": 1, "HTT": 9}, 0, 1, False, None)


@pytest.fixture
def page(asked, tmp_path):
    def make(rows):
        totals = Totals(books=rows)
        totals.by_code.update({("MEM101", "error"): 3, ("<b>&", "notice"): 1})
        totals.rated = 10
        write_page(totals, asked, tmp_path / "index.html")
        return tmp_path / "index.html"

    return make


def dumped(path, *options):
    command = [browser(), "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={path.parent / 'profile'}", *options, path.as_uri()]
    return subprocess.run(command, capture_output=True, check=True, timeout=120).stdout.decode()


def test_sorted_and_filtered_by_hand(page):
    path = page([row(1, 9, "Đông"), row(2, 10, "An"), row(3, 2, "Ứng"), row(4, 0, "Bình")])
    text = path.read_text("utf-8")
    path.write_text(text.replace("</body>", _ASKED + "</body>"), "utf-8")
    told = json.loads(html.unescape(re.search(r'<pre id="told">(.*?)</pre>', dumped(path, "--dump-dom"), re.DOTALL)[1]))
    assert told["up"] == ["0", "2", "9", "10"]
    assert told["down"] == ["10", "9", "2", "0"]
    assert told["state"] == "ascending"
    assert told["focus"]
    assert told["names"] == ["An", "Bình", "Đông", "Ứng"]
    assert told["filtered"] == ["sổ 2 tổ 2.xlsx"]
    assert told["fetched"] == 0


def test_it_prints(page, tmp_path):
    path = page([row(number, 0, "An") for number in range(120)])
    dumped(path, f"--print-to-pdf={tmp_path / 'page.pdf'}")
    text = subprocess.run(["pdftotext", tmp_path / "page.pdf", "-"], capture_output=True, check=True).stdout.decode()
    assert text.count("sổ 119 tổ 119.xlsx") == 1
    assert "Lọc theo chữ" not in text


def test_no_address_no_clock_no_markup_of_others(page):
    text = page([row(1, 1, "<script>alert(1)</script>")]).read_text("utf-8")
    assert "<script>alert" not in text
    assert not re.search(r"(?:src|href)=[\"']?(?!#)\w+:", text.replace("xmlns", ""))
    assert page([row(1, 1, "x")]).read_bytes() == page([row(1, 1, "x")]).read_bytes()


def test_too_many_rows_are_named_elsewhere(page):
    text = page([row(number, number % 7, "An") for number in range(MOST_ROWS + 5)]).read_text("utf-8")
    assert text.count(".xlsx</td>") == MOST_ROWS
    assert f"đủ {MOST_ROWS + 5} sổ ở summary.xlsx" in text
