"""InDesign styles in the window: showing the table, reading names from pages, keeping what was written."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog

from newsroom.domain.style_map import StyleMap
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from newsroom.domain.changeset import Changes
    from newsroom.formats.icml.style_names import StyleNames
    from newsroom.formats.style_table import StylesRead
    from newsroom.gui.page_styles.dialog import PageStylesDialog
    from newsroom.gui.preferences.settings import Settings
    from newsroom.gui.room import Room


class PageStylesFeature(QObject):
    """Opens the dialog and does what is asked for there."""

    def __init__(self, room: Room, settings: Settings) -> None:
        super().__init__(room.window)
        self._room, self._settings, self._styles = room, settings, room.desk.page_styles
        self.dialog: PageStylesDialog | None = None

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Give what its action does."""
        return {"page-styles": self.show}

    def show(self) -> None:
        """Show the names as they are now."""
        from newsroom.gui.page_styles.dialog import PageStylesDialog

        self._settings.renew()
        names = self._styles.of(self._settings.house)
        dialog = PageStylesDialog(self._room.window, names, allowed=self._settings.may_set_house)
        self.dialog = dialog
        dialog.put.connect(self._put)
        dialog.page_asked.connect(
            lambda: self._choose(
                _("Read names from a page"), _("InDesign files (*.idml *.icml *.icma *.idms)"), self.look
            )
        )
        dialog.import_asked.connect(
            lambda: self._choose(_("Import InDesign styles"), _("Tables (*.csv *.tsv *.txt)"), self.bring)
        )
        dialog.export_asked.connect(self._choose_place)
        dialog.finished.connect(self._closed)
        dialog.open()

    def _closed(self, _result: int) -> None:
        self.dialog = None

    def _put(self, names: Mapping[str, str]) -> None:
        self._room.tasks.write(partial(self._styles.put, names), self._changed, self._room.fail)

    def _changed(self, changes: Changes) -> None:
        self._settings.renew()
        self._settings.house_changed.emit(changes)
        self._room.say("calm", _("The InDesign styles are kept."))

    def _choose(self, title: str, kinds: str, chosen: Callable[[str], None]) -> None:
        chooser = QFileDialog(self.dialog, title)
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.setNameFilters([kinds, _("All files (*)")])
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(chosen)
        chooser.open()

    def look(self, name: str) -> None:
        """Read the names of the styles in a page's file."""
        work = partial(self._styles.names_in, Path(name))
        self._room.tasks.read(work, partial(self._compare, Path(name).name), self._fail)

    def _compare(self, name: str, page: StyleNames) -> None:
        if self.dialog is not None:
            self.dialog.compare(name, page)

    def bring(self, name: str) -> None:
        """Read a table of names."""
        self._room.tasks.read(partial(self._styles.read, Path(name)), self._take, self._fail)

    def _take(self, read: StylesRead) -> None:
        if self.dialog is not None:
            self.dialog.take(read)

    def _fail(self, error: BaseException) -> None:
        """Tell in the dialog what it hides the bar of; what is no one's fault but ours goes to the bar."""
        from newsroom.domain.errors import Known
        from newsroom.translation import tell

        if self.dialog is not None and isinstance(error, Known):
            self.dialog.told.setText(tell(error.message))
        else:
            self._room.fail(error)

    def _choose_place(self) -> None:
        chooser = QFileDialog(self.dialog, _("Export InDesign styles"))
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix("csv")
        chooser.selectFile(f"{_('InDesign styles').lower().replace(' ', '-')}.csv")
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(self.send)
        chooser.open()

    def send(self, name: str) -> None:
        """Write the names, as they stand in the dialog, as a table."""
        if self.dialog is not None:
            names = StyleMap(self.dialog.table.names(), self._settings.house.language)
            work = partial(self._styles.write, Path(name), names)
            self._room.tasks.write(work, partial(self._sent, Path(name).name), self._fail)

    def _sent(self, name: str, _nothing: object) -> None:
        if self.dialog is not None:
            self.dialog.told.setText(_("The names are written to “{name}”.", name=name))
