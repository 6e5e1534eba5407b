from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect, QSize, Qt, QUrl
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QKeySequence,
    QTextCursor,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu

from newsroom.domain.body import Paragraph, Picture, block_text, body
from newsroom.domain.crop import SCALE, WHOLE, Crop
from newsroom.domain.inline import plain, text
from newsroom.gui.dialogs.import_report import ImportReportDialog
from newsroom.gui.editor.clipboard import MIME
from newsroom.gui.editor.insets import box_of
from newsroom.gui.editor.pictures import giving, verbs
from tests.gui.editor.pictures.conftest import photo

COPY, MOVE = Qt.DropAction.CopyAction, Qt.DropAction.MoveAction
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def pictures(edit):
    return [block for block in edit.body().blocks if isinstance(block, Picture)]


def files(*paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def drop(widget, data, point=None):
    """Drag something over a widget and let it fall; tell whether it was taken."""
    place = point or QPoint(20, 8)
    enter = QDragEnterEvent(place, COPY, data, LEFT, NONE)
    QApplication.sendEvent(widget, enter)
    if not enter.isAccepted():
        return False
    event = QDropEvent(QPointF(place), COPY, data, LEFT, NONE)
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def middle_of(edit, position):
    return box_of(edit, position).center().toPoint()


def click(edit, position):
    QTest.mouseClick(edit.viewport(), LEFT, NONE, middle_of(edit, position))


def with_picture(edit, illustrating, qtbot, harbour):
    edit.moveCursor(QTextCursor.MoveOperation.Start)
    with qtbot.waitSignal(illustrating.taken):
        illustrating.bring([str(harbour)])
    return verbs.meant(edit)


def test_a_picture_is_chosen_by_key_and_stands_behind_the_paragraph(
    open_story, edit, qtbot, illustrating, harbour
):
    edit.moveCursor(QTextCursor.MoveOperation.Start)
    QTest.keySequence(edit, QKeySequence("Ctrl+Alt+G"))
    (chooser,) = open_story.window.findChildren(QFileDialog)
    with qtbot.waitSignal(illustrating.taken):
        chooser.filesSelected.emit([str(harbour)])
    chooser.close()
    blocks = edit.body().blocks
    assert [type(block) for block in blocks] == [Paragraph, Picture, Paragraph]
    assert blocks[1].credit == "Bildagentur Nord"
    assert plain(blocks[1].caption) == "Der Hafen am Morgen"
    assert open_story.desk.library.pictures.get(blocks[1].asset) == harbour.read_bytes()


def test_undo_takes_a_picture_out_again(edit, qtbot, illustrating, harbour):
    before = edit.body()
    with_picture(edit, illustrating, qtbot, harbour)
    assert pictures(edit)
    QTest.keySequence(edit, QKeySequence("Ctrl+Z"))
    assert edit.body() == before


def test_a_picture_that_is_dropped_on_the_text_goes_into_it(open_story, edit, qtbot, illustrating, harbour):
    with qtbot.waitSignal(illustrating.taken):
        assert drop(edit.viewport(), files(harbour))
    assert [type(block) for block in edit.body().blocks] == [Paragraph, Picture, Paragraph]
    assert not open_story.wiring.arrivals.running


@pytest.mark.parametrize("mixed", [True, False])
def test_a_story_that_is_dropped_on_the_text_is_left_to_the_window(
    open_story, edit, qtbot, tmp_path, harbour, mixed
):
    story = tmp_path / "story.txt"
    story.write_text("Text", encoding="utf-8")
    names = [str(story), str(harbour)] if mixed else [str(story)]
    with qtbot.waitSignal(open_story.window.dropped) as dropped:
        drop(edit.viewport(), files(*names))
    assert dropped.args == [names]
    assert not pictures(edit)


def test_a_picture_that_is_dropped_beside_the_text_is_told(open_story, qtbot, harbour):
    window = open_story.window
    with qtbot.waitSignal(open_story.wiring.arrivals.arrived, timeout=20_000):
        drop(window, files(harbour), QPoint(5, 5))
    (dialog,) = window.findChildren(ImportReportDialog)
    reason = dialog.tree.topLevelItem(0).child(0).text(1)
    assert "Open a story and put the picture in there" in reason
    dialog.close()


def test_several_pictures_come_in_their_order(edit, qtbot, illustrating, tmp_path):
    paths = [tmp_path / f"{number}.png" for number in range(3)]
    for number, path in enumerate(paths):
        path.write_bytes(photo(kind="PNG", colour=number))
    with qtbot.waitSignal(illustrating.taken):
        drop(edit.viewport(), files(*paths))
    assert [picture.name for picture in pictures(edit)] == ["0.png", "1.png", "2.png"]


def test_an_image_of_the_clipboard_is_pasted(open_story, edit, qtbot, illustrating):
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(0x336699)
    QGuiApplication.clipboard().setImage(image)
    with qtbot.waitSignal(illustrating.taken):
        QTest.keySequence(edit, QKeySequence("Ctrl+V"))
    (picture,) = pictures(edit)
    assert open_story.desk.pictures.facts(picture.asset).mime == "image/png"


def test_the_bytes_of_the_clipboard_are_kept_as_they_are(open_story, edit, qtbot, illustrating, harbour):
    data = QMimeData()
    data.setData("image/jpeg", harbour.read_bytes())
    data.setImageData(QImage(str(harbour)))
    data.setHtml("<meta charset='utf-8'><img src='https://bild.example/a.jpg'>")
    QGuiApplication.clipboard().setMimeData(data)
    with qtbot.waitSignal(illustrating.taken):
        QTest.keySequence(edit, QKeySequence("Ctrl+V"))
    (picture,) = pictures(edit)
    assert open_story.desk.library.pictures.get(picture.asset) == harbour.read_bytes()


def test_a_picture_is_dragged_out_of_a_browser(open_story, edit, qtbot, illustrating, harbour):
    data = QMimeData()
    data.setUrls([QUrl("https://bild.example/hafen.jpg")])
    data.setText("https://bild.example/hafen.jpg")
    data.setHtml('<img src="https://bild.example/hafen.jpg">')
    data.setData("image/jpeg", harbour.read_bytes())
    data.setImageData(QImage(str(harbour)))
    with qtbot.waitSignal(illustrating.taken):
        drop(edit.viewport(), data)
    (picture,) = pictures(edit)
    assert open_story.desk.library.pictures.get(picture.asset) == harbour.read_bytes()


def test_a_file_that_was_copied_is_pasted_as_a_picture(edit, qtbot, illustrating, harbour):
    QGuiApplication.clipboard().setMimeData(files(harbour))
    with qtbot.waitSignal(illustrating.taken):
        QTest.keySequence(edit, QKeySequence("Ctrl+V"))
    assert pictures(edit)


def test_words_with_a_picture_of_themselves_are_pasted_as_words(edit, harbour):
    data = QMimeData()
    data.setImageData(QImage(str(harbour)))
    data.setText("12\t14")
    assert edit.canInsertFromMimeData(data)
    edit.moveCursor(QTextCursor.MoveOperation.Start)
    edit.insertFromMimeData(data)
    assert not pictures(edit)
    assert block_text(edit.body().blocks[0]).startswith("12\t14")


def test_a_picture_is_copied_and_pasted_within_the_program(edit, qtbot, illustrating, harbour):
    shown = with_picture(edit, illustrating, qtbot, harbour)
    verbs.choose(edit, shown.position)
    QTest.keySequence(edit, QKeySequence("Ctrl+C"))
    edit.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keySequence(edit, QKeySequence("Ctrl+V"))
    one, other = pictures(edit)
    assert (one.asset, one.credit) == (other.asset, other.credit)


@pytest.mark.parametrize("data", [b"", b"kein Bild", b"\xff\xd8\xff\xe0\0\x10JFIF", photo()[:900]])
def test_what_is_no_picture_is_told_and_the_text_stays(open_story, edit, qtbot, illustrating, tmp_path, data):
    before = edit.body()
    bad = tmp_path / "bad.jpg"
    bad.write_bytes(data)
    with qtbot.waitSignal(illustrating.taken):
        drop(edit.viewport(), files(bad))
    assert edit.body() == before
    assert open_story.window.notice.words.text().startswith("bad.jpg: ")


def test_a_read_only_story_takes_no_picture(open_story, edit, qtbot, harbour):
    edit.setReadOnly(True)
    with qtbot.waitSignal(open_story.window.dropped):
        drop(edit.viewport(), files(harbour))
    assert not pictures(edit)


def test_a_picture_that_arrives_after_its_story_was_left_is_told(
    open_story, visit, edit, qtbot, illustrating, harbour
):
    illustrating.bring([str(harbour)])
    with qtbot.waitSignal(illustrating.taken):
        visit(open_story, "Ruderclub gewinnt das letzte Rennen")
    assert not pictures(edit)
    assert "Insert them again" in open_story.window.notice.words.text()


def test_a_click_selects_a_picture_and_shows_its_page(open_story, edit, qtbot, illustrating, harbour):
    shown = with_picture(edit, illustrating, qtbot, harbour)
    qtbot.waitUntil(lambda: illustrating.previews.quiet)
    edit.moveCursor(QTextCursor.MoveOperation.Start)
    panel = open_story.window.panel
    qtbot.waitUntil(lambda: not illustrating.page.isVisible())
    click(edit, shown.position)
    assert verbs.chosen(edit) is not None
    assert panel.pages.currentWidget().isAncestorOf(illustrating.page)
    edit.moveCursor(QTextCursor.MoveOperation.Start)
    qtbot.waitUntil(lambda: not panel.pages.currentWidget().isAncestorOf(illustrating.page))


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_a_selected_picture_is_deleted_by_key(edit, qtbot, illustrating, harbour, key):
    before = edit.body()
    shown = with_picture(edit, illustrating, qtbot, harbour)
    qtbot.waitUntil(lambda: illustrating.previews.quiet)
    click(edit, shown.position)
    QTest.keyClick(edit, key)
    assert edit.body() == before
    edit.undo()
    assert pictures(edit)


def test_backspace_at_the_caption_shows_first_what_it_would_take(edit, qtbot, illustrating, harbour):
    shown = with_picture(edit, illustrating, qtbot, harbour)
    cursor = edit.textCursor()
    cursor.setPosition(shown.position + 1)
    edit.setTextCursor(cursor)
    QTest.keyClick(edit, Qt.Key.Key_Backspace)
    assert pictures(edit)
    assert verbs.chosen(edit)
    QTest.keyClick(edit, Qt.Key.Key_Backspace)
    assert not pictures(edit)


def test_the_words_of_the_page_are_kept_in_the_text_and_undone(
    open_story, edit, qtbot, illustrating, harbour
):
    with_picture(edit, illustrating, qtbot, harbour)
    page = illustrating.page
    page.credit.setFocus()
    page.credit.selectAll()
    QTest.keyClicks(page.credit, "Kern")
    page.alternative.setFocus()
    QTest.keyClicks(page.alternative, "Schiffe am Kai")
    (picture,) = pictures(edit)
    assert (picture.credit, picture.alternative) == ("Kern", "Schiffe am Kai")
    assert plain(picture.caption) == "Der Hafen am Morgen"
    edit.undo()
    edit.undo()
    assert pictures(edit)[0].credit == "Bildagentur Nord"
    qtbot.waitUntil(lambda: page.credit.text() == "Bildagentur Nord")


def test_the_page_tells_the_size_and_what_print_gets(open_story, edit, qtbot, illustrating, harbour):
    with_picture(edit, illustrating, qtbot, harbour)
    qtbot.waitUntil(lambda: "600 × 400" in illustrating.page.facts.text())
    assert "Too few pixels for print: 76 mm at 200 dpi" in illustrating.page.facts.text()


def test_a_part_is_drawn_with_the_mouse(open_story, edit, qtbot, illustrating, harbour):
    with_picture(edit, illustrating, qtbot, harbour)
    qtbot.waitUntil(lambda: illustrating.previews.quiet)
    part = illustrating.page.part
    frame = part._frame()
    start, end = frame.topLeft() + QPointF(30, 30), frame.center()
    QTest.mousePress(part, LEFT, NONE, start.toPoint())
    QTest.mouseMove(part, end.toPoint())
    QTest.mouseRelease(part, LEFT, NONE, end.toPoint())
    crop = pictures(edit)[0].crop
    assert crop != WHOLE
    assert 0 < crop.left < crop.left + crop.width <= 5_200
    edit.undo()
    assert pictures(edit)[0].crop == WHOLE
    qtbot.waitUntil(lambda: part.crop == WHOLE)


def test_a_shape_is_chosen_and_moved_by_keys(open_story, edit, qtbot, illustrating, harbour):
    with_picture(edit, illustrating, qtbot, harbour)
    qtbot.waitUntil(lambda: illustrating.previews.quiet)
    page = illustrating.page
    page.shape.setCurrentIndex(page.shape.findText("Square"))
    page.shape.activated.emit(page.shape.currentIndex())
    assert pictures(edit)[0].crop.size(600, 400) == (400, 400)
    left = pictures(edit)[0].crop.left
    page.part.setFocus()
    QTest.keyClick(page.part, Qt.Key.Key_Right)
    assert pictures(edit)[0].crop.left > left
    assert page.shape.currentText() == "Square"


def test_another_picture_takes_the_place_and_the_caption_stays(edit, qtbot, illustrating, harbour, tmp_path):
    with_picture(edit, illustrating, qtbot, harbour)
    other = tmp_path / "anders.png"
    other.write_bytes(photo(80, 60, "PNG"))
    before = pictures(edit)[0]
    with qtbot.waitSignal(illustrating.taken):
        illustrating._replace([str(other)])
    (after,) = pictures(edit)
    assert (after.name, after.caption) == ("anders.png", before.caption)
    assert after.asset != before.asset


@pytest.mark.qt_log_ignore("does not support grabbing", extend=True)
def test_the_context_menu_of_a_picture_describes_replaces_and_removes(
    open_story, edit, qtbot, illustrating, harbour
):
    shown = with_picture(edit, illustrating, qtbot, harbour)
    qtbot.waitUntil(lambda: illustrating.previews.quiet)
    point = middle_of(edit, shown.position)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, edit.viewport().mapToGlobal(point))
    QApplication.sendEvent(edit.viewport(), event)
    (menu,) = edit.findChildren(QMenu)
    offered = {action.text(): action for action in menu.actions()}
    assert offered.keys() >= {"Describe and crop …", "Replace picture …", "Remove picture"}
    offered["Describe and crop …"].trigger()
    assert illustrating.page.alternative.hasFocus()
    menu.close()


def test_a_picture_is_decoded_off_the_windows_thread_and_kept(edit, qtbot, illustrating, harbour):
    shown = with_picture(edit, illustrating, qtbot, harbour)
    previews = illustrating.previews
    qtbot.waitUntil(lambda: previews.quiet)
    size = edit.insets.pictures.shown(edit.document(), shown.picture)
    image = previews.image(shown.picture, size, 1.0)
    assert image.size() == size
    assert previews.image(shown.picture, size, 1.0) is image


def test_looking_at_pictures_changes_nothing_in_the_story(open_story, edit, qtbot, illustrating, harbour):
    with_picture(edit, illustrating, qtbot, harbour)
    open_story.wiring.session.save()
    qtbot.waitUntil(lambda: not open_story.wiring.session.dirty and illustrating.previews.quiet)
    illustrating._sized()
    edit.viewport().repaint()
    assert not open_story.wiring.session.dirty


def test_a_lost_picture_leaves_a_place_that_says_so(edit, qtbot, illustrating):
    edit.set_body(body(Picture("0" * 64, text("Bild"), name="weg.jpg"), Paragraph(text("Ende"))))
    edit.viewport().repaint()
    qtbot.waitUntil(lambda: illustrating.previews.lost("0" * 64))
    edit.viewport().repaint()
    assert box_of(edit, 0).height() < 120


def test_the_credit_stands_quietly_under_the_picture(edit, qtbot, illustrating, harbour):
    shown = with_picture(edit, illustrating, qtbot, harbour)
    qtbot.waitUntil(lambda: illustrating.previews.quiet)
    high = box_of(edit, shown.position).height()
    picture = edit.insets.pictures.shown(edit.document(), shown.picture)
    foot = QRect(0, picture.height() + 1, picture.width(), int(high) - picture.height())
    assert shown.picture.credit == "Bildagentur Nord"
    assert darkest(edit, shown, foot) < darkest(edit, shown, foot.adjusted(0, 0, -picture.width() // 2, 0))
    illustrating.page.credit.clear()
    QTest.keyClicks(illustrating.page.credit, " ")
    assert box_of(edit, shown.position).height() < high


def darkest(edit, shown, part):
    """Give how light the darkest spot of a part is, measured from where a picture is drawn."""
    image = edit.viewport().grab().toImage()
    at = part.translated(box_of(edit, shown.position).topLeft().toPoint()).intersected(image.rect())
    spots = ((x, y) for x in range(at.left(), at.right()) for y in range(at.top(), at.bottom()))
    return min(image.pixelColor(x, y).lightness() for x, y in spots)


def test_others_get_a_copied_picture_as_an_image_and_in_html(edit, qtbot, illustrating, harbour):
    shown = with_picture(edit, illustrating, qtbot, harbour)
    half = Crop(0, 0, SCALE // 2, SCALE)
    verbs.change(edit, shown.position, replace(shown.picture, crop=half))
    verbs.choose(edit, shown.position)
    QTest.keySequence(edit, QKeySequence("Ctrl+C"))
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().mimeData().hasImage())
    given = QGuiApplication.clipboard().mimeData()
    assert given.hasFormat(MIME)
    assert QImage(given.imageData()).size() == QSize(300, 400)
    assert '<img src="data:image/jpeg;base64,' in given.html()
    assert "Bildagentur Nord" in given.html()


def test_a_picture_among_words_goes_out_in_html_with_its_caption(edit, qtbot, illustrating, harbour):
    with_picture(edit, illustrating, qtbot, harbour)
    QTest.keySequence(edit, QKeySequence("Ctrl+A"))
    QTest.keySequence(edit, QKeySequence("Ctrl+C"))
    qtbot.waitUntil(lambda: "<figure>" in QGuiApplication.clipboard().mimeData().html())
    given = QGuiApplication.clipboard().mimeData()
    assert not given.hasImage()
    assert (
        given.html().index("<p>") < given.html().index("<figure>") < given.html().index("Der Hafen am Morgen")
    )
    assert "Der Hafen am Morgen" in given.text()


def test_what_was_copied_after_a_picture_stays_on_the_clipboard(edit, qtbot, illustrating, harbour):
    shown = with_picture(edit, illustrating, qtbot, harbour)
    verbs.choose(edit, shown.position)
    held = edit.createMimeDataFromSelection()
    QGuiApplication.clipboard().setMimeData(held)
    edit.setTextCursor(edit.document().find("Schiff"))
    QTest.keySequence(edit, QKeySequence("Ctrl+C"))
    giving._add(body(shown.picture), held, {shown.picture: harbour.read_bytes()})
    assert QGuiApplication.clipboard().mimeData().text() == "Schiff"
    assert not QGuiApplication.clipboard().mimeData().hasImage()
