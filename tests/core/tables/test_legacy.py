"""Old encodings by column, and odd letters one text at a time."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from addin.core.tables.squares.legacy import Encoding, OddityKind, decode_column, oddities
from addin.core.tables.squares.legacy_alphabets import decode_tcvn3, decode_vni, is_syllable

# Invented names; the second and third columns are how the two old typing programs stored them.
NAMES = (
    ("Nguyễn Văn An", "NguyÔn V¨n An", "Nguyeãn Vaên An"),
    ("Trần Thị Bưởi", "TrÇn ThÞ B\u00adëi", "Traàn Thò Böôûi"),
    ("Lê Hoàng Tú", "Lª Hoµng Tó", "Leâ Hoaøng Tuù"),
    ("Phạm Đức Thuỷ", "Ph¹m §øc Thuû", "Phaïm Ñöùc Thuyû"),
    ("Vũ Đình Kỳ", "Vò §×nh Kú", "Vuõ Ñình Kyø"),
    ("Đặng Thị Ngọc Huyền", "§Æng ThÞ Ngäc HuyÒn", "Ñaëng Thò Ngoïc Huyeàn"),
    ("Bùi Quốc Khánh", "Bïi Quèc Kh¸nh", "Buøi Quoác Khaùnh"),
    ("Đỗ Hữu Nghĩa", "§ç H÷u NghÜa", "Ñoã Höõu Nghóa"),
    ("Hồ Xuân Thuỵ", "Hå Xu©n Thuþ", "Hoà Xuaân Thuî"),
    ("Ngô Bảo Trẳng", "Ng« B¶o Tr¼ng", "Ngoâ Baûo Traúng"),
    ("Dương Mỹ Linh", "D\u00ad¬ng Mü Linh", "Döông Myõ Linh"),
    ("Lý Thường Kiệm", "Lý Th\u00adêng KiÖm", "Lyù Thöôøng Kieäm"),
    ("Trương Quỳnh Ỷ Lan", "Tr\u00ad¬ng Quúnh û Lan", "Tröông Quyønh YÛ Lan"),
    ("Hoàng Văn Sỹ", "Hoµng V¨n Sü", "Hoaøng Vaên Syõ"),
    ("Cao Thị Ẵm", "Cao ThÞ ½m", "Cao Thò AÜm"),
)
UNICODE = [name for name, _tcvn3, _vni in NAMES]


def test_all_seventy_four_letters_of_tcvn3() -> None:
    """Every letter beyond ASCII decodes to one Vietnamese letter of its own."""
    letters = "¡¢£¤¥¦§¨©ª«¬\u00ad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ"

    decoded = decode_tcvn3(letters)

    assert len(letters) == len(set(decoded)) == 74
    assert decoded.startswith("ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắ")


@pytest.mark.parametrize(("name", "tcvn3", "vni"), NAMES)
def test_each_name_in_both_encodings(name: str, tcvn3: str, vni: str) -> None:
    """The tables give the name back letter by letter; TCVN3 has no capital accented vowels."""
    assert decode_tcvn3(tcvn3).lower() == name.lower()
    assert decode_vni(vni) == name


def test_a_tcvn3_column_without_any_font() -> None:
    """The words prove it, `Tó` goes with its column, and samples show before and after."""
    decoded = decode_column([tcvn3 for _name, tcvn3, _vni in NAMES])

    assert decoded is not None
    assert decoded.encoding is Encoding.TCVN3
    assert [text.lower() for text in decoded.texts] == [name.lower() for name in UNICODE]
    assert decoded.samples == (
        ("NguyÔn V¨n An", "Nguyễn Văn An"),
        ("TrÇn ThÞ B\u00adëi", "Trần Thị Bưởi"),
        ("Lª Hoµng Tó", "Lê Hoàng Tú"),
    )


def test_a_vni_column_without_any_font() -> None:
    """VNI writes marks as letters of their own: `Traàn` is no syllable."""
    decoded = decode_column([vni for _name, _tcvn3, vni in NAMES])

    assert decoded is not None
    assert decoded.encoding is Encoding.VNI
    assert list(decoded.texts) == UNICODE


@pytest.mark.parametrize("texts", [["Tó", "Lý"], ["Tó"], ["Tó", "", "12/5"]])
def test_a_font_decides_where_the_words_cannot(texts: list[str]) -> None:
    """All letters of `Tó` are good Unicode: without the font nothing is proved, with it the text is `Tú`."""
    assert decode_column(texts) is None

    decoded = decode_column(texts, [".VnTime"])

    assert decoded is not None
    assert decoded.texts[0] == "Tú"


def test_a_capital_font_gives_capitals() -> None:
    """`.VnTimeH` draws small letters large, so what is seen is capitals."""
    decoded = decode_column(["Hä vµ tªn", "NguyÔn V¨n An"], [".VnTimeH"])

    assert decoded is not None
    assert decoded.texts == ("HỌ VÀ TÊN", "NGUYỄN VĂN AN")


def test_a_legacy_font_over_unicode_text_changes_nothing() -> None:
    """Squares typed anew in Unicode often keep the old font."""
    assert decode_column(UNICODE, [".VnTime", "VNI-Times"]) is None


def test_a_mixed_column() -> None:
    """Old rows are decoded where they prove themselves; new rows and doubtful ones stay."""
    decoded = decode_column(["Nguyễn Văn An", "TrÇn ThÞ B×nh", "Hà", "Tó", "Lª V¨n T¸m"])

    assert decoded is not None
    assert decoded.texts == ("Nguyễn Văn An", "Trần Thị Bình", "Hà", "Tó", "Lê Văn Tám")


@pytest.mark.parametrize(
    "texts",
    [
        ["Hà", "Tú", "Lý", "Hùng"],
        ["José Müller", "Émile Zola", "Søren"],
        ["§ 5", "« Tốt »", "© 2020", "± 3", "m²", "½"],
        ["· mục một", "· mục hai"],
        ["5 µm", "10 µm"],
        ["Nguyen Van An", "plain"],
        [],
    ],
)
def test_what_is_no_old_encoding(texts: list[str]) -> None:
    """Foreign names, signs and plain Unicode raise no alarm."""
    assert decode_column(texts) is None


def test_vietnamese_syllables() -> None:
    """The judge of words: one tone, a known vowel group."""
    assert all(map(is_syllable, ("nghiêng", "Nguyễn", "khuya", "quỵt", "ươm", "Yên", "giường", "oẳng")))
    assert not any(map(is_syllable, ("Müller", "Traàn", "strong", "áà", "NguyÔn", "q")))


_WORDS = st.sampled_from(sorted({word for name in UNICODE for word in name.split()} | {"Hà", "Tú", "Thà", "Sáu", "Hoà"}))
_PEOPLE = st.lists(_WORDS, min_size=1, max_size=5).map(" ".join)


@given(st.lists(_PEOPLE, max_size=12))
def test_unicode_names_raise_no_false_alarm(names: list[str]) -> None:
    """Any column of Vietnamese names in Unicode is left alone."""
    assert decode_column(names) is None
    assert all(oddities(name) == () for name in names)


@given(st.lists(st.sampled_from(NAMES), min_size=2, max_size=12, unique=True))
def test_any_two_names_prove_their_column(rows: list[tuple[str, str, str]]) -> None:
    """Two whole names suffice to know either encoding."""
    tcvn3 = decode_column([row[1] for row in rows])
    vni = decode_column([row[2] for row in rows])

    assert tcvn3 is not None
    assert [text.lower() for text in tcvn3.texts] == [row[0].lower() for row in rows]
    assert vni is not None
    assert list(vni.texts) == [row[0] for row in rows]


@pytest.mark.parametrize(
    ("text", "kind", "seen", "suggestion"),
    [
        ("Nguyá»…n VÄƒn Tuáº¥n", OddityKind.MOJIBAKE, "Nguyá»…n", "Nguyễn Văn Tuấn"),
        ("Tráº§n Thá»‹ HÃ\u00a0", OddityKind.MOJIBAKE, "Tráº§n", "Trần Thị Hà"),
        ("Nguy?n V?n A", OddityKind.QUESTION_MARK, "Nguy?n", None),
        ("Nguy\ufffdn", OddityKind.QUESTION_MARK, "Nguy\ufffdn", None),
        ("Ðảng viên", OddityKind.LOOK_ALIKE, "Ðảng", "Đảng viên"),
        ("Nguуễn Văn Аn", OddityKind.LOOK_ALIKE, "Nguуễn", "Nguyễn Văn An"),
        ("Nguyễn\u200b An", OddityKind.INVISIBLE, "U+200B", "Nguyễn An"),
        ("\u202eAn", OddityKind.INVISIBLE, "U+202E", "An"),
        ("An\x07", OddityKind.CONTROL, "U+0007", "An"),
    ],
)
def test_one_oddity(text: str, kind: OddityKind, seen: str, suggestion: str | None) -> None:
    """Each kind is found, with the text put right where that can be known."""
    found = oddities(text)

    assert [(oddity.kind, oddity.seen, oddity.suggestion) for oddity in found] == [(kind, seen, suggestion)]


def test_letters_and_marks_apart() -> None:
    """NFD is told, with NFC as the suggestion."""
    apart = unicodedata.normalize("NFD", "Nguyễn")

    found = oddities(apart)

    assert [(oddity.kind, oddity.suggestion) for oddity in found] == [(OddityKind.DECOMPOSED, "Nguyễn")]


@pytest.mark.parametrize("text", ["Hà Nội?", "Đúng hay sai? Đúng.", "https://a.vn/x?id=1", "Иван Петров", "α + β", "", "dòng 1\nhai"])
def test_what_is_not_odd(text: str) -> None:
    """Questions, addresses, whole foreign words and line breaks are as they should be."""
    assert oddities(text) == ()
