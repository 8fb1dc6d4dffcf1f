"""What the list says, and that it says it without ambiguity."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from addin import glossary
from addin.core.tables.rows.book import ROW_TYPES
from addin.core.tables.rows.columns import Kind, columns_of
from tools import compile_glossary

SPLIT = {"birth_date_male", "birth_date_female"}
HEADINGS = [(table, text, key) for table in (*glossary.tables(), "settings") for text, key in glossary.headers(table).items()]
WRITTEN = [
    (table, spelling, key)
    for table, entry in compile_glossary.load()["tables"].items()
    for key, column in entry["columns"].items()
    for pattern in (column["vi"], *column.get("aka", ()))
    for spelling in compile_glossary.spellings(str(pattern))
]
OLD_SCHOOL = {"oà": "òa", "oá": "óa", "oả": "ỏa", "oạ": "ọa", "uỷ": "ủy", "uý": "úy", "uỳ": "ùy", "oẻ": "ỏe"}


@pytest.mark.parametrize("table", ROW_TYPES)
def test_every_column_of_every_table_has_a_heading_and_no_other(table):
    """Keys of the list are the keys of the row types; members also have the halves of the birth date."""
    declared = {column.key for column in columns_of(ROW_TYPES[table])}

    listed = set(glossary.headers(table).values())

    assert listed - (SPLIT if table == "members" else set()) == declared
    assert all(glossary.headers(table)[glossary.fold(glossary.header(table, key))] == key for key in listed)


def test_tables_are_those_of_the_row_types():
    """No table is forgotten, and each has a sheet and a sentence about it."""
    assert set(glossary.tables()) == set(ROW_TYPES)
    assert len({glossary.sheet_name(table) for table in ROW_TYPES}) == len(ROW_TYPES)
    assert all(glossary.about(table).endswith(".") for table in (*ROW_TYPES, "settings"))


@pytest.mark.parametrize("table", ROW_TYPES)
def test_sheet_names_are_read(table):
    """The canonical sheet name leads to its table."""
    assert glossary.sheet_names()[glossary.fold(glossary.sheet_name(table))] == table


@pytest.mark.parametrize("table", ROW_TYPES)
def test_every_list_a_row_type_names_exists(table):
    """Choices and codes of the columns are in the list, and canonical words read as themselves."""
    for column in columns_of(ROW_TYPES[table]):
        if column.kind is Kind.CODES:
            assert all(glossary.codes(column.choices)[glossary.fold(code)] == code for code in set(glossary.codes(column.choices).values()))
        elif column.choices:
            words = glossary.canonical_choices(column.choices)
            assert words == tuple(glossary.choice(column.choices)[glossary.fold(word)] for word in words)


CHANGES = (
    str.upper,
    lambda text: unicodedata.normalize("NFD", text),
    lambda text: text.replace(" ", "   "),
    lambda text: text.replace(" ", "\u00a0"),
    lambda text: text.replace(" ", "\n"),
    lambda text: f" {text} :",
    lambda text: "".join(OLD_SCHOOL.get(pair, pair[:1]) for pair in _pairs(text)),
    lambda text: text.replace("Đ", "\u00d0"),
)


def _pairs(text):
    """Two letters at a time, so that a pair of vowels is replaced and its second letter passed over."""
    place = 0
    while place < len(text):
        pair = text[place : place + 2]
        yield pair
        place += 2 if pair in OLD_SCHOOL else 1


@given(st.sampled_from(WRITTEN), st.lists(st.sampled_from(CHANGES), unique=True))
def test_every_spelling_of_a_heading_finds_its_key(heading, changes):
    """Case, form, spaces, a colon and the place of the tone never matter."""
    table, text, key = heading
    for change in changes:
        text = change(text)

    assert glossary.headers(table)[glossary.fold(text)] == key


def test_headings_are_folded():
    """The keys of the maps are what fold gives, so a look-up needs no second step."""
    assert all(glossary.fold(text) == text for _, text, _ in HEADINGS)


@pytest.mark.parametrize(
    ("table", "heading", "key"),
    [
        ("members", "Họ, tên khai sinh", "full_name"),
        ("members", "Ngày tháng năm sinh", "birth_date"),
        ("members", "Số TĐV", "party_card"),
        ("members", "Số thẻ ĐV", "party_card"),
        ("members", "Ngày vào Đảng Dự bị", "admitted_on"),
        ("members", "Ngày vào Đảng - Chính thức", "official_on"),
        ("members", "Ngày kết nạp", "admitted_on"),
        ("members", "Năm sinh Nam", "birth_date_male"),
        ("members", "Ngày, tháng, năm sinh Nữ", "birth_date_female"),
        ("inspections", "Số QĐ", "decision_no"),
        ("inspections", "Quyết định Ngày", "decision_date"),
        ("inspections", "Đối tượng kiểm tra", "member"),
        ("inspections", "Nội dung KT", "contents"),
        ("ratings", "Điểm tiêu chí chung (0–30)", "points_general"),
        ("ratings", "Kết quả biểu quyết HTXSNV", "votes_htxs"),
        ("plan_items", "Thời gian tiến hành Từ ngày", "starts_on"),
        ("plan_items", "Mốc thời gian kiểm tra từ", "period_from"),
    ],
)
def test_headings_offices_use(table, heading, key):
    """Abbreviations and two-row headings, parent then child."""
    assert glossary.headers(table)[glossary.fold(heading)] == key


def test_headings_typed_without_accents():
    """They are found where they can mean one key only."""
    plain = glossary.plain_headers("members")

    assert plain[glossary.fold_plain("Ho va ten")] == "full_name"
    assert plain[glossary.fold_plain("Ngay vao Dang")] == "admitted_on"
    assert plain["doi tuong"] == "staff_kind"


def test_number_columns_are_known():
    """STT is a column to pass over, never an unknown one."""
    assert {glossary.fold(text) for text in ("STT", "TT", "Số TT", "Số thứ tự")} <= glossary.ignored_headings()


@pytest.mark.parametrize(
    ("list_name", "written", "canonical"),
    [
        ("inspection_kind", "kiểm tra việc chấp hành nhiệm vụ của đảng viên", "Kiểm tra"),
        ("inspection_kind", "GSCĐ", "Giám sát chuyên đề"),
        ("member_status", "Miễn SH", "Miễn công tác và sinh hoạt"),
        ("conclusion", "Có hạn chế, khuyết điểm", "Có hạn chế"),
        ("conclusion", "Có vi phạm chưa đến mức kỷ luật", "Vi phạm chưa đến mức kỷ luật"),
        ("channel", "Qua việc thực hiện kiểm tra, giám sát", "Qua kiểm tra, giám sát"),
        ("role", "Chi ủy viên phụ trách công tác kiểm tra, giám sát", "Chi uỷ viên phụ trách kiểm tra"),
        ("quota_base", "HTT+", "HTT+"),
        ("quota_base", "HTT", "HTT"),
        ("quota_rounding", "Làm tròn lên", "ceil"),
    ],
)
def test_choices_are_read_in_their_usual_words(list_name, written, canonical):
    """What offices write is read as the dictionary's word."""
    assert glossary.choice(list_name)[glossary.fold(written)] == canonical


@pytest.mark.parametrize(
    ("list_name", "written", "code"),
    [
        ("content", "19Đ", "DVKDL"),
        ("content", "Những điều đảng viên không được làm", "DVKDL"),
        ("content", "Nghị quyết Trung ương 4 (Khoá XII)", "NQ4"),
        ("content", "Chỉ thị số 05 của Bộ Chính trị", "CT05"),
        ("content", "các quy định nêu gương của đảng viên", "NG"),
        ("content", "việc thực hiện kế hoạch tu dưỡng, rèn luyện đạo đức, lối sống của bản thân đảng viên", "TD"),
        ("content", "QĐ 213", "CT213"),
        ("strength", "có lập trường tư tưởng chính trị vững vàng", "UD1"),
        ("strength", "tuyệt đối tin tưởng và nghiêm chỉnh chấp hành đường lối, chủ trương của Đảng", "UD2"),
        ("strength", "phẩm chất đạo đức tốt", "UD4"),
        ("strength", "trách nhiệm cao với công việc chuyên môn được giao thực hiện", "UD5"),
        ("shortcoming", "công tác tự phê bình và phê bình còn chưa cao", "HC1"),
        ("shortcoming", "còn có việc thực hiện chậm hạn", "HC2"),
        ("shortcoming", "Chưa chủ động nghiên cứu, mạnh dạn đề xuất các giải pháp", "HC3"),
    ],
)
def test_codes_are_recognised_in_the_usual_wordings(list_name, written, code):
    """The article's own sentences lead to the codes."""
    assert glossary.codes(list_name)[glossary.fold(written)] == code


@pytest.mark.parametrize(
    ("list_name", "written"),
    [("grade", "Khá"), ("plan_status", "Không thực hiện"), ("task_result", "Chưa hoàn thành"), ("conclusion", "Không có vi phạm")],
)
def test_words_that_say_something_else_are_not_read_as_a_choice(list_name, written):
    """A doubtful word is asked about, never silently turned into another."""
    assert glossary.fold(written) not in glossary.choice(list_name)


def test_code_text_gives_words_and_leaves_free_text():
    """A text that is no code is its own words."""
    assert glossary.code_text("shortcoming", "HC2") == "thực hiện chậm hạn"
    assert glossary.code_text("content", "Công tác phí") == "Công tác phí"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("x", True), ("X", True), ("có", True), ("1", True), ("TRUE", True), ("✓", True),
     ("không", False), ("Khong", False), ("0", False), ("FALSE", False),
     ("", None), (" ", None), ("?", None), ("có thể", None), ("☐", None), ("chưa", None)],
)  # fmt: skip
def test_flags(text, expected):
    """Blank is unknown, never no."""
    assert glossary.flag(text) is expected


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("HTXSNV", "HTXS"), ("XS", "HTXS"), ("Xuất sắc", "HTXS"),
        ("Đảng viên đủ tư cách, hoàn thành tốt nhiệm vụ", "HTT"), ("Tốt", "HTT"), ("HTTNV", "HTT"),
        ("HTNV", "HTN"), ("Hoàn thành nhiệm vụ", "HTN"), ("KHTNV", "KHT"),
        ("Đảng viên vi phạm tư cách hoặc không hoàn thành nhiệm vụ", "KHT"),
        ("Trong sạch vững mạnh", "TSVM"), ("Trong sạch, vững mạnh tiêu biểu", "TSVM"), ("Yếu kém", "YK"),
        ("tsvm", "TSVM"), ("Chưa xếp loại", None), ("", None),
    ],
)  # fmt: skip
def test_levels_are_read(text, code):
    """Words of either regime, abbreviations and codes."""
    assert glossary.level_of(text) == code


def test_exemplary_is_no_level_of_its_own():
    """The words "tiêu biểu" are seen beside the level it belongs to."""
    assert glossary.says_exemplary("Trong sạch vững mạnh Tiêu biểu")
    assert not glossary.says_exemplary("Trong sạch, vững mạnh")


@pytest.mark.parametrize(
    ("code", "year", "subject", "words"),
    [
        ("HTXS", 2017, "member", "Đảng viên đủ tư cách, hoàn thành xuất sắc nhiệm vụ"),
        ("HTXS", 2018, "member", "Hoàn thành xuất sắc nhiệm vụ"),
        ("KHT", 2016, "member", "Đảng viên vi phạm tư cách hoặc không hoàn thành nhiệm vụ"),
        ("TSVM", 2017, "party_cell", "Trong sạch, vững mạnh"),
        ("YK", 2015, "party_cell", "Yếu kém"),
        ("HTXS", 2018, "party_cell", "Hoàn thành xuất sắc nhiệm vụ"),
        ("TSVM", 2019, "party_cell", "Trong sạch, vững mạnh"),
    ],
)
def test_levels_are_written_in_the_words_of_their_year(code, year, subject, words):
    """2017 is the last year of the older words; a code of another scale is shown as entered."""
    assert glossary.level_words(code, year, subject) == words


def test_an_unknown_subject_is_a_bug():
    """Only members and the party cell have levels."""
    with pytest.raises(KeyError, match="tổ đảng"):
        glossary.level_words("HTT", 2019, "tổ đảng")


def test_settings_are_read_by_name():
    """Each setting has a name of its own."""
    assert glossary.settings_headers()[glossary.fold("Đảng bộ cấp trên")] == "superior_name"
    assert glossary.setting_header("plan_deadline") == "Hạn ban hành kế hoạch"
    assert glossary.headers("settings")[glossary.fold("Giá trị")] == "value"
    assert glossary.header("settings", "item") == "Mục"
    assert glossary.sheet_name("settings") == "Thiết lập"


def test_terms():
    """The general words."""
    assert glossary.term("party_cell") == "chi bộ"
    assert glossary.term("secretary") == "bí thư"
