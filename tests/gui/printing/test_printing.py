"""A story on paper after a preview, and the house's print profiles with their specimen."""

from __future__ import annotations

import io

import pikepdf
import pytest
from PySide6.QtCore import Qt

from newsroom.desk.printing import FORMS
from newsroom.domain.print_profile import Page, PrintProfile
from newsroom.gui.printing.paper import Job, page_numbers, put_on_paper
from newsroom.gui.printing.print_dialog import FORMS as OFFERED
from newsroom.gui.printing.print_dialog import PrintDialog
from newsroom.gui.printing.profiles_dialog import ProfilesDialog
from newsroom.gui.tasks import Tasks

FERRY = "Die Fähre nach Lindholm fährt wieder"


@pytest.fixture
def asked(program, visit, qtbot):
    """The print dialog over an open story, its preview shown and the printers looked for."""
    visit(program, FERRY)
    qtbot.keyClick(program.window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(program.window.findChildren(PrintDialog)))
    dialog = program.window.findChild(PrintDialog)
    qtbot.waitUntil(lambda: bool(dialog.sheets.pages) and dialog._asked is None)
    qtbot.waitUntil(lambda: dialog.printer.currentText() != "Printers are being looked for …")
    return dialog


@pytest.fixture
def profiles(program, qtbot):
    """The window of print profiles with its first specimen."""
    program.window.actions_["print-profiles"].trigger()
    qtbot.waitUntil(lambda: bool(program.window.findChildren(ProfilesDialog)))
    dialog = program.window.findChild(ProfilesDialog)
    _specimen(dialog, qtbot)
    return dialog


def _specimen(dialog, qtbot):
    def shown():
        return bool(dialog.specimen.pages) and dialog._asked is None and not dialog._pause.waiting()

    qtbot.waitUntil(shown, timeout=20_000)


def test_the_preview_shows_the_form_that_is_chosen(asked, qtbot):
    assert list(OFFERED) == list(FORMS)
    galley = asked.sheets.pages[0].size()
    asked.form.setCurrentIndex(asked.form.findData("pdf-columns"))
    qtbot.waitUntil(lambda: asked._asked is None)
    assert asked.sheets.pages
    assert asked.sheets.pages[0].toImage() != galley
    asked.reject()


def test_without_a_printer_the_pages_are_saved_as_pdf(asked, program, qtbot, tmp_path):
    if asked.printer.currentData():
        pytest.skip("a printer is set up on this computer")
    assert not asked.go.isEnabled()
    assert "No printer" in asked.told.text()
    assert asked.save.isEnabled()
    asked.reject()
    feature = next(one for one in program.wiring.features if "print" in one.handlers())
    place = tmp_path / "proof.pdf"
    feature.save(program.wiring.session.current(), "pdf-reading", "", str(place))
    qtbot.waitUntil(lambda: place.exists() and "proof.pdf" in program.window.notice.words.text())
    with pikepdf.open(place) as read:
        assert str(read.docinfo["/Title"]) == FERRY


def test_pages_that_are_not_there_are_not_printed(asked):
    for typed in ("7", "0", "2-1", "x", "1,,2"):
        asked.pages.setText(typed)
        assert not asked.go.isEnabled()
        assert asked.told.text() == "There are no such pages."
    asked.reject()


@pytest.mark.parametrize(
    ("typed", "pages"),
    [("", (1, 2, 3, 4)), ("2", (2,)), ("1-3", (1, 2, 3)), ("4, 1–2", (4, 1, 2)), ("5", None), ("a", None)],
)
def test_pages_are_chosen_by_number(typed, pages):
    assert page_numbers(typed, 4) == pages


@pytest.mark.long
def test_a_pdf_in_the_printer_s_place_has_the_pages_and_the_paper(program, visit, tmp_path):
    visit(program, FERRY)
    story, printing = program.wiring.session.current(), program.desk.printing
    for form in FORMS:
        pictures = printing.pages(story, form, "", paper=True)
        file = tmp_path / f"{form}.pdf"
        assert put_on_paper(pictures, Job(file=file, title="Fahne", pages=(1, 1))) == 2
        with pikepdf.open(io.BytesIO(file.read_bytes())) as read:
            assert len(read.pages) == 2
            assert [round(float(side)) for side in read.pages[0].mediabox[2:]] == [595, 842]


@pytest.mark.long
def test_a_profile_is_changed_seen_and_kept(profiles, program, qtbot):
    before = profiles.specimen.pages[0].toImage()
    profiles.form.numbers["columns"].setValue(5)
    profiles.form.page.setCurrentIndex(profiles.form.page.findData(Page.BERLINER.value))
    profiles.form.numbers["column"].setValue(0)
    profiles.form.numbers["characters"].setValue(0)
    profiles.form.name.setText("")
    qtbot.keyClicks(profiles.form.name, "Lokales")
    _specimen(profiles, qtbot)
    assert profiles.specimen.pages[0].toImage() != before
    assert profiles.form.name.text() == "Lokales"
    assert "German" in profiles.form.about.text()
    profiles.save.click()
    qtbot.waitUntil(lambda: bool(program.desk.house.print_profiles))
    (kept,) = program.desk.printing.profiles()
    assert (kept.name, kept.columns, kept.page) == ("Lokales", 5, Page.BERLINER)
    assert kept.sets_lines_by_type


def test_profiles_are_added_deleted_and_put_first(profiles, qtbot):
    profiles.add.click()
    assert [one.name for one in profiles.profiles][1:] == ["Profile 2"]
    profiles.first.click()
    assert profiles.profiles[0].name == "Profile 2"
    profiles.form.name.setText("")
    profiles.form.name.textEdited.emit("")
    assert not profiles.save.isEnabled()
    assert "name of its own" in profiles.why.text()
    profiles.delete.click()
    assert len(profiles.profiles) == 1
    assert profiles.save.isEnabled()
    profiles.reject()


def test_profiles_go_into_a_file_and_come_from_one(profiles, qtbot, tmp_path):
    path = tmp_path / "print.json"
    profiles.send(str(path))
    qtbot.waitUntil(path.exists)
    path.write_text(
        path.read_text(encoding="utf-8").replace('"columns": 3', '"columns": 4'), encoding="utf-8"
    )
    profiles.bring(str(path))
    qtbot.waitUntil(lambda: profiles.profiles[0].columns == 4)
    bad = tmp_path / "bad.json"
    bad.write_text("[]", encoding="utf-8")
    profiles.bring(str(bad))
    qtbot.waitUntil(lambda: "bad.json" in profiles.why.text())
    profiles.reject()


def test_lines_are_fitted_to_pasted_stories(profiles, qtbot):
    from newsroom.gui.printing.calibration_dialog import CalibrationDialog

    profiles.fit.click()
    dialog = profiles.findChild(CalibrationDialog)
    assert not dialog.add.isEnabled()
    assert not dialog.take.isEnabled()
    sentence = "Die Fähre nach Lindholm legt vom Sommer an wieder stündlich ab, sagte der Hafenmeister. "
    for times, lines in ((3, 9), (6, 18), (9, 27)):
        dialog.text.setPlainText(sentence * times)
        dialog.lines.setValue(lines)
        dialog.add.click()
    qtbot.waitUntil(lambda: "left out" in dialog.told.text())
    dialog.take.click()
    assert profiles.profiles[0].characters == dialog.found.profile.characters
    assert dialog.found.after <= 1
    profiles.reject()


def test_only_a_duty_editor_changes_profiles(program, qtbot):
    dialog = ProfilesDialog(program.desk.printing, Tasks(program.window), program.window, allowed=False)
    assert not any(one.isEnabled() for one in (dialog.add, dialog.delete, dialog.fit, dialog.save))
    assert "duty editor" in dialog.why.text()
    _specimen(dialog, qtbot)
    dialog.close()


def test_the_editor_counts_lines_by_the_profile_s_type(program, visit, qtbot):
    visit(program, FERRY)
    story = program.wiring.session.current()
    wide = PrintProfile(name="breit", columns=1)
    narrow = PrintProfile(name="schmal", columns=6, gutter=3)
    program.desk.printing.put([wide])
    before = program.desk.proofing.length(story).lines
    program.desk.printing.put([narrow, wide])
    assert program.desk.proofing.length(story).lines > before
