"""Opening another library and copying one from the window: lists, files, servers, and what goes wrong there."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from newsroom.desk import open_desk
from newsroom.domain.server import server_of
from newsroom.gui.browser.story_list_model import Loading
from newsroom.gui.dialogs.guide import GuideDialog
from newsroom.gui.libraries.copying import Copying, WhereDialog
from newsroom.gui.libraries.list_dialog import LibrariesDialog
from newsroom.gui.libraries.recent import Recent, told
from newsroom.gui.libraries.server_dialog import ServerDialog

LONG = 20_000
SECRET = "geheim"


def dialog(program, kind):
    return next(one for one in program.window.findChildren(kind) if one.isVisible())


def click(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def opened(program, place):
    def ready():
        known = program.desk is not None and program.desk.library.location == place
        return known and program.window.stories.model.loading is Loading.SHOWN

    return ready


@pytest.fixture
def second(tmp_path):
    """Another library, with one story."""
    place = tmp_path / "second.newsroom"
    with open_desk(place) as desk:
        desk.writing.save(desk.writing.new(headline="Anderswo"))
    return str(place)


def test_another_library_is_chosen_from_those_opened_last(program, second, qtbot):
    first = program.desk.library.location
    program._recent.note(second)
    program.window.actions_["open-library"].trigger()
    chooser = dialog(program, LibrariesDialog)
    assert [chooser.list.item(row).text().split("\n")[0] for row in range(2)] == [
        "second",
        "stories (open now)",
    ]
    chooser.list.setCurrentRow(0)
    click(chooser.open_)
    qtbot.waitUntil(opened(program, second), timeout=LONG)
    assert program.desk.lists.counts().all == 1
    assert program._recent.all()[:2] == (second, first)
    assert program._recent.last == second


def test_what_was_typed_is_saved_before_another_library_opens(program, visit, second, qtbot):
    story = visit(program, "Die Fähre nach Lindholm fährt wieder")
    first = program.desk.library.location
    QTest.keyClicks(program.wiring.editor.body_edit, "Neu. ")
    program._open_other(second)
    qtbot.waitUntil(opened(program, second), timeout=LONG)
    with open_desk(first) as desk:
        assert desk.writing.open(story).version == 2


def test_a_library_that_cannot_be_opened_leaves_ways_to_others(program, tmp_path, second, qtbot):
    broken = tmp_path / "broken.newsroom"
    broken.write_text("no library", encoding="utf-8")
    program._open_other(str(broken))
    qtbot.waitUntil(
        lambda: "no library of this program" in program.window.story.blank.words.text(), timeout=LONG
    )
    program._open_other(second)
    qtbot.waitUntil(opened(program, second), timeout=LONG)


def test_a_library_on_a_server_is_tested_opened_and_remembered_without_its_password(program, postgres, qtbot):
    address = postgres.library()
    program.window.actions_["server-library"].trigger()
    chooser = dialog(program, ServerDialog)
    assert not chooser.yes.isEnabled()
    chooser.form.show_server(server_of(address), SECRET)
    click(chooser.test)
    qtbot.waitUntil(lambda: "The library is there, with 0 stories." in chooser.told.text(), timeout=LONG)
    chooser.form.remember.setChecked(False)
    click(chooser.yes)
    qtbot.waitUntil(
        lambda: opened(program, program._now_open())() and "postgresql" in program._now_open(), timeout=LONG
    )
    assert program._recent.last == server_of(address).address
    program._kept.sync()
    kept = Path(program._kept._settings.fileName()).read_text(encoding="utf-8")
    assert "postgresql" in kept
    assert SECRET not in kept
    program._open_other(str(program.window.kept._settings.fileName()))
    qtbot.waitUntil(lambda: program.desk is None)
    postgres.drop(address)


@pytest.mark.parametrize(
    ("change", "told_so"),
    [
        ({"database": "nowhere"}, "There is no such database on the server."),
        ({"host": "127.0.0.1", "port": 1}, "Nothing answers at 127.0.0.1, port 1."),
    ],
)
def test_each_fault_of_a_server_is_one_sentence(program, postgres, change, told_so, qtbot):
    from dataclasses import replace

    program._libraries.ask(replace(server_of(postgres.url()), **change).address)
    chooser = dialog(program, ServerDialog)
    click(chooser.test)
    qtbot.waitUntil(lambda: told_so in chooser.told.text(), timeout=LONG)
    chooser.reject()


def test_an_empty_database_is_told_to_become_a_library(program, postgres, qtbot):
    address = postgres.empty()
    program._libraries.ask(address, "Why")
    chooser = dialog(program, ServerDialog)
    assert chooser.told.text() == "Why"
    click(chooser.test)
    qtbot.waitUntil(lambda: "the database is empty" in chooser.told.text(), timeout=LONG)
    chooser.reject()
    postgres.drop(address)


def test_the_guide_to_a_server_is_read_beside_the_dialog(program):
    program._libraries.ask("")
    chooser = dialog(program, ServerDialog)
    chooser._help()
    guide = next(one for one in chooser.findChildren(GuideDialog) if one.isVisible())
    assert "CREATE DATABASE redaktion OWNER newsroom" in guide.text.toPlainText()
    chooser.reject()


def test_a_host_elsewhere_wants_encryption_and_this_machine_none(program):
    program._libraries.ask("postgresql://anna@localhost/news")
    form = dialog(program, ServerDialog).form
    assert (form.server().tls.value, form.certificate.isEnabled()) == ("disable", False)
    form.host.clear()
    QTest.keyClicks(form.host, "db.example.org")
    assert (form.server().tls.value, form.certificate.isEnabled()) == ("verify-full", True)
    dialog(program, ServerDialog).reject()


def test_the_library_is_copied_to_a_file_and_the_copy_is_whole(program, tmp_path, qtbot):
    program.window.actions_["copy-library"].trigger()
    click(dialog(program, WhereDialog).file)
    (chooser,) = program.window.findChildren(QFileDialog)
    copy = tmp_path / "copy.newsroom"
    chooser.fileSelected.emit(str(copy))
    chooser.close()
    qtbot.waitUntil(
        lambda: "3 stories, all of it compared" in program.window.notice.words.text(), timeout=LONG
    )
    with open_desk(copy) as desk:
        assert desk.care.check() == ()
    assert program._recent.all()[0] == str(copy)


def test_a_copy_is_called_off_from_the_status_bar(program, tmp_path, qtbot):
    program.wiring.feature(Copying).copy(str(tmp_path / "copy.newsroom"), "")
    program.window.cancel_asked.emit()
    qtbot.waitUntil(lambda: "was called off" in program.window.notice.words.text(), timeout=LONG)
    assert not program.window.status.cancel.isVisible()


def test_libraries_are_called_by_name_and_place(tmp_path):
    from newsroom.gui.kept import Kept

    assert told("/home/anna/news.newsroom") == ("news", "/home/anna")
    assert told("postgresql://anna@db.example.org/news") == ("news", "anna @ db.example.org")
    recent = Recent(Kept(tmp_path / "window.ini"))
    recent.note("postgresql://anna:geheim@db.example.org/news")
    recent.note("/a")
    assert recent.all() == ("/a", "postgresql://anna@db.example.org/news")
    recent.forget("/a")
    assert recent.all() == ("postgresql://anna@db.example.org/news",)
