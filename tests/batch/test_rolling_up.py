"""A superior's totals equal an independent adding-up, and everything planted against them is told by its square (F67, F68)."""

from __future__ import annotations

import json
import shutil
import unicodedata
from collections import Counter
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from time import perf_counter

import pandas as pd
import pytest

from addin.batch import calling, rollup_calling
from addin.batch.cell_report import cell_report, keys_of
from addin.batch.expected import cell_key, organisation_key
from addin.batch.rolling_up import _organisations
from addin.batch.running import Clock
from addin.core.persons.reading import Reading
from addin.core.ratings import rate
from addin.core.tables.reading import read_book
from addin.errors import AlreadyExists, CannotRead, Misuse
from addin.output.telling import form_of
from addin.resources import shipped
from tests.batch.cells import YEAR, cell, write
from tests.batch.conftest import ON
from tests.builders import member
from tests.grids import grid
from tests.proof import count

pytestmark = pytest.mark.proof
CELLS = count(10, 200)


def cells(first=0, amount=CELLS):
    """Two organisations, in turns."""
    return [cell(number, ("Đảng bộ xã Thử", "Đảng bộ phường Mẫu")[number % 2]) for number in range(first, first + amount)]


def laid(made, folder):
    for one in made:
        write(one, folder)
    return folder


def told(folder, out, **given):
    given.setdefault("workers", 2)
    outcome = rollup_calling.rollup(folder, out, ON, rollup_calling.Given(year=YEAR, **given), cores=2, clock=Clock(perf_counter, datetime(2026, 11, 28)), quiet=True)
    return form_of(outcome.result)


def totals(form):
    """What must not depend on how the cells came together."""
    names = ("members", "cell_levels", "inspections", "disciplines", "rewards", "figures", "without")
    ratings = {key: form["ratings"][key] for key in ("by_level", "rated", "cap", "over", "organisations")}
    return {**{name: form[name] for name in names}, "ratings": ratings, "cells": sorted(one["cell_name"] for one in form["cells"])}


@pytest.fixture(scope="module")
def flat(tmp_path_factory):
    folder = tmp_path_factory.mktemp("flat")
    return folder, told(laid(cells(), folder / "sổ"), folder / "tổng.xlsx")


def test_equal_to_a_computation_over_the_generators_own_facts(flat):
    frame = pd.DataFrame([{"cell": one.number, "superior": one.superior, "level": person.level, "official": person.is_official} for one in cells() for person in one.people])
    form = flat[1]
    assert form["refused"] == []
    assert form["members"] == {"total": len(frame), "official": int(frame["official"].sum()), "probationary": int((~frame["official"]).sum())}
    assert form["ratings"]["by_level"] == {level: int(number) for level, number in frame["level"].value_counts().reindex(["HTXS", "HTT", "HTN", "KHT"]).dropna().items()}
    turns = Counter(kind for one in cells() for _, kind in one.inspected)
    assert form["inspections"]["turns"] == turns["Kiểm tra"]
    assert form["inspections"]["by_kind"]["Giám sát chuyên đề"]["lượt"] == turns["Giám sát chuyên đề"]
    assert form["disciplines"] == sum(len(one.disciplined) for one in cells()) or form["disciplines"] is None
    for organisation in form["ratings"]["organisations"]:
        own = frame[frame["superior"] == organisation["name"]]
        good = int(own["level"].isin(["HTXS", "HTT"]).sum())
        assert organisation["at_top"] == int((own["level"] == "HTXS").sum())
        assert organisation["cap"] == good * 20 // 120  # c·n/(1+c) with c = 20 %


def test_a_province_equals_the_flat_sum(flat, tmp_path):
    made = cells()
    for ward, own in enumerate((made[::3], made[1::3], made[2::3])):
        laid(own, tmp_path / f"phường {ward}")
    wards = [told(tmp_path / f"phường {ward}", tmp_path / "tỉnh" / f"phường-{ward}.xlsx") for ward in range(3)]
    assert sum(ward["members"]["total"] for ward in wards) == flat[1]["members"]["total"]
    assert totals(told(tmp_path / "tỉnh", tmp_path / "tỉnh.xlsx")) == totals(flat[1])


def test_over_a_batch_it_is_the_same(flat, tmp_path):
    calling.batch(flat[0] / "sổ", tmp_path / "kq" / "lượt", ON, calling.Given(year=YEAR, workers=2), cores=2, clock=Clock(perf_counter, datetime(2026, 11, 28)), quiet=True)
    assert totals(told(tmp_path / "kq", tmp_path / "tổng.xlsx")) == totals(flat[1])


@pytest.fixture(scope="module")
def planted(tmp_path_factory):
    """A double member by each key, a wrong year, an edited total; one cell is missing."""
    folder = tmp_path_factory.mktemp("planted")
    made = cells(1_000, 8)
    made[1].people[0] = replace(made[1].people[0], identity=made[0].people[1].identity)
    made[2].people[0] = replace(made[2].people[0], card=made[0].people[2].card)
    made[3].people[0] = replace(made[3].people[0], name=made[0].people[3].name.upper(), born=made[0].people[3].born)
    made[4].people[0] = replace(made[4].people[0], name=made[0].people[4].name, born=made[0].people[4].born + timedelta(days=1))
    made[5].year = YEAR - 1
    made[6].typed_total = len(made[6].people) + 1
    laid(made, folder / "sổ")
    expect = folder / "các chi bộ.txt"
    expect.write_text("".join(f"{one.name}\n" for one in made) + "Chi bộ Vắng Mặt\n", "utf-8")
    return folder, made, expect


def test_each_fault_is_refused_with_its_square(planted, tmp_path):
    folder, made, expect = planted
    form = told(folder / "sổ", tmp_path / "tổng.xlsx", expect=expect)
    refused = {(one["workbook"], one["sheet"], one["cell"], one["reason"]) for one in form["refused"]}
    doubles = {(made[0].file, "Đảng viên", f"B{row}") for row in (3, 4, 5)} | {(made[number].file, "Đảng viên", "B2") for number in (1, 2, 3)}
    last = len(made[5].people) + 1
    assert refused == {
        *((*spot, "double_member") for spot in doubles),
        (made[5].file, "Xếp loại", f"A{last}", "wrong_year"),
        (made[6].file, "Đảng viên", f"A{len(made[6].people) + 2}", "edited_total"),
        ("Chi bộ Vắng Mặt", "", "", "missing_cell"),
    }
    counted = sum(len(one.people) for one in made if one not in (made[5], made[6])) - len(doubles)
    assert form["members"]["total"] == counted
    assert all(one["with"] for one in form["refused"] if one["reason"] == "double_member")


def test_what_is_accepted_is_counted_and_recorded(planted, tmp_path):
    folder, made, _ = planted
    square = f"{made[6].file}!Đảng viên!A{len(made[6].people) + 2}"
    form = told(folder / "sổ", tmp_path / "tổng.xlsx", accept=(f"{square}=đã đối chiếu", f"{made[1].file}!Đảng viên!B2=là người khác", "x.xlsx!A!A1=nhầm"))
    assert {one["because"] for one in form["accepted"]} == {"đã đối chiếu", "là người khác"}
    assert form["unused_accept"] == ["x.xlsx!A!A1"]
    assert not any(one["reason"] == "edited_total" for one in form["refused"])
    kept = json.loads((tmp_path / "tổng-bang" / "rollup.json").read_text("utf-8"))
    assert {"spot": square, "because": "đã đối chiếu"} in kept["accepted"]
    above = told(tmp_path, tmp_path / "trên" / "tổng.xlsx")
    assert above["members"] == form["members"]


def test_results_of_other_rules_or_another_year_are_refused_whole(flat, tmp_path):
    lower = tmp_path / "dưới"
    lower.mkdir()
    laid(cells(0, 2), tmp_path / "sổ")
    told(tmp_path / "sổ", lower / "a.xlsx")
    manifest = lower / "a-bang" / "rollup.json"
    whole = json.loads(manifest.read_text("utf-8"))
    for change, reason in (({"rules": "0.0.1+0"}, "other_rules"), ({"year": 2020}, "wrong_year")):
        manifest.write_text(json.dumps({**whole, "terms": {**whole["terms"], **change}}), "utf-8")
        form = told(lower, tmp_path / "tổng.xlsx")
        assert [one["reason"] for one in form["refused"]] == [reason] * 2
        assert form["members"]["total"] == 0


def test_queries_of_the_guide_answer(flat):
    """The three questions in SQL that the guide shows, as it shows them."""
    import duckdb

    guide = (Path(__file__).parents[2] / "docs" / "nhieu-so.md").read_text("utf-8")
    queries = [part.split("```")[0] for part in guide.split("```sql\n")[1:]]
    assert len(queries) == 3
    for query in queries:
        rows = duckdb.sql(query.replace("tong-hop-bang/", f"{flat[0]}/tổng-bang/")).fetchall()
        assert rows


def test_a_figure_is_traced_from_the_cell_to_its_squares(flat):
    figures = pd.read_parquet(flat[0] / "tổng-bang" / "figures.parquet")
    turns = figures[figures["figure"] == "inspections.turns"].set_index("workbook")
    one = cells()[0]
    rows = [row for row, (_, kind) in enumerate(one.inspected, start=2) if kind == "Kiểm tra"]
    assert turns.loc[one.file, "places"] == "; ".join(f"'Kiểm tra'!E{row}" for row in rows)


def refused(form):
    return sorted((one["workbook"], one["reason"], one["with"]) for one in form["refused"])


def test_one_file_under_two_names_counts_once(tmp_path):
    made = cells(2_000, 3)
    laid(made, tmp_path / "sổ")
    whole = told(tmp_path / "sổ", tmp_path / "một.xlsx", workers=1)
    (tmp_path / "sổ" / "sổ mới.xlsx").write_bytes((tmp_path / "sổ" / made[0].file).read_bytes())
    (tmp_path / "sổ" / "sổ trắng.xlsx").write_bytes(shipped("workbooks/so-trang.xlsx").read_bytes())
    form = told(tmp_path / "sổ", tmp_path / "hai.xlsx", workers=1)
    assert refused(form) == [("sổ mới.xlsx", "double_member", made[0].file), ("sổ trắng.xlsx", "missing_cell", None)]
    assert totals(form) == totals(whole)
    assert not {"members.total", "ratings.by_level"} & form["figures"].keys()


def test_two_versions_of_one_cell_wait_for_somebodys_word(tmp_path):
    one, other = cells(2_010, 2)
    newer = replace(one, number=2_020, people=one.people[:-1], inspected=[], disciplined=[])
    laid((one, other, newer), tmp_path / "sổ")
    form = told(tmp_path / "sổ", tmp_path / "a.xlsx", workers=1)
    assert refused(form) == [(one.file, "double_member", newer.file), (newer.file, "double_member", one.file)]
    assert form["members"]["total"] == len(other.people)
    form = told(tmp_path / "sổ", tmp_path / "a.xlsx", workers=1, accept=(f"{newer.file}=bản mới nhất",))
    assert refused(form) == [(one.file, "double_member", newer.file)]
    assert form["members"]["total"] == len(other.people) + len(newer.people)


def test_expected_cells_are_found_however_they_are_written(tmp_path):
    made = [replace(one, name=name) for one, name in zip(cells(2_030, 4), ("Chi bộ Thôn Đông", "Chi bộ số 4", "Chi bộ Hoà Bình", "Tổ dân phố 7"), strict=True)]
    laid(made, tmp_path / "sổ")
    expect = tmp_path / "cần có.txt"
    expect.write_text("CHI BỘ THÔN ĐÔNG\r\n Chi bộ 04\r\nchi bo hòa bình\r\n" + unicodedata.normalize("NFD", "Tổ dân phố 7") + "\r\nThôn Đoài\r\n", "utf-8-sig")
    assert refused(told(tmp_path / "sổ", tmp_path / "a.xlsx", workers=1, expect=expect)) == [("Thôn Đoài", "missing_cell", None)]


def test_tables_of_an_unfinished_or_changed_run_are_not_counted(flat, tmp_path):
    from addin.batch.sources import read_source

    copy = tmp_path / "bảng"
    shutil.copytree(flat[0] / "tổng-bang", copy)
    assert read_source(copy, tmp_path).year == YEAR
    shutil.copy(copy / "figures.parquet", copy / "ratings.parquet")
    with pytest.raises(CannotRead):
        read_source(copy, tmp_path)


def test_a_letterhead_names_cell_and_superior_where_settings_are_silent():
    assert organisation_key("ĐẢNG UỶ XÃ THỬ") == organisation_key("Đảng bộ xã Thử")
    sheet = grid("Đảng viên", ("ĐẢNG BỘ XÃ THỬ",), ("CHI BỘ THÔN ĐÔNG",), ("DANH SÁCH ĐẢNG VIÊN",), ("STT", "Họ và tên", "Ngày vào Đảng"), (1, "Nguyễn Văn Thử", "03/02/2005"), (2, "Trần Thị Mẫu", "03/02/2006"))
    reading = Reading(read_book([sheet]))
    line = cell_report(reading, [sheet], rate(reading, YEAR), ON, None)
    assert (cell_key(line["name"]), organisation_key(line["superior"])) == ("thôn đông", "xã thử")


@pytest.mark.parametrize(
    ("written", "other", "same"),
    [("10.001.006", "10001006", True), ("05123456", "5 123 456", True), ("AB-1234", "ab1234", True), ("10001006", "10001007", False), ("chưa cấp", "chưa cấp", False), ("00000000", "0", False)],
)
def test_a_card_is_the_same_however_it_is_written(written, other, same):
    one, two = ({key for key in keys_of(member(party_card=card)) if key.startswith("card:")} for card in (written, other))
    assert bool(one & two) is same


def test_who_is_hidden_by_another_key_is_not_added_up(flat, tmp_path):
    for name, key in (("a", "1"), ("b", "2")):
        shutil.copytree(flat[0] / "tổng-bang", tmp_path / "dưới" / name)
        kept = tmp_path / "dưới" / name / "rollup.json"
        whole = json.loads(kept.read_text("utf-8"))
        kept.write_text(json.dumps({**whole, "terms": {**whole["terms"], "pseudonyms": key}}), "utf-8")
    with pytest.raises(Misuse, match="khoá khác nhau"):
        told(tmp_path / "dưới", tmp_path / "tổng.xlsx")


def test_nobodys_workbook_is_written_over(tmp_path):
    made = cells(2_050, 2)
    laid(made, tmp_path)
    before = (tmp_path / made[0].file).read_bytes()
    with pytest.raises(AlreadyExists):
        told(tmp_path, tmp_path / made[0].file, workers=1)
    with pytest.raises(Misuse):
        told(tmp_path, tmp_path / "tổng", workers=1)
    assert (tmp_path / made[0].file).read_bytes() == before
    assert told(tmp_path, tmp_path / "tổng.xlsx", workers=1) == told(tmp_path, tmp_path / "tổng.xlsx", workers=1)
    (tmp_path / "summary.xlsx").write_bytes(before)
    with pytest.raises(AlreadyExists):
        calling.batch(tmp_path, tmp_path, ON, calling.Given(year=YEAR), cores=1, clock=Clock(perf_counter, datetime(2026, 11, 28)), quiet=True)
    assert (tmp_path / "summary.xlsx").read_bytes() == before


def test_what_the_superior_allotted_is_the_cap():
    books = pd.DataFrame([{"workbook": name, "superior": "Đảng bộ xã Thử", "quota_allocated": share, "quota_rate": "1/5", "quota_base": "HTT", "quota_rounding": "floor"} for name, share in (("a", 2), ("b", 3))])
    rated = pd.DataFrame({"workbook": ["a", "b"], "counted": ["HTXS", "HTT"], "rated": [True, True]})
    assert [one.cap for one in _organisations(books, rated)] == [5]
