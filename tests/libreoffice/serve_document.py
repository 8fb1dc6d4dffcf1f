"""Opens a document in a LibreOffice of its own and answers questions about it on standard input and output.

    /usr/bin/python3 serve_document.py DOCUMENT FOLDER

Run by the system's Python, which has uno. It is the office side of the extension, word for word, with the
message boxes left out: `tell` and `confirm` have nobody to speak to here. One question more: `save_as`.
"""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.dont_write_bytecode = True
sys.path.insert(0, str(ROOT / "macros" / "libreoffice" / "pythonpath"))

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from sochibo_office import serving, showing

DEAF = ("tell", "confirm", "show_file")


def main(document_path, folder):
    pipe = f"sochibo{os.getpid()}"
    office = subprocess.Popen(
        [
            "soffice",
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--norestore",
            "--nologo",
            f"--accept=pipe,name={pipe};urp;",
        ],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        context = connected(pipe, office)
        desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        serve(context, desktop.loadComponentFromURL(document_path.as_uri(), "_blank", 0, properties(Hidden=True)))
    finally:
        os.killpg(office.pid, signal.SIGKILL)
        office.wait()


def connected(pipe, office):
    """The remote context, as soon as the new office answers."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(300):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            if office.poll() is not None:
                sys.exit(f"soffice ended with {office.returncode}")
            time.sleep(0.2)
    sys.exit("soffice did not answer in a minute")


def properties(**values):
    return tuple(PropertyValue(name, 0, value, 0) for name, value in values.items())


def serve(context, document):
    questions = serving.questions_of(document, showing.Screen(context, document.CurrentController.Frame))
    for name in DEAF:
        del questions[name]
    questions["save_as"] = lambda path: document.storeToURL(
        Path(path).as_uri(), properties(FilterName="Calc MS Excel 2007 XML")
    )
    questions["close"] = lambda: document.close(True)
    serving.serve(questions, sys.stdin.buffer, sys.stdout.buffer)


main(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve())
