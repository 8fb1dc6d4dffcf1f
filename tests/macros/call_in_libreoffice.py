"""Calls functions of an add-in's VBA inside a LibreOffice of its own; run by the system's Python, which has uno.

    /usr/bin/python3 call_in_libreoffice.py ADDIN.xlam FOLDER < calls.json > results.json

`calls` is a list of [module, function, [arguments]]; `results` gives {"modules", "results"} in that order.
LibreOffice does not recognise .xlam by itself, so the filter is named; and it compiles the whole project at
once and answers every call with an empty value when one module does not compile: the caller must expect
values that are not empty. It also hands a whole number to a parameter `As Long` as 0, silently; the same
number as a double arrives, so every number is sent as one.
"""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

RUN_MACROS_UNASKED = 4


def main(addin, folder):
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
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        context = connected(pipe, office)
        answer(context, addin)
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


def answer(context, addin):
    """Load the add-in, make each call, print what came back."""
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    options = {"Hidden": True, "FilterName": "Calc MS Excel 2007 VBA XML", "MacroExecutionMode": RUN_MACROS_UNASKED}
    document = desktop.loadComponentFromURL(
        addin.as_uri(), "_blank", 0, tuple(PropertyValue(name, 0, value, 0) for name, value in options.items())
    )
    project = document.BasicLibraries.ProjectName
    provider = document.getScriptProvider()
    results = []
    for module, function, arguments in json.load(sys.stdin):
        url = f"vnd.sun.star.script:{project}.{module}.{function}?language=Basic&location=document"
        given = tuple(float(value) if isinstance(value, int) else value for value in arguments)
        results.append(provider.getScript(url).invoke(given, (), ())[0])
    modules = document.BasicLibraries.getByName(project).ElementNames
    print(json.dumps({"project": project, "modules": sorted(modules), "results": results}))
    document.close(True)


main(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve())
