"""The catalogue in the window: its dialog, what is asked for there, and renamings that go on behind it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from newsroom.domain.catalogue import Entry, Kind
from newsroom.domain.changeset import Changes, Touched
from newsroom.domain.errors import Known
from newsroom.gui.catalogue.renames import Renames
from newsroom.gui.catalogue.sections import ListedSections
from newsroom.gui.catalogue.tables import NameTables
from newsroom.translation import tell

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsroom.domain.person import Role
    from newsroom.gui.catalogue.dialog import CatalogueDialog
    from newsroom.gui.preferences.settings import Settings
    from newsroom.gui.room import Room

_PAGE = 200
_SECTION = "section:"


class CatalogueFeature(QObject):
    """Opens the dialog and does what is asked for there."""

    def __init__(self, room: Room, settings: Settings) -> None:
        super().__init__(room.window)
        self._room, self._catalogue = room, room.desk.catalogue
        self.dialog: CatalogueDialog | None = None
        self._behind = False
        self.renames = Renames(room, settings, self)
        self.tables = NameTables(room, self)
        self.sections = ListedSections(room, self)

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Give what its action does."""
        return {"catalogue": self.show_listed}

    # The dialog

    def show_listed(self) -> None:
        """Show the sections, that which is listed chosen."""
        self.show()

    def show(self, kind: Kind = Kind.SECTION, name: str = "") -> None:
        """Show the entries of a kind, one of them chosen."""
        from newsroom.gui.catalogue.dialog import CatalogueDialog

        window, allowed = self._room.window, self._catalogue.may_change
        dialog = CatalogueDialog(window, window.wardrobe, self._room.desk.zone, allowed=allowed)
        self.dialog = dialog
        for page in dialog.pages.values():
            page.model.named.connect(self.renames.rename)
            page.model.ordered.connect(partial(self._order, page.kind))
            page.model.more.connect(self._more)
            page.added.connect(partial(self._add, page.kind))
            page.asked.connect(self.do)
            page.sought.connect(lambda _words: self._fill())
            page.left_alone.connect(self._catch_up)
            page.twins_asked.connect(self.renames.ask_twins)
        dialog.turn_to(kind)
        dialog.turned.connect(lambda _kind: self._fill())
        dialog.stop_asked.connect(self.renames.runner.stop)
        dialog.undo_asked.connect(self.renames.undo)
        dialog.resume_asked.connect(self.renames.resume)
        dialog.import_asked.connect(self.tables.choose_table)
        dialog.export_asked.connect(self.tables.choose_place)
        dialog.finished.connect(self._closed)
        self._fill(name or self._listed())
        if self.renames.runner.job is not None:
            self.renames.show_progress(self.renames.runner.job)
        else:
            self._room.tasks.read(self._catalogue.unfinished, self.renames.offer_rest, self.fail)
        dialog.open()

    def _listed(self) -> str:
        key = self._room.browsing.place.key
        return key.removeprefix(_SECTION) if key.startswith(_SECTION) else ""

    def _closed(self, _result: int) -> None:
        self.dialog = None

    def _fill(self, chosen: str = "") -> None:
        if self.dialog is None:
            return
        kind = self.dialog.kind()
        words = self.dialog.page().line.text()

        entries = partial(self._entries, kind, words, _PAGE)
        self._room.tasks.read(entries, partial(self._show_entries, kind, chosen), self.fail)

    def _entries(self, kind: Kind, words: str, number: int) -> tuple[Entry, ...]:
        if kind is Kind.KEYWORD:
            return self._catalogue.keywords(words, None, number)
        return self._catalogue.entries(kind)

    def _show_entries(self, kind: Kind, chosen: str, entries: tuple[Entry, ...]) -> None:
        if self.dialog is not None:
            page = self.dialog.pages[kind]
            page.show_all(entries, unfinished=kind is Kind.KEYWORD and len(entries) == _PAGE)
            if chosen:
                page.choose(chosen)

    def look(self) -> None:
        """Show what another window changed; a name that is being written is let be until it is written."""
        if self.dialog is None or self.renames.runner.job is not None:
            return
        page = self.dialog.page()
        self._behind = page.writing
        if not self._behind:
            number = max(_PAGE, len(page.model.shown))
            words = page.line.text()
            asked = partial(self._entries, page.kind, words, number)
            self._room.tasks.read(asked, partial(self._renew, page.kind, words, number), self.fail)

    def _catch_up(self) -> None:
        if self._behind:
            self.look()

    def _renew(self, kind: Kind, words: str, number: int, entries: tuple[Entry, ...]) -> None:
        page = self.dialog.pages[kind] if self.dialog is not None else None
        if page is not None and page.line.text() == words:
            page.renew(entries, unfinished=kind is Kind.KEYWORD and len(entries) == number)

    def _more(self) -> None:
        if self.dialog is not None:
            page = self.dialog.pages[Kind.KEYWORD]
            last = page.model.shown[-1] if page.model.shown else None
            work = partial(self._catalogue.keywords, page.line.text(), last, _PAGE)
            self._room.tasks.read(work, self._append, self.fail)

    def _append(self, entries: tuple[Entry, ...]) -> None:
        if self.dialog is not None:
            self.dialog.pages[Kind.KEYWORD].append(entries, unfinished=len(entries) == _PAGE)

    # What is asked for

    def do(self, verb: str, entry: Entry) -> None:
        """Do with an entry what its button says."""
        catalogue = self._catalogue
        if verb == "merge":
            self.renames.ask_merge(entry)
        elif verb == "colour":
            self.ask_colour(entry)
        elif verb == "role":
            self._ask_role(entry)
        elif verb == "lead":
            self._change(partial(catalogue.wants_lead, entry.name, wanted=not entry.wants_lead), entry.name)
        elif verb == "retire":
            self._change(
                partial(catalogue.retire, entry.kind, entry.name, retired=not entry.retired), entry.name
            )
        else:
            self._change(partial(catalogue.delete, entry.kind, entry.name), "")

    def _change(self, work: Callable[[], Any], chosen: str) -> None:
        self._room.tasks.write(work, partial(self.changed, chosen), self.fail)

    def changed(self, chosen: str, result: object) -> None:
        """Show what was changed, in the dialog and in the window."""
        always = Changes(frozenset({Touched.SECTIONS, Touched.KEYWORDS, Touched.METADATA}))
        self._room.apply(result | always if isinstance(result, Changes) else always)
        self._room.proofs.renew()
        if self.dialog is not None and self.renames.runner.job is None:
            self.dialog.say("")
        self._fill(result.name if isinstance(result, Entry) else chosen)

    def _add(self, kind: Kind, name: str) -> None:
        self._change(partial(self._catalogue.add, kind, name), "")

    def _order(self, kind: Kind, ids: tuple[int, ...]) -> None:
        chosen = self.dialog.page().chosen() if self.dialog else None
        self._change(partial(self._catalogue.order, kind, ids), chosen.name if chosen else "")

    def _ask_role(self, entry: Entry) -> None:
        from newsroom.gui.catalogue.questions import RoleForm

        def keep(role: Role, sign_off: str) -> None:
            self._change(partial(self._catalogue.person, entry.name, role, sign_off), entry.name)

        RoleForm(entry, self.dialog or self._room.window, keep).open()

    def ask_colour(self, entry: Entry) -> None:
        """Ask for the colour of a section."""
        from newsroom.gui.catalogue.colour_dialog import ColourDialog

        def keep(colour: str) -> None:
            self._change(partial(self._catalogue.colour, entry.name, colour), entry.name)

        ColourDialog(entry, self._catalogue.COLOURS, self.dialog or self._room.window, keep).open()

    def fail(self, error: BaseException) -> None:
        """Tell in the dialog what it hides the bar of; what is no one's fault but ours goes to the bar."""
        if self.dialog is not None and isinstance(error, Known):
            self.dialog.say(tell(error.message), "warn")
            self._fill()
        else:
            self._room.fail(error)
