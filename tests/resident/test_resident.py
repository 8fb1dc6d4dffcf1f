"""The resident and the click that hands itself on: real processes, real loopback connections."""

from __future__ import annotations

import os
import signal
import socket
import stat
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from addin import ribbon
from addin.errors import Misuse
from addin.hosts.excel.taking_back import Record, Shelf
from addin.resident import door, handing_on, places
from addin.resident.handing_on import DiedAtWork, NoResident, hand_on
from addin.resident.journal import journal_file
from addin.resident.wire import HOST, Gone, Line, Request, Stranger, greet, welcome
from tests.hosts.memory_engine.dialog import Person

ROOT = Path(__file__).parents[2]
PROGRAM = Path(__file__).with_name("resident_process.py")
BOOK = 'Bảng "đánh giá" = tháng 1.xlsx'


class Residents:
    """Starts residents as the click would, and ends those it started."""

    def __init__(self):
        self.started = []

    def start(self, *more):
        process = subprocess.Popen([sys.executable, str(PROGRAM), str(ROOT), *more])
        self.started.append(process)

    def end(self):
        for process in self.started:
            process.kill()
            process.wait()


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    """A user of our own."""
    monkeypatch.setenv("SOCHIBO_HOME", str(tmp_path / "người dùng"))
    return tmp_path / "người dùng"


@pytest.fixture
def residents():
    running = Residents()
    yield running
    running.end()


def request(button="check", window=None):
    return Request(button, BOOK, window or os.getpid())


def pressed(residents, button="check", person=None, window=None, more=()):
    person = person or Person()
    code = hand_on(request(button, window), lambda: person, lambda: residents.start(*more))
    return code, person


def eventually(true, seconds=10.0):
    give_up = time.monotonic() + seconds
    while not true() and time.monotonic() < give_up:
        time.sleep(0.02)
    return true()


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
    assert residents.started[0].wait(10) == 0
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
            pressed(residents, "season")
        except DiedAtWork as error:
            failed.append(error)

    clicking = threading.Thread(target=click)
    clicking.start()
    eventually(lambda: places.find_word() is not None)
    time.sleep(0.3)
    residents.started[0].send_signal(signal.SIGKILL)
    clicking.join(10)
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
    waiting = Person(lambda _text: answered.wait(10))
    codes = []
    pressed(residents)
    first = threading.Thread(target=lambda: codes.append(pressed(residents, "rate", waiting)[0]))
    first.start()
    eventually(lambda: waiting.asked)

    other, _ = pressed(residents)
    answered.set()
    first.join(10)

    assert (other, codes) == (0, [0])
    assert len(residents.started) == 1


def test_two_users_have_two_residents_and_two_tokens(residents, tmp_path, monkeypatch):
    """Neither's token opens the other's door."""
    pressed(residents)
    first = places.find_word()
    monkeypatch.setenv("SOCHIBO_HOME", str(tmp_path / "người khác"))
    pressed(residents)
    second = places.find_word()

    assert len(residents.started) == 2
    assert first.token != second.token
    with socket.create_connection((HOST, first.port)) as connection, pytest.raises((Stranger, Gone)):
        greet(Line(connection), second.token, stamp=second.stamp, **request()._asdict())


def test_a_stranger_without_the_token_presses_no_button(residents, home):
    """Not even by sending what a click would send."""
    pressed(residents)
    word = places.find_word()

    with socket.create_connection((HOST, word.port), timeout=5) as connection:
        line = Line(connection)
        line.say(nonce="00")
        line.hear()
        line.say(proof="00", stamp=word.stamp, **request("check")._asdict())
        with pytest.raises(Gone):
            line.hear()

    assert journal_file().read_text(encoding="utf-8").count(" check ") == 1


def test_a_stranger_on_the_port_learns_no_token_and_is_passed_by(residents):
    """After a resident died anybody may have its port: the click proves nothing to it and starts its own."""
    heard = []
    with socket.create_server((HOST, 0)) as listener:
        places.leave_word(places.Word(listener.getsockname()[1], "bí mật", 1, places.stamp()))

        def impostor():
            connection, _ = listener.accept()
            line = Line(connection)
            heard.append(line.hear())
            line.say(nonce="11", proof="22")
            with pytest.raises(Gone):
                heard.append(line.hear())
            line.close()

        listening = threading.Thread(target=impostor)
        listening.start()
        code, _ = pressed(residents)
        listening.join(10)

    assert code == 0
    assert [set(message) for message in heard] == [{"nonce"}]
    assert "bí mật" not in str(heard)


def test_a_hanging_resident_is_passed_by(residents, monkeypatch):
    """It takes the call and says nothing."""
    monkeypatch.setattr(handing_on, "HANDSHAKE_SECONDS", 0.2)
    with socket.create_server((HOST, 0)) as listener:
        places.leave_word(places.Word(listener.getsockname()[1], "x", 1, places.stamp()))

        code, _ = pressed(residents)

    assert code == 0
    assert len(residents.started) == 1


def test_the_word_is_for_this_user_only(residents, home):
    """Mode 0600 in a folder of mode 0700; one that others could read is not believed."""
    pressed(residents)
    path = places.word_file()
    modes = stat.S_IMODE(path.stat().st_mode), stat.S_IMODE(home.stat().st_mode)

    path.chmod(0o644)

    assert modes == (0o600, 0o700)
    assert places.find_word() is None


@pytest.mark.parametrize("text", ["", "{", "[]", '{"port": 1}', '{"port": 1, "token": "x", "process": 1, "stamp": "y", "more": 2}'])
def test_a_spoilt_word_is_no_word(text, home):
    """Half written, of another version."""
    places.write_private(places.word_file(), text)

    assert places.find_word() is None


def test_it_ends_with_the_last_excel_and_wipes_what_it_kept(residents, home):
    """The word and the records for undo go with Excel."""
    excel = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    pressed(residents, window=excel.pid)
    Shelf(home / "hoan-tac").keep(excel.pid, BOOK, Record())
    alive = residents.started[0].poll()

    excel.kill()
    excel.wait()

    assert alive is None
    assert residents.started[0].wait(10) == 0
    assert not places.word_file().exists()
    assert not list((home / "hoan-tac").iterdir())


def test_it_ends_when_nobody_clicks(residents, home):
    """After idling; records of an Excel that still runs stay."""
    residents.start(places.stamp(), "0.2")
    eventually(lambda: places.find_word() is not None)
    Shelf(home / "hoan-tac").keep(os.getpid(), BOOK, Record())

    assert residents.started[0].wait(10) == 0
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


def test_where_none_can_live_the_click_works_alone():
    """Slower, but done."""

    def blocked():
        raise NoResident

    done = []
    code = door.answer_click(
        ["check", f"--wb={BOOK}", "--hwnd=7"], frozenset({"check"}), lambda: lambda wanted, _: done.append(wanted) or 0, blocked
    )

    assert code == 0
    assert done == [Request("check", BOOK, 7)]


def test_words_of_the_launcher():
    """Everything behind the first equals sign is the name; an unknown button is an old add-in's."""
    buttons = frozenset({"check"})

    assert door.request_of(["check", f"--wb={BOOK}", "--hwnd=12"], buttons) == Request("check", BOOK, 12)
    assert door.request_of(["check", "--wb=", "--hwnd="], buttons) == Request("check", "", 0)
    with pytest.raises(Misuse) as told:
        door.request_of(["xoá", "--wb=x"], buttons)
    assert told.value.message == "Không có nút “xoá”."


def test_the_real_door_starts_the_real_resident(home):
    """From the launcher's line to the message: here there is no Excel, and that is what is said."""
    line = [sys.executable, "-X", "utf8", "-m", "addin.ribbon", "check", f"--wb={BOOK}", f"--hwnd={os.getpid()}"]

    ran = [subprocess.run(line, capture_output=True, encoding="utf-8", cwd=ROOT, check=False) for _ in range(2)]
    word = places.find_word()
    os.kill(word.process, signal.SIGTERM)

    assert [one.returncode for one in ran] == [3, 3]
    assert ran[0].stderr.startswith("Không nối được với Excel đang chạy.\n→ ")
    assert journal_file().read_text(encoding="utf-8").count("resident starts") == 1


def test_an_unknown_button_is_told_and_not_handed_on(home, capfd):
    """Nothing is started for it."""
    code = ribbon.main(["xoá", f"--wb={BOOK}", "--hwnd=0"])

    assert code == 2
    assert "Không có nút “xoá”." in capfd.readouterr().err
    assert not places.word_file().exists()


def test_both_sides_must_prove_themselves():
    """The wire alone: equal tokens agree, others do not."""
    near, far = socket.socketpair()
    wishes = []
    answering = threading.Thread(target=lambda: wishes.append(welcome(Line(far), "chung")))
    answering.start()

    greet(Line(near), "chung", button="check")
    answering.join(5)

    assert wishes[0]["button"] == "check"
    near.close()
    far.close()
