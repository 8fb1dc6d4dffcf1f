"""What stood where we wrote, kept until our step is taken back: so that it can be told exactly, and looked at afterwards.

LibreOffice's own undo list does the work. It is asked only where our step is the last in it, so nothing a person did
since (a filter, a sort, rows put in) comes between.
"""

# Objects of UNO have no types.
# ruff: noqa: ANN001, ANN201, ANN202

from . import reading

MOST_KEPT = 20
MOST_NAMED = 20
_kept = []
"""Of the last writes: the document, the title of the step, what stood there. Lives as long as the office."""


def keep(document, order):
    """Before anything is touched."""
    standing = {
        "squares": [_square(document, *at) for at in _squares(order, "stood")],
        "sheets": {new["name"]: _whole(document, new["name"]) for new in order["replace"]},
        "notes": _notes(document, order["note_mark"]) if order["notes"] is not None else None,
    }
    _kept.append((document.RuntimeUID, order, standing))
    del _kept[:-MOST_KEPT]


def undo(document, prefix):
    """Take our last write back: what was taken back and what is not as it was; only the last step's title where it is another's."""
    manager = document.UndoManager
    title = manager.getCurrentUndoActionTitle() if manager.isUndoPossible() else ""
    if not title.startswith(prefix):
        return {"last": title}
    known = _known(document, title)
    if known is None:
        manager.undo()
        return {}
    order, standing = known
    told = _told(document, order, standing)
    manager.undo()
    return {**told, "unlike": _unlike(document, order, standing)}


def _known(document, title):
    """What was kept of the newest write of this title."""
    for number in range(len(_kept) - 1, -1, -1):
        owner, order, standing = _kept[number]
        if owner == document.RuntimeUID and order["title"] == title:
            del _kept[number]
            return order, standing
    return None


def _told(document, order, standing):
    """What differs now from what stood there."""
    held = [_square(document, *at) for at in _squares(order, "squares")]
    is_changed = [now != before for now, before in zip(held, standing["squares"])]  # noqa: B905 - Python of LibreOffice 7.4
    return {
        "squares": sum(is_changed),
        "sheets": [name for name, before in standing["sheets"].items() if _whole(document, name) != before] + _made(document, order),
        "notes": standing["notes"] is not None and _notes(document, order["note_mark"]) != standing["notes"],
    }


def _unlike(document, order, standing):
    """Squares, sheets and notes that are not as they stood."""
    places = []
    for (name, row, column), before in zip(_squares(order, "stood"), standing["squares"]):  # noqa: B905 - as above
        if row and _square(document, name, row, column) != before:
            places.append([name, row, column])
    places += [[name, 0, 0] for name, before in standing["sheets"].items() if _whole(document, name) != before]
    places += [[name, 0, 0] for name in _made(document, order)]
    if standing["notes"] is not None:
        places += [list(note[:3]) for note in _notes(document, order["note_mark"]) ^ standing["notes"]]
    return places[:MOST_NAMED]


def _made(document, order):
    """The new years' sheets that are there now."""
    return [new["name"] for new in order["like"] if document.Sheets.hasByName(new["name"])]


def _squares(order, where):
    """Sheet, row and column of every square written: where it is, or where it stood; row 0 for one that was not there.

    Those of a sheet that was made go with it.
    """
    made = {new["name"] for new in order["like"]}
    for plan in order["sheets"]:
        for row, column, *_ in plan[where] if plan["name"] not in made else ():
            yield plan["name"], row, column


def _square(document, name, row, column):
    return document.Sheets.getByName(name).getCellByPosition(column - 1, row - 1).getFormula() if row else ""


def _whole(document, name):
    """Everything on a sheet of ours; None where it is not there."""
    if not document.Sheets.hasByName(name):
        return None
    rows = reading.used_area(document.Sheets.getByName(name)).getFormulaArray()
    kept = [tuple(row) for row in rows]
    while kept and not any(kept[-1]):
        kept.pop()
    return kept


def _notes(document, mark):
    """Our notes, on every sheet."""
    found = set()
    for sheet in document.Sheets:
        for number in range(sheet.Annotations.Count):
            note = sheet.Annotations.getByIndex(number)
            if note.String.partition("\n")[0] == mark:
                found.add((sheet.Name, note.Position.Row + 1, note.Position.Column + 1, note.String))
    return found
