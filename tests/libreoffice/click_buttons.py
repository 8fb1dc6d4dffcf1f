"""LibreOffice with our extension under a screen of its own; presses buttons and answers boxes as told.

    /usr/bin/python3 click_buttons.py EXTENSION.oxt WORKBOOK FOLDER

Run by the system's Python, which has uno. One JSON line a step on standard input, one JSON line back. Message
boxes are read and pressed through accessibility, as a screen reader would. FOLDER is the home of the session.
unopkg refuses root, so root lends it to an ordinary user.
"""

import json
import os
import pwd
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import uno
from com.sun.star.accessibility import AccessibleRole
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.sheet.FilterOperator import EQUAL
from com.sun.star.uno import Exception as UnoException
from com.sun.star.util import URL, CloseVetoException

PATIENCE = 60
BAR = "private:resource/toolbar/addon_vn.sochibo.bar"
BOXES = (AccessibleRole.ALERT, AccessibleRole.DIALOG, AccessibleRole.OPTION_PANE)


def patiently(look, what):
    """The first answer that is not None; never waits longer than a minute."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        found = look()
        if found is not None:
            return found
        time.sleep(0.05)
    raise TimeoutError(what)


class Session:
    """A screen, an office with the extension, a workbook."""

    def __init__(self, extension, workbook, folder):
        self.profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        self.lock = folder / "profile" / ".lock"
        self.ordinary = ordinary_user(folder)
        self.processes = []
        try:
            self.begin(extension, workbook)
        except BaseException:
            self.end()
            raise

    def begin(self, extension, workbook):
        self.display = self.screen()
        self.installed = self.install(extension)
        self.pipe = f"sochibo{os.getpid()}"
        self.office = office = self.start(
            ["soffice", self.profile, "--norestore", "--nologo", "--nofirststartwizard", f"--accept=pipe,name={self.pipe};urp;", str(workbook)]
        )
        self.context = patiently(lambda: self.connect(office), "no office")
        self.desktop = self.create("com.sun.star.frame.Desktop")
        self.document = patiently(self.loaded, "no document")
        self.frame = self.document.CurrentController.Frame
        self.frame.ContainerWindow.setPosSize(0, 0, 1600, 1000, 15)

    def start(self, command):
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            start_new_session=True, env={**os.environ, "DISPLAY": getattr(self, "display", ""), "SAL_USE_VCLPLUGIN": "gen"},
        )  # fmt: skip
        self.processes.append(process)
        return process

    def screen(self):
        reading, writing = os.pipe()
        server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"],
            pass_fds=[writing], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip
        self.processes.append(server)
        os.close(writing)
        with os.fdopen(reading) as numbers:
            return f":{numbers.readline().strip()}"

    def install(self, extension):
        """unopkg's exit code tells little (it crashed once at its end with all done): the list counts."""
        for _ in range(3):
            self.unopkg("add", "--force", "--suppress-license", extension)
            listed = self.unopkg("list")
            if "vn.sochibo" in listed:
                return listed
        raise SystemExit(f"unopkg did not install: {listed}")

    def unopkg(self, *arguments):
        """As an ordinary user; a run that crashed leaves its lock."""
        self.lock.unlink(missing_ok=True)
        done = subprocess.run(
            ["unopkg", *arguments, self.profile], check=False, capture_output=True, text=True, timeout=PATIENCE, **self.ordinary
        )
        return done.stdout + done.stderr

    def connect(self, office):
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        try:
            return resolver.resolve(f"uno:pipe,name={self.pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            if office.poll() is not None:
                raise SystemExit(f"soffice ended with {office.returncode}") from None
            return None

    def create(self, service):
        return self.context.ServiceManager.createInstanceWithContext(service, self.context)

    def loaded(self):
        for document in self.desktop.Components:
            if document.supportsService("com.sun.star.sheet.SpreadsheetDocument") and document.CurrentController:
                return document
        return None

    def end(self):
        for process in reversed(self.processes):
            try:
                os.killpg(process.pid, signal.SIGKILL)
            except ProcessLookupError:
                continue
            process.wait()

    def ended(self):
        """The exit code of an office that is no more; None while it runs. One that crashed takes a moment to be gone."""
        try:
            self.desktop.getCurrentComponent()
            return self.office.poll()
        except UnoException:
            try:
                return self.office.wait(60)
            except subprocess.TimeoutExpired:
                return None

    # What can be asked.

    def crash(self):
        """The office ends at once. Not by SIGSEGV: LibreOffice's own handler of it can wait for itself for ever."""
        os.killpg(self.office.pid, signal.SIGKILL)

    def listed(self):
        return self.installed

    def press(self, button, answers, *, to_the_end=True):
        """Dispatch as menu and toolbar do; each box met is read and answered; what they said."""
        url = URL()
        url.Complete = f"vn.sochibo:{button}"
        _, url = self.create("com.sun.star.util.URLTransformer").parseStrict(url)
        handler = self.frame.queryDispatch(url, "_self", 0)
        finished = threading.Thread(target=handler.dispatch, args=(url, ()), daemon=True)
        finished.start()
        told = self.answer(answers, button)
        finished.join(PATIENCE if to_the_end else 0)
        return told

    def click(self, title, answers, picture=None):
        """A click on the toolbar itself; `picture` is where what is then seen goes, box by box."""
        button = next(button for button in buttons_of(self.bar()) if button.getAccessibleName() == title)
        button.doAccessibleAction(0)
        return self.answer(answers, title, picture)

    def see(self, answer):
        """The words of the box that offers an answer, left standing."""
        return " ".join(patiently(lambda: self.box(answer), f"no box offers {answer}")[0])

    def answer(self, answers, button, picture=None):
        """Read and answer each box as told; an answer may bring the line to be written first."""
        told = []
        for number, given in enumerate(answers):
            answer, line = given if isinstance(given, list) else (given, None)
            words, buttons = patiently(lambda wanted=answer: self.box(wanted), f"no box {number} of {button} offers {answer}")
            told.append(" ".join(words))
            if line is not None:
                self.write(line)
            if picture:
                self.picture(f"{picture}-{number}.png")
            buttons[answer].doAccessibleAction(0)
            self.wait_for_another(words)
        return told

    def write(self, line):
        """Into the field of the box in front."""
        toolkit = self.create("com.sun.star.awt.Toolkit")
        for number in range(toolkit.getTopWindowCount()):
            context = toolkit.getTopWindow(number).getAccessibleContext()
            for field in fields_of(context) if context.getAccessibleRole() in BOXES else ():
                assert field.setText(line)

    def wait_for_another(self, words):
        """Until the box with these words is gone."""

        def gone():
            box = self.box()
            return True if box is None or box[0] != words else None

        patiently(gone, "the box stays")

    def box(self, answer=None):
        """The words and buttons of the box in front, of one that offers the answer; None where there is none.

        A box on its way in or out raises for what is not there yet or any more: it is no box then.
        """
        toolkit = self.create("com.sun.star.awt.Toolkit")
        for number in range(toolkit.getTopWindowCount()):
            try:
                window = toolkit.getTopWindow(number)
                context = window.getAccessibleContext() if hasattr(window, "getAccessibleContext") else None
                if context is None or context.getAccessibleRole() not in BOXES:
                    continue
                words = texts_of(context)
                buttons = {button.getAccessibleName(): button for button in buttons_of(context)}
            except (UnoException, AttributeError):
                continue
            if buttons and (answer is None or answer in buttons):
                return words, buttons
        return None

    def select(self, sheet, area):
        chosen = self.document.Sheets.getByName(sheet)
        self.document.CurrentController.setActiveSheet(chosen)
        self.document.CurrentController.select(chosen.getCellRangeByName(area))

    def clear(self, sheet, area):
        """As a person presses Delete: values, days, texts and formulas go."""
        self.document.Sheets.getByName(sheet).getCellRangeByName(area).clearContents(1 | 2 | 4 | 16)

    def filter(self, sheet, area, column, wanted):
        """As a person does by the arrows of a heading: rows with this text in a column of the area stay in view."""
        rows = self.document.Sheets.getByName(sheet).getCellRangeByName(area)
        field = uno.createUnoStruct("com.sun.star.sheet.TableFilterField")
        field.Field, field.IsNumeric, field.StringValue, field.Operator = column, False, wanted, EQUAL
        descriptor = rows.createFilterDescriptor(True)
        descriptor.ContainsHeader = True
        descriptor.setFilterFields((field,))
        rows.filter(descriptor)

    def sort(self, sheet, area, column):
        """Rows of an area without heading, by a column."""
        field = uno.createUnoStruct("com.sun.star.table.TableSortField")
        field.Field, field.IsAscending = column, True
        fields = PropertyValue("SortFields", 0, uno.Any("[]com.sun.star.table.TableSortField", (field,)), 0)
        self.document.Sheets.getByName(sheet).getCellRangeByName(area).sort((fields, PropertyValue("ContainsHeader", 0, False, 0)))

    def hide(self, sheet, rows):
        of = self.document.Sheets.getByName(sheet).Rows
        for row in rows:
            of.getByIndex(row - 1).IsVisible = False

    def hidden(self, sheet, last):
        """Which of the rows down to the last nobody sees."""
        of = self.document.Sheets.getByName(sheet).Rows
        return [row for row in range(1, last + 1) if not of.getByIndex(row - 1).IsVisible]

    def type_in(self, sheet, cell, text):
        self.document.Sheets.getByName(sheet).getCellRangeByName(cell).setString(text)

    def enter(self, sheet, cell, value):
        """What a person types, a number or a day's number as one."""
        square = self.document.Sheets.getByName(sheet).getCellRangeByName(cell)
        if isinstance(value, str):
            square.setString(value)
        else:
            square.setValue(value)

    def protect(self, sheet):
        """As a person does, without a password."""
        self.document.Sheets.getByName(sheet).protect("")

    def unprotect(self, sheet):
        self.document.Sheets.getByName(sheet).unprotect("")

    def where(self):
        chosen = self.document.CurrentController.Selection
        return [self.document.CurrentController.ActiveSheet.Name, chosen.AbsoluteName]

    def open_another(self, path):
        """Another workbook, in a window of its own, in front of ours."""
        self.another = self.desktop.loadComponentFromURL(uno.systemPathToFileUrl(path), "_blank", 0, ())
        self.another.CurrentController.Frame.activate()
        return self.desktop.ActiveFrame == self.another.CurrentController.Frame

    def close_another(self):
        """Ours comes forward as it does on a desktop: LibreOffice 7.4 ends where a sheet is taken back out of sight."""
        self.another.setModified(False)
        self.another.close(True)
        self.frame.activate()
        self.frame.ContainerWindow.setFocus()

    def close(self):
        """Our workbook, as another program may close it; its changes are thrown away. Whether LibreOffice let it."""
        self.document.setModified(False)
        try:
            self.document.close(True)
        except CloseVetoException:
            return False
        return True

    def open(self, path):
        """From now on our workbook is this one; to be read where somebody else has the file. Whether it may be changed."""
        opened = []

        def load():
            opened.append(self.desktop.loadComponentFromURL(uno.systemPathToFileUrl(path), "_blank", 0, ()))

        def document():
            locked = self.box("Open Read-Only")
            if locked is not None:
                locked[1]["Open Read-Only"].doAccessibleAction(0)
            return opened[0] if opened else None

        threading.Thread(target=load, daemon=True).start()
        self.document = patiently(document, f"{path} does not open")
        self.frame = self.document.CurrentController.Frame
        return not self.document.isReadonly()

    def values(self, *, of_another=False):
        """Everything that stands on every sheet, and the notes."""
        found = {}
        for sheet in (self.another if of_another else self.document).Sheets:
            cursor = sheet.createCursor()
            cursor.gotoEndOfUsedArea(False)
            last = cursor.RangeAddress
            rows = sheet.getCellRangeByPosition(0, 0, last.EndColumn, last.EndRow).getDataArray()
            filled = [[row, column, value] for row, line in enumerate(rows, 1) for column, value in enumerate(line, 1) if value != ""]
            found[sheet.Name] = {"squares": filled, "notes": sheet.Annotations.Count}
        return found

    def steps_to_undo(self):
        return list(self.document.UndoManager.getAllUndoActionTitles())

    def undo(self):
        self.document.UndoManager.undo()

    def is_saved(self):
        return not self.document.isModified()

    def toolbar(self):
        """Whether our toolbar is shown, and its titles as a screen reader says them."""
        titles = [button.getAccessibleName() for button in buttons_of(self.bar()) if button.getAccessibleName()]
        return {"shown": self.frame.LayoutManager.isElementVisible(BAR), "titles": titles}

    def bar(self):
        return self.frame.LayoutManager.getElement(BAR).RealInterface.getAccessibleContext()

    def menu(self):
        """The titles of our menu as a screen reader says them; it stands before Window."""
        window = self.frame.ContainerWindow.getAccessibleContext()
        menus = next(bar for bar in children_of(window) if bar.getAccessibleRole() == AccessibleRole.MENU_BAR)
        titles = [menu.getAccessibleName() for menu in children_of(menus)]
        ours = next(menu for menu in children_of(menus) if menu.getAccessibleName() == "Chi bộ")
        shown = [entry.getAccessibleName() for entry in children_of(ours) if entry.getAccessibleName()]
        return {"next": titles[titles.index("Chi bộ") + 1], "titles": shown}

    def picture(self, path):
        """The screen, for a person to look at (xwd of x11-apps, convert of imagemagick)."""
        time.sleep(0.5)
        taken = subprocess.run(
            ["xwd", "-root", "-silent", "-display", self.display], check=True, capture_output=True, timeout=PATIENCE
        )
        subprocess.run(["convert", "xwd:-", path], input=taken.stdout, check=True, timeout=PATIENCE)


def texts_of(context):
    """All words of a box, in reading order; buttons left out."""
    found = [context.getAccessibleName()] if context.getAccessibleRole() in (AccessibleRole.STATIC, AccessibleRole.LABEL) else []
    for child in children_of(context):
        found += texts_of(child)
    return found


def children_of(context):
    for number in range(context.getAccessibleChildCount()):
        child = context.getAccessibleChild(number)
        inside = child.getAccessibleContext() if child is not None else None
        if inside is not None:
            yield inside


def fields_of(context):
    """What a line can be written into."""
    found = [child for child in children_of(context) if child.getAccessibleRole() == AccessibleRole.TEXT and hasattr(child, "setText")]
    return found + [field for child in children_of(context) for field in fields_of(child)]


def buttons_of(context):
    if context.getAccessibleRole() == AccessibleRole.PUSH_BUTTON:
        yield context
    for child in children_of(context):
        yield from buttons_of(child)


def ordinary_user(folder):
    """How a process of root becomes one of an ordinary user, who is given the folder; nothing for others."""
    if os.geteuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    for path in (folder, *folder.rglob("*")):
        os.chown(path, nobody.pw_uid, nobody.pw_gid)
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def main(extension, workbook, folder):
    session = None
    try:
        session = Session(extension, workbook, folder)
        print(json.dumps({"answer": "ready"}), flush=True)
        for line in sys.stdin:
            step = json.loads(line)
            try:
                answer = getattr(session, step.pop("step"))(**step)
                print(json.dumps({"answer": answer}), flush=True)
            except Exception as error:  # noqa: BLE001 - the test must see it, whatever it is
                print(json.dumps({"error": f"{type(error).__name__}: {error}", "ended": session.ended()}), flush=True)
    finally:
        if session is not None:
            session.end()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]))
