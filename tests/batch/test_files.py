"""Which files a batch takes: workbooks, and nothing that lies beside them."""

from __future__ import annotations

import pytest

from addin.batch.files import Left, find_books
from addin.errors import CannotRead, Misuse


@pytest.fixture
def folder(tmp_path):
    def put(*names):
        for name in names:
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(b"x")
        return tmp_path

    return put


def names(found):
    return [file.name for file in found.files]


def test_all_kinds_of_workbooks_in_all_folders_in_order(folder):
    found = find_books(folder("b.xlsx", "Phường Ví Dụ/Sổ chi bộ.XLSM", "a.ods", "c.xls", "d.xlsb", "ghi chú.docx", "a.txt"))
    assert names(found) == ["Phường Ví Dụ/Sổ chi bộ.XLSM", "a.ods", "b.xlsx", "c.xls", "d.xlsb"]
    assert found.left == ()


def test_locks_temporaries_and_backups_are_left_alone_and_counted(folder):
    root = folder("a.xlsx", "~$a.xlsx", ".~lock.a.xlsx#", "Sao lưu/a.20260101-080000.xlsx", ".sochibo-12.tmp", "~WRL0001.xlsx", "backup/a.xlsx")
    found = find_books(root)
    assert names(found) == ["a.xlsx"]
    assert sorted(reason for _, reason in found.left) == sorted([Left.LOCK, Left.LOCK, Left.BACKUP, Left.BACKUP, Left.TEMPORARY])


@pytest.mark.parametrize(
    "copy",
    [
        "Copy of Sổ A.xlsx", "Copy (2) of Sổ A.xlsx", "Bản sao của Sổ A.xlsx", "Sổ A (Đã khôi phục).xlsx", "Sổ A (Recovered).xlsx",
        "Sổ A - Copy.xlsx", "Sổ A - Copy (2).xlsx", "Sổ A-PC-LAN.xlsx", "Sổ A-DESKTOP-7Q2.xlsx", "Sổ A (LAN's conflicted copy 2026-01-02).xlsx",
    ],
)  # fmt: skip
def test_a_copy_is_left_alone_only_where_its_original_stands_beside_it(folder, copy):
    alone = find_books(folder(copy))
    assert names(alone) == [copy]
    beside = find_books(folder("Sổ A.xlsx"))
    assert names(beside) == ["Sổ A.xlsx"]
    assert beside.left == ((copy, Left.COPY),)


def test_names_with_dashes_are_an_offices_own(folder):
    found = find_books(folder("Chi bộ-Tổ-2.xlsx", "Chi bộ.ods", "Sổ-2.xlsx"))
    assert len(found.files) == 3


def test_patterns_and_no_recursion(folder):
    root = folder("a-2025.xlsx", "a-2024.xlsx", "sub/b-2025.xlsx")
    assert names(find_books(root, only=("*-2025.xlsx",))) == ["a-2025.xlsx", "sub/b-2025.xlsx"]
    assert names(find_books(root, recursive=False)) == ["a-2024.xlsx", "a-2025.xlsx"]


def test_results_of_ours_are_never_read(folder):
    root = folder("a.xlsx", "ra/summary.xlsx", "ra/manifest.json", "ra/results.jsonl", "ra2/summary.xlsx", "ra2/manifest.json", "ra2/unfinished.jsonl", "moi/x.xlsx")
    assert names(find_books(root, out=root / "moi")) == ["a.xlsx"]


def test_a_list_of_paths(folder):
    root = folder("a.xlsx", "sub/b.xlsx")
    given = root / "danh sách.txt"
    given.write_text(f'\ufeff# các sổ\na.xlsx\n"sub/b.xlsx"\n\na.xlsx\n{root}/không có.xlsx\n', "utf-8")
    assert names(find_books(given)) == ["a.xlsx", "không có.xlsx", "sub/b.xlsx"]


def test_what_is_no_folder_and_no_list(tmp_path):
    with pytest.raises(CannotRead):
        find_books(tmp_path / "không có")
    binary = tmp_path / "a.txt"
    binary.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(Misuse):
        find_books(binary)


def test_a_loop_of_links_ends(folder):
    root = folder("a.xlsx")
    (root / "vòng").symlink_to(root, target_is_directory=True)
    assert names(find_books(root)) == ["a.xlsx"]


def test_a_list_means_what_it_names(folder):
    root = folder("Sao lưu/a.xlsx", "b.xlsx", "b - Copy.xlsx", "~$b.xlsx")
    listed = root / "danh sách.txt"
    listed.write_text("Sao lưu/a.xlsx\r\n./b.xlsx\r\nb.xlsx\r\nb - Copy.xlsx\r\n~$b.xlsx\r\n", "utf-8-sig")
    assert names(find_books(listed)) == ["Sao lưu/a.xlsx", "b - Copy.xlsx", "b.xlsx"]
    listed.write_text("b.xlsx\nb\n", "utf-8")
    with pytest.raises(Misuse, match="“b”"):
        find_books(listed)


def test_a_run_that_has_only_begun_is_no_folder_of_workbooks(folder):
    root = folder("a.xlsx", "kq/summary.xlsx", "web/manifest.json", "web/b.xlsx")
    (root / "kq" / "manifest.json").write_text('{"terms": {"rules": "1"}}', "utf-8")
    assert names(find_books(root)) == ["a.xlsx", "web/b.xlsx"]


def test_results_laid_among_the_workbooks_are_none_of_them(folder):
    root = folder("a.xlsx", "xã/b.xlsx", "summary.xlsx", "manifest.json", "results.jsonl", "papers/a.xlsx/Số liệu.xlsx")
    found = find_books(root, out=root)
    assert names(found) == ["a.xlsx", "xã/b.xlsx"]
    assert found.left == (("summary.xlsx", Left.OURS),)


@pytest.mark.posix
def test_a_name_that_is_no_text_and_one_with_quotes_are_names(folder):
    found = find_books(folder("b\udce9.xlsx", 'xã "A"/a.xlsx'))
    assert [name.encode() for name in names(found)] == [b"b\\udce9.xlsx", b'x\xc3\xa3 "A"/a.xlsx']
