from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsroom.domain.article import Byline
from newsroom.gui.kept import Kept
from newsroom.gui.panels.keyword_field import KeywordField
from newsroom.gui.panels.publication import bylines
from newsroom.gui.theme.tokens import Scheme


def test_authors_are_read_with_their_roles():
    assert bylines("Imke Sanders, Jon Ruhr (Fotos)") == (Byline("Imke Sanders"), Byline("Jon Ruhr", "Fotos"))


def test_a_keyword_is_completed_where_the_cursor_stands(qtbot):
    field = KeywordField()
    qtbot.addWidget(field)
    field.show_all(("Hafen", "Lindholm"))
    field.setText("Fä, Hafen")
    field.setCursorPosition(2)
    field._complete("Fähre")
    assert field.words() == ("Fähre", "Hafen")


def test_a_keyword_counts_once(qtbot):
    field = KeywordField()
    qtbot.addWidget(field)
    field.setText("Hafen, , Hafen")
    assert field.words() == ("Hafen",)


def test_what_is_kept_is_there_at_the_next_start(tmp_path):
    kept = Kept(tmp_path / "window.ini")
    kept.keep("widths", [216, 340, 560, 312])
    kept.keep("look", "dark")
    kept.sync()
    again = Kept(tmp_path / "window.ini")
    assert again.numbers("widths") == [216, 340, 560, 312]
    assert again.scheme is Scheme.DARK


@given(st.binary(max_size=200))
def test_a_spoilt_file_reads_as_if_nothing_had_been_kept(tmp_path_factory, data):
    path = tmp_path_factory.mktemp("kept") / "window.ini"
    path.write_bytes(data)
    kept = Kept(path)
    assert kept.scheme in list(Scheme)
    assert kept.number("story") >= 0
    assert isinstance(kept.numbers("widths"), list)
