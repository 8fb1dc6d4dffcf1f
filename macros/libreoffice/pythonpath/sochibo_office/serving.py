"""Answers our interpreter's questions about one document, one JSON line each way, until it asks no more.

`{"ask": "read", "names": null}` is answered with `{"answer": {...}}`; with `{"failed": "..."}` where the
office refuses, with `{"gone": true}` where the document or the office is no longer there.
"""

# Objects of UNO have no types.
# ruff: noqa: ANN001, ANN201, ANN202

import json
from functools import partial

import uno
from com.sun.star.lang import DisposedException
from com.sun.star.uno import Exception as OfficeException

from . import looking, reading, showing, writing


def questions_of(document, screen):
    """What may be asked about one document in one window."""
    return {
        "book": partial(_book, document),
        "read": partial(reading.read_document, document),
        "look_at_book": partial(looking.look_at_book, document),
        "look_at_squares": partial(looking.look_at_squares, document),
        "write": partial(writing.write, document),
        "undo": partial(writing.undo, document),
        "selection": partial(showing.selection, document),
        "select": partial(showing.select, document),
        "progress": screen.progress,
        "tell": screen.tell,
        "confirm": screen.ask,
        "show_file": screen.show_file,
    }


def _book(document):
    """The document's name and where its file lies."""
    path = uno.fileUrlToSystemPath(document.URL) if document.URL.startswith("file:") else None
    return {"name": document.Title, "path": path}


def serve(questions, lines, answers):
    """Until the other side closes its end."""
    for line in lines:
        answers.write(json.dumps(reply(questions, json.loads(line))).encode("ascii") + b"\n")
        answers.flush()


def reply(questions, asked):
    """What goes back for one question: the answer, or why there is none."""
    question = questions.get(asked.pop("ask"))
    if question is None:
        return {"failed": "unknown question"}
    try:
        return {"answer": question(**asked)}
    except DisposedException:
        return {"gone": True}
    except OfficeException as error:
        return {"failed": type(error).__name__}
