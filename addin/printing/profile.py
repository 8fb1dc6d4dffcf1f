"""A profile of our own for LibreOffice: nothing of the person's, no macros, no network, no questions, no recovery."""

from __future__ import annotations

from pathlib import Path
from xml.sax.saxutils import escape

KEPT = "kept.fodt"
"""The empty document that keeps the office at work: without one it ends behind the first paper."""

_NOBODY = "127.0.0.1"
_NO_PORT = "9"
_SETTINGS = (
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Common/Misc", "FirstRun", "false"),
    ("Office.Common/Misc", "CrashReport", "false"),
    ("Office.Common/Save/Document", "AutoSave", "false"),
    ("Office.Recovery/RecoveryInfo", "Enabled", "false"),
    ("Office.Java/VirtualMachine", "Enable", "false"),
    ("Office.Writer/Content/Update", "Link", "2"),  # never
    ("Office.Jobs/Jobs/org.openoffice.Office.Jobs:Job['UpdateCheck']/Arguments", "AutoCheckEnabled", "false"),
    ("Inet/Settings", "ooInetProxyType", "1"),
    ("Inet/Settings", "ooInetHTTPProxyName", _NOBODY),
    ("Inet/Settings", "ooInetHTTPProxyPort", _NO_PORT),
    ("Inet/Settings", "ooInetHTTPSProxyName", _NOBODY),
    ("Inet/Settings", "ooInetHTTPSProxyPort", _NO_PORT),
)
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry" '
    'xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n'
)
_EMPTY = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text/></office:body>'
    "</office:document>\n"
)


def make_profile(folder: Path) -> None:
    """The settings, as LibreOffice keeps them in a user's folder, and the document it holds open."""
    user = folder / "profile" / "user"
    user.mkdir(parents=True)
    items = "".join(
        f'<item oor:path="/org.openoffice.{escape(path)}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>\n'
        for path, name, value in _SETTINGS
    )
    (user / "registrymodifications.xcu").write_text(f"{_HEAD}{items}</oor:items>\n", "utf-8")
    (folder / KEPT).write_text(_EMPTY, "utf-8")


def is_at_work(folder: Path) -> bool:
    """LibreOffice marks a document it holds open."""
    return (folder / f".~lock.{KEPT}#").exists()
