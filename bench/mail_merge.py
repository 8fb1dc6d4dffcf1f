"""LibreOffice's own mail merge of one letter, run by the Python that has its `uno`: `mail_merge.py FOLDER PIPE`.

FOLDER holds `letter.docx`, whose marks `@number@` and `@invited@` become database fields, and `people.csv` with these
columns. Prints the CPU seconds LibreOffice spent on merging alone: neither its start nor its first reading is counted.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import uno

MARKS = ("number", "invited")
SOURCE, TABLE = "sochibo_letters", "people"
FILES, A_TABLE = 2, 0
"""com.sun.star.text.MailMergeType.FILE, com.sun.star.sdb.CommandType.TABLE."""
_TRIES, _PAUSE = 300, 0.1


def main() -> None:
    folder, pipe = Path(sys.argv[1]), sys.argv[2]
    context = _connected(pipe)
    create = context.ServiceManager.createInstanceWithContext
    _register(create("com.sun.star.sdb.DatabaseContext", context), folder)
    desktop = create("com.sun.star.frame.Desktop", context)
    _with_fields(desktop, folder)
    process = int((folder / "soffice.pid").read_text())
    merge = create("com.sun.star.text.MailMerge", context)
    _set(merge, DocumentURL=_url(folder / "letter.odt"), DataSourceName=SOURCE, Command=TABLE, CommandType=A_TABLE, OutputType=FILES,
         OutputURL=_url(folder / "merged"), SaveFilter="MS Word 2007 XML", SaveAsSingleFile=False, FileNamePrefix="letter")  # fmt: skip
    before = _spent(process)
    merge.execute(())
    print(_spent(process) - before)
    desktop.terminate()


def _connected(pipe: str):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(_TRIES):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except uno.getClass("com.sun.star.connection.NoConnectException"):
            time.sleep(_PAUSE)
    raise SystemExit("LibreOffice does not answer")


def _register(databases, folder: Path) -> None:
    source = databases.createInstance()
    source.URL = f"sdbc:flat:{_url(folder)}"
    source.Info = (_value("HeaderLine", True), _value("FieldDelimiter", ";"), _value("StringDelimiter", '"'), _value("Extension", "csv"), _value("CharSet", "UTF-8"))
    source.DatabaseDocument.storeAsURL(_url(folder / "letters.odb"), ())
    databases.registerObject(SOURCE, source)


def _with_fields(desktop, folder: Path) -> None:
    document = desktop.loadComponentFromURL(_url(folder / "letter.docx"), "_blank", 0, (_value("Hidden", True),))
    for mark in MARKS:
        search = document.createSearchDescriptor()
        search.SearchString = f"@{mark}@"
        found = document.findFirst(search)
        master = document.createInstance("com.sun.star.text.fieldmaster.Database")
        _set(master, DataBaseName=SOURCE, DataTableName=TABLE, DataCommandType=A_TABLE, DataColumnName=mark)
        field = document.createInstance("com.sun.star.text.textfield.Database")
        field.attachTextFieldMaster(master)
        found.getText().insertTextContent(found, field, True)
    document.storeToURL(_url(folder / "letter.odt"), (_value("FilterName", "writer8"),))
    document.close(True)


def _set(target, **values: object) -> None:
    for name, value in values.items():
        target.setPropertyValue(name, value)


def _value(name: str, value: object):
    made = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
    made.Name, made.Value = name, value
    return made


def _url(path: Path) -> str:
    return uno.systemPathToFileUrl(str(path))


def _spent(process: int) -> float:
    """User and system seconds of a process so far."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    main()
