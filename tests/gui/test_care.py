"""The library checked and backed up from the File menu, told in the notice bar."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from newsroom.desk import open_desk
from newsroom.gui.care import Care


def told(program, qtbot, words):
    bar = program.window.notice
    qtbot.waitUntil(lambda: words in bar.words.text())
    return bar.property("tone")


def test_a_whole_library_is_told_to_be_whole(program, qtbot):
    program.window.actions_["check-library"].trigger()
    assert told(program, qtbot, "The library is whole.") == "calm"


def test_damage_is_told_and_what_is_too_much_for_a_line_is_counted(program, filled, qtbot):
    with closing(sqlite3.connect(filled)) as raw:
        raw.execute("UPDATE article SET headline = headline || '!'")
        raw.commit()
    program.window.actions_["check-library"].trigger()
    assert told(program, qtbot, "Story 1 is damaged. Its last version can be restored.") == "bad"
    assert "1 more." in program.window.notice.words.text()


def test_a_damaged_search_index_is_built_anew_at_the_first_search(program, filled, qtbot):
    with closing(sqlite3.connect(filled)) as raw:
        raw.execute("DELETE FROM search_data")
        raw.commit()
    QTest.keyClicks(program.window.top.search, "lindholm")
    assert told(program, qtbot, "built anew from the stories") == "warn"
    qtbot.waitUntil(lambda: len(program.window.stories.model.items) == 1)


def test_a_backup_is_written_where_it_was_asked_for(program, filled, tmp_path, qtbot):
    copy = tmp_path / "copy.newsroom"
    program.window.actions_["back-up"].trigger()
    (chooser,) = program.window.findChildren(QFileDialog)
    assert chooser.selectedFiles()[0].endswith(".newsroom")
    chooser.fileSelected.emit(str(copy))
    chooser.close()
    assert told(program, qtbot, str(copy)) == "calm"
    with open_desk(copy) as restored, open_desk(filled) as ours:
        assert restored.writing.open(1) == ours.writing.open(1)


def test_a_backup_that_would_replace_a_file_is_told_and_the_next_one_goes(program, tmp_path, qtbot):
    taken = tmp_path / "taken.newsroom"
    taken.touch()
    program.wiring.feature(Care).back_up(str(taken))
    assert told(program, qtbot, "exists already. Choose another name.") == "bad"
    program.wiring.feature(Care).back_up(str(tmp_path / "free.newsroom"))
    told(program, qtbot, "backed up")
    assert taken.stat().st_size == 0
