"""Many changes as one step of the undo list, however many they are.

Trap: a step keeps only as many actions inside as the undo list has places (a hundred unless the user chose
otherwise) and drops the first ones silently, so taking it back would leave half of it. A step inside a step
counts as one action: long lists are therefore done in steps of steps.
"""

# Objects of UNO have no types.
# ruff: noqa: ANN001, ANN201

from contextlib import contextmanager

MOST_IN_A_STEP = 15
"""Of items; each may be a few actions."""


@contextmanager
def one_step(document, title):
    """Everything inside is one entry of the undo list; an error takes back what was done so far."""
    manager = document.UndoManager
    manager.enterUndoContext(title)
    document.addActionLock()
    try:
        yield
    except BaseException:
        document.removeActionLock()
        manager.leaveUndoContext()
        if manager.isUndoPossible() and manager.getCurrentUndoActionTitle() == title:
            manager.undo()
        raise
    document.removeActionLock()
    manager.leaveUndoContext()


def each(document, items, change):
    """Call `change` for every item, in their order."""
    items = list(items)
    if len(items) <= MOST_IN_A_STEP:
        for item in items:
            change(item)
        return
    size = -(-len(items) // MOST_IN_A_STEP)
    for first in range(0, len(items), size):
        manager = document.UndoManager
        manager.enterUndoContext("Sổ Chi bộ")
        try:
            each(document, items[first : first + size], change)
        finally:
            manager.leaveUndoContext()
