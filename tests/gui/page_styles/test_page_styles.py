"""The dialog of the house's InDesign styles, by keys and mouse."""

from __future__ import annotations

import io
import zipfile

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from newsroom.domain.style_map import StyleKind, StyleMap
from newsroom.formats.icml.style_names import StyleNames
from newsroom.gui.page_styles.dialog import PageStylesDialog
from newsroom.gui.page_styles.feature import PageStylesFeature
from newsroom.gui.page_styles.table import EXAMPLE, FOUND, STYLE

STYLES = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<idPkg:Styles xmlns:idPkg="http://ns.adobe.com/AdobeInDesign/idml/1.0/packaging" DOMVersion="18.0">
<RootCharacterStyleGroup Self="a"><CharacterStyle Self="CharacterStyle/halbfett" Name="halbfett"/></RootCharacterStyleGroup>
<RootParagraphStyleGroup Self="b"><ParagraphStyle Self="ParagraphStyle/$ID/NormalParagraphStyle" Name="$ID/NormalParagraphStyle"/>
<ParagraphStyleGroup Self="ParagraphStyleGroup/Zeitung" Name="Zeitung">
<ParagraphStyle Self="ParagraphStyle/Zeitung%3aGrundtext 9" Name="Zeitung:Grundtext 9"/>
<ParagraphStyle Self="ParagraphStyle/Zeitung%3aHeadline" Name="Zeitung:Headline"/></ParagraphStyleGroup>
<ParagraphStyle Self="ParagraphStyle/Vorspann" Name="Vorspann"/></RootParagraphStyleGroup></idPkg:Styles>"""


@pytest.fixture
def page(tmp_path):
    """An IDML file as InDesign saves one."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        package.writestr("mimetype", "application/vnd.adobe.indesign-idml-package")
        package.writestr("Resources/Styles.xml", STYLES)
    place = tmp_path / "seite.idml"
    place.write_bytes(made.getvalue())
    return place


@pytest.fixture
def opened(start, filled, qtbot):
    program = start(filled)
    program.window.actions_["page-styles"].trigger()
    dialog = program.wiring.feature(PageStylesFeature).dialog
    qtbot.waitUntil(dialog.isVisible)
    return program, dialog


def click(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def row(dialog, title):
    (found,) = dialog.table.findItems(title, Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive)
    return found


def write(qtbot, dialog, title, name):
    """Write a name as a hand does: a double click, the name, Enter."""
    found = row(dialog, title)
    dialog.table.scrollToItem(found)
    dialog.table.setCurrentItem(found)
    place = dialog.table.visualItemRect(found).center()
    viewport = dialog.table.viewport()
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=QPoint(60, place.y()))
    QTest.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=QPoint(60, place.y()))
    line = viewport.findChild(QLineEdit)
    line.selectAll()
    QTest.keyClicks(line, name)
    QTest.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: found.text(STYLE) == name.strip())


def test_each_part_of_a_story_has_a_line_with_an_example_and_its_usual_style(opened):
    _, dialog = opened
    lead = row(dialog, "Lead")
    assert lead.text(EXAMPLE)
    assert lead.text(STYLE) == "Vorspann"
    assert dialog.table.isColumnHidden(FOUND)
    assert not dialog.keep.isEnabled()


def test_a_name_that_is_written_is_kept_for_the_house(opened, qtbot):
    program, dialog = opened
    write(qtbot, dialog, "Headline", "Zeitung:H1")
    assert dialog.keep.isEnabled()
    click(dialog.keep)
    qtbot.waitUntil(lambda: program.desk.house.indesign_styles == (("headline", "Zeitung:H1"),))
    assert program.desk.page_styles.all().name("headline") == "Zeitung:H1"


def test_what_is_called_off_is_not_kept(opened, qtbot):
    program, dialog = opened
    write(qtbot, dialog, "Headline", "H1")
    with qtbot.waitSignal(dialog.finished):
        click(dialog.cancel)
    assert program.desk.house.indesign_styles == ()


def test_a_page_tells_which_names_it_has_and_offers_those_that_fit(opened, qtbot, page):
    program, dialog = opened
    program.wiring.feature(PageStylesFeature).look(str(page))
    qtbot.waitUntil(lambda: "seite.idml" in dialog.told.text())
    assert row(dialog, "Lead").text(FOUND) == "yes"
    assert row(dialog, "Headline").text(FOUND) == "missing"
    click(dialog.fit)
    assert row(dialog, "Headline").text(STYLE) == "Zeitung:Headline"
    assert row(dialog, "Headline").text(FOUND) == "yes"


def test_a_file_that_is_no_page_is_refused_in_the_dialog(opened, qtbot, tmp_path):
    program, dialog = opened
    place = tmp_path / "bild.idml"
    place.write_bytes(b"\x89PNG\r\n\x1a\n" + b"0" * 40)
    program.wiring.feature(PageStylesFeature).look(str(place))
    qtbot.waitUntil(lambda: "picture" in dialog.told.text())


def test_the_table_goes_out_and_comes_back(opened, qtbot, tmp_path):
    program, dialog = opened
    feature = program.wiring.feature(PageStylesFeature)
    write(qtbot, dialog, "Quote", "Zitat groß")
    place = tmp_path / "stile.csv"
    feature.send(str(place))
    qtbot.waitUntil(lambda: "stile.csv" in dialog.told.text())
    click(dialog.reset)
    assert row(dialog, "Quote").text(STYLE) == "Zitat"
    feature.bring(str(place))
    qtbot.waitUntil(lambda: row(dialog, "Quote").text(STYLE) == "Zitat groß")


def test_an_empty_name_says_what_happens_instead(opened, qtbot):
    _, dialog = opened
    write(qtbot, dialog, "First paragraph", " ")
    assert row(dialog, "First paragraph").toolTip(STYLE) == "Set in “Grundtext”."


def test_who_may_not_set_the_house_reads_and_exports_only(qapp, qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = PageStylesDialog(parent, StyleMap({"lead": "VS"}), allowed=False)
    dialog.open()
    found = row(dialog, "Lead")
    dialog.table.itemDoubleClicked.emit(found, STYLE)
    assert dialog.table.viewport().findChild(QLineEdit) is None
    assert not any(way.isEnabled() for way in (dialog.keep, dialog.reset, dialog.bring))
    assert dialog.send.isEnabled()
    dialog.compare("seite.idml", StyleNames({StyleKind.PARAGRAPH: ("Vorspann",)}, {"lead": "Vorspann"}))
    assert not dialog.fit.isEnabled()
    assert found.text(FOUND) == "missing"
