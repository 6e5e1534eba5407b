"""House rules in the window: showing them, and keeping what is changed in the library."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog

from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsroom.domain.changeset import Changes
    from newsroom.domain.house_rule import HouseRule
    from newsroom.formats.rule_table import RulesRead
    from newsroom.gui.house_rules.dialog import HouseRulesDialog
    from newsroom.gui.preferences.settings import Settings
    from newsroom.gui.room import Room


class HouseRulesFeature(QObject):
    """Opens the dialog and does what is asked for there."""

    def __init__(self, room: Room, settings: Settings) -> None:
        super().__init__(room.window)
        self._room, self._settings, self._rules = room, settings, room.desk.rules
        self.dialog: HouseRulesDialog | None = None
        settings.changed.connect(self._fill)

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Give what its action does."""
        return {"house-rules": self.show}

    def show(self) -> None:
        """Show the rules as they are now."""
        from newsroom.gui.house_rules.dialog import HouseRulesDialog

        self._settings.renew()
        dialog = HouseRulesDialog(self._room.window, allowed=self._settings.may_set_house)
        self.dialog = dialog
        dialog.rules.put.connect(self._put)
        dialog.rules.import_asked.connect(self._choose_table)
        dialog.rules.export_asked.connect(self._choose_place)
        dialog.house.learned.connect(lambda words: self._change(partial(self._rules.learn, *words)))
        dialog.house.forgotten.connect(lambda words: self._change(partial(self._rules.forget, *words)))
        dialog.mine.learned.connect(self._learn)
        dialog.mine.forgotten.connect(self._forget)
        dialog.finished.connect(self._closed)
        self._fill()
        dialog.open()

    def _closed(self, _result: int) -> None:
        self.dialog = None

    def _fill(self) -> None:
        if self.dialog is not None:
            house = self._settings.house
            rules = self._rules.of(house)
            self.dialog.show_all(rules, house.learned_words, self._settings.personal.learned_words)

    # Keeping

    def _put(self, rules: tuple[HouseRule, ...], without: tuple[str, ...]) -> None:
        self._change(partial(self._rules.put, rules, without))

    def _change(self, work: Callable[[], Changes]) -> None:
        self._room.tasks.write(work, self._changed, self._room.fail)

    def _changed(self, changes: Changes) -> None:
        self._settings.renew()
        self._settings.house_changed.emit(changes)

    def _learn(self, words: tuple[str, ...]) -> None:
        self._teach({*self._settings.personal.learned_words, *words})

    def _forget(self, words: tuple[str, ...]) -> None:
        self._teach(set(self._settings.personal.learned_words) - set(words))

    def _teach(self, words: set[str]) -> None:
        self._settings.set_personal({"learned_words": tuple(sorted(words, key=str.casefold))})

    # Tables

    def _choose_table(self) -> None:
        chooser = QFileDialog(self.dialog, _("Import house rules"))
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.setNameFilters([_("Tables (*.csv *.tsv *.txt)"), _("All files (*)")])
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(self.bring)
        chooser.open()

    def bring(self, name: str) -> None:
        """Read a table and show what it would bring."""
        work = partial(self._rules.read, Path(name))
        self._room.tasks.read(work, self._preview, self._room.fail)

    def _preview(self, read: RulesRead) -> None:
        from newsroom.gui.house_rules.import_preview import ImportPreview

        if self.dialog is not None:
            held = {rule.word: rule for rule in self._rules.of(self._settings.house)}
            ImportPreview(read, held, self.dialog, self._take_in).open()

    def _take_in(self, rules: tuple[HouseRule, ...]) -> None:
        self._put(rules, ())

    def _choose_place(self) -> None:
        chooser = QFileDialog(self.dialog, _("Export house rules"))
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix("csv")
        chooser.selectFile(f"{_('House rules').lower().replace(' ', '-')}.csv")
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(self.send)
        chooser.open()

    def send(self, name: str) -> None:
        """Write all rules as a table."""
        work = partial(self._rules.write, Path(name))
        self._room.tasks.write(work, partial(self._sent, Path(name).name), self._room.fail)

    def _sent(self, name: str, _nothing: object) -> None:
        self._room.say("calm", _("The house rules are written to “{name}”.", name=name))
