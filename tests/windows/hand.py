"""A hand and an eye on the tests' PC: reads a dialog's controls, presses its buttons with the mouse, stands in for Excel.

Runs on a Python of its own in C:\\hand, for the one to be installed is not there yet, or must not be at work.
"""

from __future__ import annotations

import json
import os
import select
import subprocess
import time
import zipfile
from contextlib import contextmanager
from pathlib import Path

from tools.windows.interpreter import official

PYTHON = r"C:\hand\python.exe"
FONT = "DejaVu Sans"
"""Has every Vietnamese letter, and is wider than the fonts of Windows: what fits in it fits there."""
PATIENCE = 180
REPLACED = ("MS Shell Dlg", "MS Shell Dlg 2", "Tahoma")

EYE = r"""
import ctypes, json, sys, time
from ctypes import wintypes
user, gdi = ctypes.windll.user32, ctypes.windll.gdi32
EACH = ctypes.WINFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)
for name in ("EnumWindows", "EnumChildWindows", "GetClassNameW", "GetWindowRect", "GetClientRect", "IsWindowVisible",
             "IsWindowEnabled", "GetDC", "ReleaseDC", "DrawTextW", "SelectObject"):
    function = getattr(user, name, None) or getattr(gdi, name)
    function.restype = ctypes.c_void_p
user.EnumWindows.argtypes = (EACH, ctypes.c_void_p)
user.EnumChildWindows.argtypes = (ctypes.c_void_p, EACH, ctypes.c_void_p)
user.SendMessageTimeoutW.argtypes = (ctypes.c_void_p, ctypes.c_uint, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_uint, ctypes.c_uint, ctypes.c_void_p)
user.GetClassNameW.argtypes = (ctypes.c_void_p, ctypes.c_wchar_p, ctypes.c_int)
for name in ("GetWindowRect", "GetClientRect"):
    getattr(user, name).argtypes = (ctypes.c_void_p, ctypes.c_void_p)
for name in ("IsWindowVisible", "IsWindowEnabled", "GetDC"):
    getattr(user, name).argtypes = (ctypes.c_void_p,)
user.ReleaseDC.argtypes = gdi.SelectObject.argtypes = (ctypes.c_void_p, ctypes.c_void_p)
user.DrawTextW.argtypes = (ctypes.c_void_p, ctypes.c_wchar_p, ctypes.c_int, ctypes.c_void_p, ctypes.c_uint)
GET_TEXT, GET_FONT, ABORT_IF_HUNG, CALCULATE, BREAK = 0x0D, 0x31, 2, 0x400, 0x10
LEADING = 3  # air below a line of letters

def asked(window, message, *words):
    answer = ctypes.c_void_p()
    user.SendMessageTimeoutW(window, message, *words, ABORT_IF_HUNG, 2000, ctypes.byref(answer))
    return answer

def text(window):
    buffer = ctypes.create_unicode_buffer(4000)
    asked(window, GET_TEXT, 4000, ctypes.addressof(buffer))
    return buffer.value.replace("\r\n", "\n")

def kind(window):
    buffer = ctypes.create_unicode_buffer(100)
    user.GetClassNameW(window, buffer, 100)
    return buffer.value

def shown(each, *parent):
    found = []
    each(*parent, EACH(lambda window, _: found.append(window) or 1), None)
    return [window for window in found if user.IsWindowVisible(window)]

def is_cut(window):
    here, needed = wintypes.RECT(), wintypes.RECT()
    user.GetClientRect(window, ctypes.byref(here))
    needed.right = here.right
    canvas = user.GetDC(window)
    before = gdi.SelectObject(canvas, asked(window, GET_FONT, None, None))
    user.DrawTextW(canvas, text(window), -1, ctypes.byref(needed), CALCULATE | (BREAK if kind(window) == "Static" else 0))
    gdi.SelectObject(canvas, before)
    user.ReleaseDC(window, canvas)
    return needed.bottom > here.bottom + LEADING or needed.right > here.right

def dialogs():
    for window in shown(user.EnumWindows):
        if kind(window) == "#32770":
            yield window, [child for child in shown(user.EnumChildWindows, window) if text(child).strip()]

def press(label):
    for _window, controls in dialogs():
        for button in controls:
            if kind(button) == "Button" and text(button).replace("&", "") == label and user.IsWindowEnabled(button):
                place = wintypes.RECT()
                user.GetWindowRect(button, ctypes.byref(place))
                user.SetCursorPos((place.left + place.right) // 2, (place.top + place.bottom) // 2)
                user.mouse_event(2, 0, 0, 0, 0)
                user.mouse_event(4, 0, 0, 0, 0)
                return True
    return False

def page(awaited):
    for window, controls in dialogs():
        words = [control for control in controls if kind(control) in ("Static", "Edit") and text(control) != "\uffffg"]
        if any(awaited in text(control) for control in words):
            buttons = [control for control in controls if kind(control) == "Button" and user.IsWindowEnabled(control)]
            return {"title": text(window).strip(), "texts": [text(control) for control in words],
                    "buttons": [text(control).replace("&", "") for control in buttons],
                    "cut": [text(control) for control in controls if kind(control) != "Edit" and is_cut(control)]}

def patiently(call, word):
    give_up = time.monotonic() + 120
    while time.monotonic() < give_up:
        found = call(word)
        if found:
            return found
        time.sleep(0.05)
    return None

label, awaited = sys.argv[1:]
pressed = not label or patiently(press, label)
print(json.dumps(pressed and (not awaited or patiently(page, awaited))), flush=True)
"""
EXCEL = r"""
import ctypes
from ctypes import wintypes
user = ctypes.windll.user32
ANSWER = ctypes.WINFUNCTYPE(ctypes.c_ssize_t, ctypes.c_void_p, ctypes.c_uint, ctypes.c_void_p, ctypes.c_void_p)
user.DefWindowProcW.restype = ctypes.c_ssize_t
user.DefWindowProcW.argtypes = (ctypes.c_void_p, ctypes.c_uint, ctypes.c_void_p, ctypes.c_void_p)
answer = ANSWER(user.DefWindowProcW)

class WindowClass(ctypes.Structure):
    _fields_ = [("style", ctypes.c_uint), ("answer", ANSWER), ("extra", ctypes.c_int * 2), ("handles", ctypes.c_void_p * 4),
                ("menu", ctypes.c_wchar_p), ("name", ctypes.c_wchar_p)]

kind = WindowClass(answer=answer, name="XLMAIN")
assert user.RegisterClassW(ctypes.byref(kind))
user.CreateWindowExW.argtypes = (ctypes.c_uint, ctypes.c_wchar_p, ctypes.c_wchar_p, ctypes.c_uint, *(ctypes.c_int,) * 4, *(ctypes.c_void_p,) * 4)
assert user.CreateWindowExW(0, "XLMAIN", "Sổ chi bộ - Excel", 0, 0, 0, 9, 9, None, None, None, None)
print("open", flush=True)
message = ctypes.create_string_buffer(64)
while user.GetMessageW(message, None, 0, 0):
    user.DispatchMessageW(message)
"""


def give_hand(pc):
    """The Python in C:\\hand, letters that can be read, and windows that wine itself frames."""
    with zipfile.ZipFile(official()) as archive:
        archive.extractall(pc.drive / "hand")
    for name in REPLACED:
        pc.run("reg", "add", r"HKCU\Software\Wine\Fonts\Replacements", "/v", name, "/d", FONT, "/f")
    pc.run("reg", "add", r"HKCU\Software\Wine\X11 Driver", "/v", "Managed", "/d", "N", "/f")


def turn(pc, press, awaited):
    """Press a button, if one is named, and give the page that then shows the awaited words, if any are."""
    with running(pc, PYTHON, "-X", "utf8", "-c", EYE, press, awaited) as process:
        assert select.select([process.stdout], [], [], PATIENCE)[0], (press, awaited)
        line = process.stdout.readline()
        assert line, process.stderr.read()
        process.wait(timeout=PATIENCE)
    seen = json.loads(line)
    assert seen, (press, awaited)
    return seen


@contextmanager
def running(pc, *words):
    """A program, ended with this block if it has not ended by then.

    The end of its output is never waited for: wine's desktop may have been started with it and holds the pipes.
    """
    process = pc.start(*words)
    try:
        yield process
    finally:
        process.kill()
        process.wait(timeout=60)
        for pipe in (process.stdout, process.stderr):
            pipe.close()


def picture(pc, name):
    """Where SOCHIBO_PICTURES names a folder, what a person would see goes there (xwd of x11-apps, convert of imagemagick)."""
    folder = os.environ.get("SOCHIBO_PICTURES")
    if folder:
        time.sleep(0.5)
        taken = subprocess.run(["xwd", "-root", "-silent", "-display", pc.environment["DISPLAY"]], check=True, capture_output=True, timeout=60)
        subprocess.run(["convert", "xwd:-", str(Path(folder).resolve() / f"{name}.png")], input=taken.stdout, check=True, timeout=60)


@contextmanager
def excel_open(pc):
    """A process with a window as Excel's main one; gone at the end."""
    with running(pc, PYTHON, "-X", "utf8", "-u", "-c", EXCEL) as process:
        assert process.stdout.readline().strip() == b"open"
        yield
