"""The program killed without warning: what it said was kept is there at the next start."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from newsroom.desk import open_desk

ROOT = Path(__file__).parents[2]

SAVING = """
import sys
from dataclasses import replace
from newsroom.desk import open_desk
from newsroom.domain.body import paragraphs
with open_desk(sys.argv[1]) as desk:
    story = desk.writing.open(1)
    while True:
        typed = replace(story, body=paragraphs([f"Fassung {story.version}."]), kicker=str(story.version + 1))
        desk.writing.autosave(typed)
        print("draft", story.version, flush=True)
        story = desk.writing.save(typed).article
        print("saved", story.version, flush=True)
"""

TYPING = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from newsroom.gui import application

class Writer:
    def __init__(self):
        self.words = 0
    def look(self):
        self.program = app.findChild(application.Program)
        if self.program is None or self.program.wiring is None:
            return
        session = self.program.wiring.session
        if session.article is None:
            session.open(1)
            return
        clock.stop()
        session.kept.connect(self.kept)
        self.type()
    def type(self):
        self.words += 1
        QTest.keyClicks(self.program.wiring.editor.body_edit, f"Wort{self.words} ")
    def kept(self, _when):
        print(self.words, flush=True)
        self.type()

app = QApplication(["newsroom"])
writer = Writer()
clock = QTimer(interval=20)
clock.timeout.connect(writer.look)
clock.start()
application.run(["--library", sys.argv[1], "--lang", "en"])
"""

RESTORING = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from newsroom.domain.body import plain_text
from newsroom.gui import application

def look():
    program = app.findChild(application.Program)
    if program is None or program.wiring is None:
        return
    session, notice = program.wiring.session, program.window.notice
    if session.article is not None and session.dirty:
        print(plain_text(session.current().body), flush=True)
        program.window.close()
    elif program.wiring.left.dialog is not None:
        dialog = program.wiring.left.dialog
        if "Wort1" in dialog.sheet.toPlainText():  # what was unsaved is seen before it is taken
            press(dialog, "Take over unsaved")
    elif notice.isVisible():
        press(notice, "Compare …")

def press(parent, words):
    next(b for b in parent.findChildren(QPushButton) if b.text() == words).click()

app = QApplication(["newsroom"])
clock = QTimer(interval=20)
clock.timeout.connect(look)
clock.start()
sys.exit(application.run(["--library", sys.argv[1], "--lang", "en"]))
"""


def begin(script, own, *arguments):
    return subprocess.Popen(
        [sys.executable, "-c", script, *map(str, arguments)],
        cwd=ROOT,
        env=own,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def kill(program, signs):
    """Kill a program after so many signs of life and give all that it said."""
    said = [program.stdout.readline() for _ in range(signs)]
    program.send_signal(signal.SIGKILL)
    rest, wrong = program.communicate()
    assert all(said), wrong
    return "".join(said) + rest


def test_no_save_and_no_draft_that_was_acknowledged_is_lost(own, library):
    for signs in (1, 2, 3, 10, 25, 40):
        said = [line.split() for line in kill(begin(SAVING, own, library), signs).splitlines()]
        saved = max((int(number) for what, number in said if what == "saved"), default=0)
        drafted = max(int(number) for what, number in said if what == "draft")
        with open_desk(library) as desk:
            story = desk.writing.open(1)
            assert story.version >= saved
            kept = max((draft.article.version for draft in desk.writing.recoverable()), default=0)
            assert max(story.version - 1, kept) >= drafted
            assert (
                len(desk.library.history.revisions(1))
                == len(desk.library.history.journal(1))
                == story.version
            )
            assert desk.library.check() == ()


def children(parent):
    """Give the processes that a process started; only where the system tells it in files."""
    place = Path(f"/proc/{parent}/task/{parent}/children")
    return [int(child) for child in place.read_text(encoding="ascii").split()] if place.exists() else []


def alive(process):
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_an_import_that_is_killed_is_whole_at_the_next_try_and_leaves_no_process(
    own, newsroom, library, wires
):
    folder = wires(200)
    command = [sys.executable, "-m", "newsroom", "import", folder, "--library", library]
    for wait in (0.6, 1.1):
        with subprocess.Popen(
            command, cwd=ROOT, env=own, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as program:
            with pytest.raises(subprocess.TimeoutExpired):
                program.wait(wait)
            began = children(program.pid)
            program.kill()
        deadline = time.monotonic() + 60
        while any(map(alive, began)):
            assert time.monotonic() < deadline, "a reading process outlived its program"
            time.sleep(0.02)
        with open_desk(library) as desk:
            assert desk.library.check() == ()
            assert all(desk.writing.open(card.id).headline for card in desk.lists.page().items)
    last = json.loads(newsroom("import", folder, "--library", library, "--json").stdout)
    assert len(last["imported"]) + len(last["known"]) == 200
    with open_desk(library) as desk:
        assert desk.lists.counts().all == 201


def test_a_window_that_is_killed_offers_what_was_typed_at_the_next_start(own, library):
    said = kill(begin(TYPING, own, library), 2)
    typed = max(map(int, said.split()))
    restored = begin(RESTORING, own, library)
    text, wrong = restored.communicate(timeout=60)
    assert restored.returncode == 0, wrong
    assert "".join(f"Wort{number} " for number in range(1, typed + 1)) in text
    assert "Der Gemeinderat von Wendelsbrück" in text
