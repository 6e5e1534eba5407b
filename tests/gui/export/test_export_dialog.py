"""The export dialog: presets, layouts, names, and what stays at home, with keys and mouse."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt

from newsroom.domain.errors import NotAllowed
from newsroom.domain.export_profile import ExportProfile, Layout
from newsroom.domain.person import Role

LATER = datetime(2099, 1, 1, tzinfo=UTC)
CLICK = Qt.MouseButton.LeftButton


@pytest.fixture
def desk(program):
    return program.wiring.desk


@pytest.fixture
def opened(program, qtbot, tmp_path):
    """Opens the dialog over all stories and waits until it shows what would happen."""
    (tmp_path / "out").mkdir()

    def go(stories=(1, 2, 3), **kept):
        departures = program.wiring.departures
        for name, value in {"folder": str(tmp_path / "out"), "format": "text", **kept}.items():
            program.window.kept.keep(f"export-{name}", value)
        departures.ask(tuple(stories))
        settle(departures.dialog, qtbot)
        return departures.dialog

    return go


def settle(dialog, qtbot):
    qtbot.waitUntil(lambda: dialog._task is None and not dialog._preview.waiting())


def written(tmp_path):
    home = tmp_path / "out"
    return sorted(str(path.relative_to(home)) for path in home.rglob("*.*"))


def typed(field, words, qtbot):
    field.selectAll()
    qtbot.keyClicks(field, words)


def test_folders_are_made_by_the_pattern_and_shown_before(opened, program, qtbot, tmp_path):
    dialog = opened()
    typed(dialog.pattern, "{section}/{id}", qtbot)
    settle(dialog, qtbot)
    shown = [dialog.names.item(row).text() for row in range(dialog.names.count())]
    assert shown == ["region/1.txt", "politik/2.txt", "sport/3.txt"]
    qtbot.mouseClick(dialog.go, CLICK)
    qtbot.waitUntil(lambda: "3 files written." in program.window.notice.words.text())
    assert written(tmp_path) == sorted(shown)


def test_a_wrong_pattern_is_said_while_it_is_typed(opened, qtbot):
    dialog = opened()
    typed(dialog.pattern, "{titel}", qtbot)
    settle(dialog, qtbot)
    assert "{slug}" in dialog.wrong.text()
    assert not dialog.go.isEnabled()
    typed(dialog.pattern, "{slug", qtbot)
    settle(dialog, qtbot)
    assert "no partner" in dialog.wrong.text()
    typed(dialog.pattern, "{slug}", qtbot)
    settle(dialog, qtbot)
    assert dialog.go.isEnabled()
    assert not dialog.wrong.isVisible()


def test_all_go_into_one_file_where_the_format_can(opened, program, qtbot, tmp_path):
    dialog = opened()
    qtbot.mouseClick(dialog.form.one, CLICK)
    settle(dialog, qtbot)
    assert dialog.names.count() == 1
    qtbot.mouseClick(dialog.go, CLICK)
    qtbot.waitUntil(lambda: "3 stories in one file." in program.window.notice.words.text())
    assert len(written(tmp_path)) == 1


def test_a_format_for_one_story_does_not_offer_one_file_for_all(opened, qtbot):
    dialog = opened()
    dialog.to.setCurrentIndex(dialog.to.findData("html-fragment"))
    assert not dialog.form.one.isEnabled()
    assert dialog.form.each.isChecked()


def test_what_stays_at_home_is_said_before_and_after(opened, desk, program, qtbot, tmp_path):
    desk.writing.save(replace(desk.writing.open(2), embargo=LATER))
    dialog = opened()
    assert "1 story does not go out" in dialog.outlook.why.text()
    assert "Under embargo" in dialog.outlook.held.topLevelItem(0).text(1)
    assert dialog.names.count() == 2
    qtbot.mouseClick(dialog.go, CLICK)
    qtbot.waitUntil(lambda: "1 story was not written." in program.window.notice.words.text())
    assert len(written(tmp_path)) == 2
    way = next(part for part in program.window.notice._ways if part.text() == "What happened")
    qtbot.mouseClick(way, CLICK)
    from newsroom.gui.dialogs.export.report import ExportReportDialog

    report = program.window.findChild(ExportReportDialog)
    assert report.tree.topLevelItem(0).child(0).text(0) == "Rat beschließt den Haushalt für zwei Jahre"
    report.accept()


def test_proofs_may_go_where_readers_files_may_not(opened, desk, qtbot):
    desk.writing.save(replace(desk.writing.open(2), embargo=LATER))
    dialog = opened((2,))
    assert not dialog.go.isEnabled()
    assert dialog.outlook.count.text() == "No file would be written."
    dialog.to.setCurrentIndex(dialog.to.findData("pdf"))
    settle(dialog, qtbot)
    assert dialog.go.isEnabled()


def test_only_audiences_that_keep_the_embargo_are_offered(opened):
    dialog = opened()
    offered = [dialog.form.audience.itemData(row) for row in range(dialog.form.audience.count())]
    assert offered == ["", "partner"]
    dialog.to.setCurrentIndex(dialog.to.findData("pdf"))
    assert {"reader", "partner", "archive"} <= {
        dialog.form.audience.itemData(row) for row in range(dialog.form.audience.count())
    }


def test_a_preset_fills_the_dialog_and_what_is_changed_is_none_any_more(opened, desk, qtbot):
    desk.profiles.put(
        [ExportProfile(name="Archiv", format="newsroom", layout=Layout.ONE, pattern="a-{year}")]
    )
    dialog = opened()
    dialog.preset.setCurrentIndex(1)
    dialog.preset.activated.emit(1)
    settle(dialog, qtbot)
    assert (dialog.to.currentData(), dialog.form.one.isChecked()) == ("newsroom", True)
    assert dialog.names.item(0).text().startswith("a-")
    qtbot.keyClicks(dialog.pattern, "x")
    assert dialog.preset.currentIndex() == 0


def test_what_is_set_can_be_kept_as_a_preset(opened, desk, program, qtbot):
    dialog = opened()
    qtbot.mouseClick(dialog.keep, CLICK)
    from newsroom.gui.dialogs.line_question import LineQuestion

    question = dialog.findChild(LineQuestion)
    typed(question.line, "Agentur", qtbot)
    qtbot.mouseClick(question.yes, CLICK)
    qtbot.waitUntil(lambda: dialog.preset.currentText() == "Agentur")
    assert desk.profiles.named("agentur").format == "text"


def test_a_folder_that_is_gone_is_said_and_chosen_anew(opened, qtbot, tmp_path):
    dialog = opened()
    typed(dialog.folder, str(tmp_path / "nowhere"), qtbot)
    assert not dialog.go.isEnabled()
    assert "no such folder" in dialog.wrong.text()
    typed(dialog.folder, str(tmp_path), qtbot)
    assert dialog.go.isEnabled()


@pytest.fixture
def presets(program, qtbot):
    """Opens the dialog of presets."""
    from newsroom.gui.dialogs.export.presets import PresetsDialog

    def go():
        program.wiring.departures.show_presets()
        return program.window.findChildren(PresetsDialog)[-1]

    return go


def test_presets_are_added_changed_and_removed(presets, desk, qtbot):
    dialog = presets()
    for name in ("Website", "Archiv"):
        qtbot.mouseClick(dialog.add, CLICK)
        typed(dialog.name, name, qtbot)
    dialog.list.setCurrentRow(0)
    typed(dialog.form.pattern, "{section}/{slug}", qtbot)
    qtbot.mouseClick(dialog.yes, CLICK)
    qtbot.waitUntil(lambda: len(desk.profiles.all()) == 2)
    assert desk.profiles.named("Website").pattern == "{section}/{slug}"
    dialog = presets()
    qtbot.mouseClick(dialog.remove, CLICK)
    qtbot.mouseClick(dialog.yes, CLICK)
    qtbot.waitUntil(lambda: [one.name for one in desk.profiles.all()] == ["Archiv"])


def test_a_preset_that_could_never_work_is_not_kept(presets, qtbot):
    dialog = presets()
    qtbot.mouseClick(dialog.add, CLICK)
    typed(dialog.form.pattern, "{titel}", qtbot)
    assert "{titel}" in dialog.wrong.text()
    assert not dialog.yes.isEnabled()
    typed(dialog.form.pattern, "{slug}", qtbot)
    assert dialog.yes.isEnabled()
    qtbot.mouseClick(dialog.add, CLICK)
    assert "same name" in dialog.wrong.text()
    dialog.reject()


def test_presets_travel_as_a_file(presets, program, desk, qtbot, tmp_path):
    desk.profiles.put([ExportProfile(name="Website", format="html")])
    program.wiring.departures.send_presets(str(tmp_path / "presets.json"))
    qtbot.waitUntil((tmp_path / "presets.json").is_file)
    desk.profiles.put([ExportProfile(name="Archiv", format="newsroom")])
    dialog = presets()
    program.wiring.departures.bring_presets(dialog, str(tmp_path / "presets.json"))
    qtbot.waitUntil(lambda: dialog.list.count() == 2)
    assert [one.name for one in desk.profiles.all()] == ["Archiv", "Website"]
    (tmp_path / "other.json").write_text("[1, 2]")
    program.wiring.departures.bring_presets(dialog, str(tmp_path / "other.json"))
    qtbot.waitUntil(lambda: "holds no presets" in program.window.notice.words.text())
    dialog.reject()


def test_a_journalist_changes_no_presets(desk):
    desk.people.add("Malin Torbeck", Role.CHIEF)
    desk.people.add("Jelto Wiarda", Role.JOURNALIST)
    with pytest.raises(NotAllowed):
        desk.with_person(desk.library.house.person("Jelto Wiarda")).profiles.put([])


def test_tab_goes_through_the_fields_from_top_to_bottom(opened, qtbot):
    dialog = opened()
    dialog.preset.setFocus()
    met = []
    for _turn in range(16):
        met.append(dialog.focusWidget())
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    fields = (dialog.preset, dialog.to, dialog.pattern, dialog.folder, dialog.names, dialog.go)
    places = [met.index(field) for field in fields]
    assert places == sorted(places)


def test_the_menu_puts_names_together_without_a_brace_to_type(opened, qtbot):
    dialog = opened((1,), pattern="{slug}")
    actions = {one.text().partition("\t")[0]: one for one in dialog.form.names.more.menu().actions()}
    actions["Folders by day"].trigger()
    actions["Folders by section"].trigger()
    dialog.pattern.end(False)
    actions["No."].trigger()
    settle(dialog, qtbot)
    assert dialog.pattern.text() == "{section}/{slug}{id}"
    assert dialog.names.item(0).text().startswith("region/")


def test_an_export_that_is_still_on_its_way_is_said_and_can_be_called_off(opened, program, qtbot, tmp_path):
    dialog = opened()
    departures = program.wiring.departures
    qtbot.mouseClick(dialog.go, CLICK)
    departures.ask((1,))
    assert "still on its way" in program.window.notice.words.text()
    departures.cancel()
    qtbot.waitUntil(lambda: departures._task is None)
    assert "written." in program.window.notice.words.text()


def test_a_preset_may_name_a_print_profile_of_the_house(opened, desk):
    from newsroom.domain.print_profile import PrintProfile, write_profiles

    desk.preferences.set_house({"print_profiles": write_profiles([PrintProfile(name="Lokales")])})
    dialog = opened(format="pdf")
    assert not dialog.form.print_profile.isHidden()
    dialog.form.print_profile.setCurrentIndex(dialog.form.print_profile.findData("Lokales"))
    assert dialog.form.profile().print_profile == "Lokales"
    dialog.to.setCurrentIndex(dialog.to.findData("html"))
    assert dialog.form.print_profile.isHidden()
    assert not dialog.form.profile().print_profile
