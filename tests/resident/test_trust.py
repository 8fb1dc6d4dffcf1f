"""Who may press buttons, whom a click believes, and the door the launcher opens."""

from __future__ import annotations

import os
import signal
import socket
import stat
import subprocess
import sys
import threading

import pytest

from addin import ribbon
from addin.errors import Misuse
from addin.resident import door, handing_on, places
from addin.resident.handing_on import NoResident
from addin.resident.journal import journal_file
from addin.resident.wire import HOST, Gone, Line, Request, Stranger, greet, welcome
from tests.resident.residents import BOOK, ROOT, pressed, request


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
        listening.join(60)

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
    answering.join(60)

    assert wishes[0]["button"] == "check"
    near.close()
    far.close()
