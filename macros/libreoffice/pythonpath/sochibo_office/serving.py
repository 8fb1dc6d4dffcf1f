"""Answers our interpreter's questions about one document, one JSON line each way, until it asks no more.

`{"ask": "read", "names": null}` is answered with `{"answer": {...}}`; with `{"failed": "..."}` where the
office refuses, with `{"gone": true}` where the document or the office is no longer there.
"""

# Objects of UNO have no types.
# ruff: noqa: ANN001, ANN003, ANN201, ANN202

import json
from functools import partial
from pathlib import Path

import uno
from com.sun.star.lang import DisposedException
from com.sun.star.uno import Exception as OfficeException

from . import looking, reading, showing, taking_back, writing


def questions_of(document, screen):
    """What may be asked about one document in one window."""
    about_the_document = {
        "book": _book,
        "read": reading.read_document,
        "look_at_book": looking.look_at_book,
        "drop_down": looking.drop_down,
        "look_at_squares": looking.look_at_squares,
        "write": writing.write,
        "undo": taking_back.undo,
        "selection": showing.selection,
        "select": showing.select,
    }
    questions = {name: partial(_ask_alive, document, question) for name, question in about_the_document.items()}
    about_the_window = {
        "progress": screen.progress,
        "tell": screen.tell,
        "confirm": screen.ask,
        "line": screen.line,
        "show_file": screen.show_file,
    }
    return {**questions, **about_the_window}


def _ask_alive(document, question, **details):
    """Trap: some questions to a document that was closed end the whole office; this one says it is gone."""
    document.getCurrentController()
    return question(document, **details)


def _book(document):
    """The document's name and where its file lies. Trap: the title of one opened to be read ends in "(read-only)"."""
    path = uno.fileUrlToSystemPath(document.URL) if document.URL.startswith("file:") else None
    return {"name": Path(path).name if path else document.Title, "path": path}


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
