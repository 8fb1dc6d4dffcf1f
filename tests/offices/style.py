"""How one office writes: some fifty independent habits, drawn once a workbook (a few once a sheet)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Any

LEVEL_WORDS = {
    "full": {"HTXS": "Hoàn thành xuất sắc nhiệm vụ", "HTT": "Hoàn thành tốt nhiệm vụ", "HTN": "Hoàn thành nhiệm vụ", "KHT": "Không hoàn thành nhiệm vụ"},
    "nv": {"HTXS": "HTXSNV", "HTT": "HTTNV", "HTN": "HTNV", "KHT": "KHTNV"},
    "code": {"HTXS": "HTXS", "HTT": "HTT", "HTN": "HTN", "KHT": "KHT"},
    "short": {"HTXS": "Hoàn thành xuất sắc", "HTT": "Hoàn thành tốt", "HTN": "Hoàn thành", "KHT": "Không hoàn thành"},
    "word": {"HTXS": "Xuất sắc", "HTT": "Tốt", "HTN": "Hoàn thành", "KHT": "Không hoàn thành"},
}  # fmt: skip


@dataclass(frozen=True)
class Style:
    """Every field is one habit; `draw` says how common each is."""

    header_block: str
    title_rows: int
    title_upper: bool
    subtitle: str
    numbering_word: str
    heading_case: str
    two_rows: float
    merged_parents: bool
    stand_alone_at: str
    decoration: bool
    column_numbers: str
    sections: str
    subtotals: bool
    totals: str
    breakdown: bool
    signature: str
    foot_note: str
    date_style: str
    level_style: str
    flag_yes: str
    honorific: str
    name_shape: str
    gender_shape: str
    birth_shape: str
    party_dates: str
    decision_shape: str
    number_shape: str
    ratings_shape: str
    inspections_shape: str
    plan_kind: str
    plan_time: str
    shuffled: bool
    extra_columns: int
    blank_column: bool
    repeated_headings: bool
    margin_column: bool
    wrapped: bool
    decomposed: bool
    new_tones: bool
    group_words: str
    hidden_rows: bool
    prepared_rows: bool
    sheet_names: str
    distractors: int
    settings_sheet: bool
    spaces: bool
    merged_down: bool
    upper_names: bool
    below: bool
    beside: bool
    codes_as: str
    abbreviated: float
    unusual: float
    drop_downs: bool
    digits_as: str

    def shown_date(self, day: date | None, chance: Random) -> tuple[Any, str | None]:
        """What stands in the square, and the date a reader should have."""
        if day is None:
            return None, None
        if self.date_style == "real" or (self.date_style == "mixed" and chance.random() < 0.6):
            return day, day.isoformat()
        form = {"dots": f"{day.day}.{day.month}.{day.year}", "dashes": f"{day.day:02}-{day.month:02}-{day.year}",
                "bare": f"{day.day}/{day.month}/{day.year}", "iso": day.isoformat()}  # fmt: skip
        return form.get(self.date_style, f"{day.day:02}/{day.month:02}/{day.year}"), day.isoformat()

    def shown_level(self, level: str | None) -> str | None:
        """The level in this office's words."""
        return LEVEL_WORDS[self.level_style][level] if level else None

    def shown_group(self, number: int) -> str:
        """The group in this office's words."""
        return {
            "plain": f"Tổ {number}",
            "party": f"Tổ đảng {number}",
            "number": f"Tổ đảng số {number}",
            "upper": f"TỔ ĐẢNG SỐ {number}",
        }[self.group_words]

    def shown_name(self, name: str) -> str:
        """A name as this office writes it in lists."""
        return f"{self.honorific}{name}"


def draw(chance: Random) -> Style:
    """One office's habits."""
    pick = chance.choice

    def often(share: float) -> bool:
        return chance.random() < share

    return Style(
        header_block=pick(("none", "none", "left", "both", "national")),
        title_rows=pick((0, 1, 1, 1, 2)),
        title_upper=often(0.7),
        subtitle=pick(
            (
                "",
                "",
                "(Tính đến ngày 31/12/2025)",
                "(Kèm theo Báo cáo số 12-BC/CB ngày 05/12/2025)",
                "Đơn vị: người",
            )
        ),
        numbering_word=pick(("STT", "TT", "Số TT", "TT", "STT", "")),
        heading_case=pick(("as", "as", "upper", "title", "lower")),
        two_rows=pick((0.0, 0.5, 0.9)),
        merged_parents=often(0.8),
        stand_alone_at=pick(("merged", "merged", "top", "bottom")),
        decoration=often(0.4),
        column_numbers=pick(("none", "none", "none", "plain", "bracket", "letters")),
        sections=pick(("none", "none", "none", "roman", "plain", "merged", "counted")),
        subtotals=often(0.25),
        totals=pick(("none", "none", "label", "count", "list", "formula", "number")),
        breakdown=often(0.3),
        signature=pick(("none", "none", "right", "both", "compact")),
        foot_note=pick(
            (
                "",
                "",
                "",
                "Ghi chú: số liệu lấy theo hồ sơ đảng viên.",
                "* Đảng viên được miễn sinh hoạt không xếp loại.",
            )
        ),
        date_style=pick(
            ("real", "real", "real", "slashes", "slashes", "dots", "dashes", "bare", "mixed", "iso")
        ),
        level_style=pick(("full", "full", "nv", "nv", "code", "short", "word")),
        flag_yes=pick(("x", "X", "có", "x")),
        honorific=pick(("", "", "", "", "Đ/c ", "đ/c ")),
        name_shape=pick(("one", "one", "one", "one", "two", "merged", "two_rows")),
        gender_shape=pick(("column", "column", "none", "two_dates", "two_x", "one_x")),
        birth_shape=pick(("date", "date", "date", "date", "year", "split")),
        party_dates=pick(("two", "two", "parent", "parent", "generic", "split", "joined")),
        decision_shape=pick(("two", "two", "joined", "parent", "number")),
        number_shape=pick(("joined", "joined", "two", "whole", "with_date")),
        ratings_shape=pick(
            (
                "sheet_a_year",
                "sheet_a_year",
                "year_column",
                "years_in_sheet",
                "years_parent",
                "years_in_members",
                "sheet_a_year",
            )
        ),
        inspections_shape=pick(("one", "one", "years", "kind_sections", "kind_title")),
        plan_kind=pick(("column", "column", "section", "title")),
        plan_time=pick(("two", "two", "words", "words", "parent")),
        shuffled=often(0.35),
        extra_columns=pick((0, 0, 1, 2, 3)),
        blank_column=often(0.1),
        repeated_headings=often(0.12),
        margin_column=often(0.12),
        wrapped=often(0.35),
        decomposed=often(0.08),
        new_tones=often(0.4),
        group_words=pick(("plain", "party", "number", "upper")),
        hidden_rows=often(0.1),
        prepared_rows=often(0.15),
        sheet_names=pick(("usual", "usual", "usual", "short", "vague")),
        distractors=pick((0, 1, 2, 3, 4, 5)),
        settings_sheet=often(0.35),
        spaces=often(0.15),
        merged_down=often(0.3),
        upper_names=often(0.1),
        below=often(0.15),
        beside=often(0.1),
        codes_as=pick(("words", "words", "codes", "mixed")),
        abbreviated=pick((0.0, 0.2, 0.5)),
        unusual=pick((0.0, 0.15, 0.35, 0.6)),
        drop_downs=often(0.2),
        digits_as=pick(("text", "text", "text", "number")),
    )
