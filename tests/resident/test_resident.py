"""The resident and the click that hands itself on: its life, its end, and jobs that end in the middle."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading

import pytest

from addin.hosts.excel.taking_back import Record, Shelf
from addin.resident import handing_on, places
from addin.resident.handing_on import DiedAtWork
from addin.resident.journal import journal_file
from tests.hosts.memory_engine.dialog import Person
from tests.resident.residents import BOOK, ROOT, eventually, pressed


def test_the_first_click_starts_one_and_the_next_find_it(residents):
    """One process for three clicks; the name with quotes and equals sign arrives whole."""
    for _ in range(3):
        code, person = pressed(residents)

        assert code == 0
        assert person.told == [f"Đã làm check cho {BOOK} ở {os.getpid()}."]
    assert len(residents.started) == 1


def test_questions_and_files_are_shown_on_the_click_side(residents):
    """The process Excel started may come to the front; the resident may not."""
    yes, no, guide = Person(True), Person(False), Person()

    codes = [pressed(residents, "rate", yes)[0], pressed(residents, "rate", no)[0], pressed(residents, "guide", guide)[0]]

    assert codes == [0, 4, 0]
    assert yes.asked == no.asked == [f"Ghi vào {BOOK}?"]
    assert guide.files == [ROOT]


def test_a_dead_resident_is_replaced(residents):
    """Its word is still there; nobody answers."""
    pressed(residents)
    residents.started[0].kill()
    residents.started[0].wait()

    code, person = pressed(residents)

    assert code == 0
    assert person.told
    assert len(residents.started) == 2


def test_a_resident_of_an_older_program_is_replaced_and_ends(residents):
    """After an update the next click gets the new program."""
    residents.start("phiên bản cũ")
    eventually(lambda: places.find_word() is not None)

    code, _ = pressed(residents)

    assert code == 0
    assert len(residents.started) == 2
    assert residents.started[0].wait(60) == 0
    assert places.find_word().process == residents.started[1].pid


def test_a_program_that_changes_while_a_click_starts_is_met_on_the_next_try(residents, monkeypatch):
    """An update under way: the resident just started is newer than what the click saw; nothing is said of it."""
    seen = iter(["nửa chừng", *[places.stamp()] * 5])
    monkeypatch.setattr(handing_on, "stamp", lambda: next(seen))

    code, person = pressed(residents)

    assert code == 0
    assert len(person.told) == 1
    assert len(residents.started) == 2


def test_a_resident_killed_during_a_job_is_said(residents):
    """The person is told to look before saving; the next click works again."""
    failed = []

    def click():
        try:
            pressed(residents, "agenda")
        except DiedAtWork as error:
            failed.append(error)

    clicking = threading.Thread(target=click)
    clicking.start()
    eventually(lambda: places.word_file().with_name("at work").exists())
    residents.started[0].send_signal(signal.SIGKILL)
    clicking.join(60)
    code, _ = pressed(residents)

    assert failed[0].message == "Chương trình nền của Sổ Chi bộ đã dừng giữa chừng, việc này chưa xong."
    assert failed[0].fix == "Xem lại sổ trước khi lưu; bấm Hoàn tác nếu thấy ô bị đổi, rồi bấm lại nút."
    assert failed[0].exit_code == 4
    assert code == 0


def test_a_click_that_goes_away_while_asked_writes_nothing(residents, home):
    """Excel ended in front of a question: the job ends, the resident lives."""

    class Leaves(Person):
        def ask(self, text):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        pressed(residents, "rate", Leaves())

    assert eventually(lambda: "connection ended: Gone" in journal_file().read_text(encoding="utf-8"))
    assert pressed(residents)[0] == 0
    assert len(residents.started) == 1


def test_two_excels_of_one_user_do_not_wait_for_each_other(residents):
    """While a question stands in one, the other works."""
    answered = threading.Event()
    waiting = Person(lambda _text: answered.wait(60))
    codes = []
    pressed(residents)
    first = threading.Thread(target=lambda: codes.append(pressed(residents, "rate", waiting)[0]))
    first.start()
    eventually(lambda: waiting.asked)

    other, _ = pressed(residents)
    answered.set()
    first.join(60)

    assert (other, codes) == (0, [0])
    assert len(residents.started) == 1


def test_it_ends_with_the_last_excel_and_wipes_what_it_kept(residents, home):
    """The word and the records for undo go with Excel."""
    excel = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    pressed(residents, window=excel.pid)
    Shelf(home / "hoan-tac").keep(excel.pid, BOOK, Record())
    alive = residents.started[0].poll()

    excel.kill()
    excel.wait()

    assert alive is None
    assert residents.started[0].wait(60) == 0
    assert not places.word_file().exists()
    assert not list((home / "hoan-tac").iterdir())


def test_it_ends_when_nobody_clicks(residents, home):
    """After idling; records of an Excel that still runs stay."""
    residents.start(places.stamp(), "0.2")
    eventually(lambda: places.find_word() is not None)
    Shelf(home / "hoan-tac").keep(os.getpid(), BOOK, Record())

    assert residents.started[0].wait(60) == 0
    assert not places.word_file().exists()


def test_a_bug_is_told_and_logged_without_what_stood_in_the_square(residents, home):
    """Code 3; the log holds kind and place, no value."""
    code, person = pressed(residents, "why")
    log = journal_file().read_text(encoding="utf-8")

    assert code == 3
    assert person.warned[0].startswith("Chương trình Sổ Chi bộ gặp lỗi và đã dừng việc này.")
    assert "why bug ValueError: resident_process.py:" in log
    assert "Bí Mật" not in log
    assert BOOK not in log
    assert pressed(residents)[0] == 0
