"""The catalogue in the window: its dialog, what is asked for there, and renamings that go on behind it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QFileDialog, QMenu

from newsroom.desk import name_lists
from newsroom.domain.catalogue import Entry, Kind, Preview, Renaming
from newsroom.domain.changeset import Changes, Touched
from newsroom.domain.errors import Known
from newsroom.gui.catalogue.runner import Runner
from newsroom.translation import _, ngettext, tell

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsroom.domain.person import Role
    from newsroom.gui.catalogue.dialog import CatalogueDialog
    from newsroom.gui.catalogue.questions import MergeDialog
    from newsroom.gui.preferences.settings import Settings
    from newsroom.gui.room import Room

_PAGE = 200
_SECTION = "section:"


class CatalogueFeature(QObject):
    """Opens the dialog and does what is asked for there."""

    def __init__(self, room: Room, settings: Settings) -> None:
        super().__init__(room.window)
        self._room, self._settings, self._catalogue = room, settings, room.desk.catalogue
        self.dialog: CatalogueDialog | None = None
        self.runner = Runner(self._catalogue, room.tasks, self)
        self._last: Renaming | None = None
        self.runner.progressed.connect(self._progressed)
        self.runner.changed.connect(room.apply)
        self.runner.finished.connect(self._finished)
        self.runner.failed.connect(self._fail)
        self._offer_sidebar()
        if not room.desk.library.read_only:
            room.tasks.read(self._catalogue.left, self.runner.run)

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
            page.model.named.connect(self._rename)
            page.model.ordered.connect(partial(self._order, page.kind))
            page.model.more.connect(self._more)
            page.added.connect(partial(self._add, page.kind))
            page.asked.connect(self._do)
            page.sought.connect(lambda _words: self._fill())
            page.twins_asked.connect(self._ask_twins)
        dialog.turn_to(kind)
        dialog.turned.connect(lambda _kind: self._fill())
        dialog.stop_asked.connect(self.runner.stop)
        dialog.undo_asked.connect(self.undo)
        dialog.resume_asked.connect(self._resume)
        dialog.import_asked.connect(self._choose_table)
        dialog.export_asked.connect(self._choose_place)
        dialog.finished.connect(self._closed)
        self._fill(name or self._listed())
        if self.runner.job is not None:
            self._progressed(self.runner.job)
        else:
            self._room.tasks.read(self._catalogue.unfinished, self._offer_rest, self._fail)
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

        def entries() -> tuple[Entry, ...]:
            if kind is Kind.KEYWORD:
                return self._catalogue.keywords(words, None, _PAGE)
            return self._catalogue.entries(kind)

        self._room.tasks.read(entries, partial(self._show_entries, kind, chosen), self._fail)

    def _show_entries(self, kind: Kind, chosen: str, entries: tuple[Entry, ...]) -> None:
        if self.dialog is not None:
            page = self.dialog.pages[kind]
            page.show_all(entries, unfinished=kind is Kind.KEYWORD and len(entries) == _PAGE)
            if chosen:
                page.choose(chosen)

    def _more(self) -> None:
        if self.dialog is not None:
            page = self.dialog.pages[Kind.KEYWORD]
            last = page.model.shown[-1] if page.model.shown else None
            work = partial(self._catalogue.keywords, page.line.text(), last, _PAGE)
            self._room.tasks.read(work, self._append, self._fail)

    def _append(self, entries: tuple[Entry, ...]) -> None:
        if self.dialog is not None:
            self.dialog.pages[Kind.KEYWORD].append(entries, unfinished=len(entries) == _PAGE)

    # What is asked for

    def _do(self, verb: str, entry: Entry) -> None:
        catalogue = self._catalogue
        if verb == "merge":
            self.ask_merge(entry)
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
        self._room.tasks.write(work, partial(self._changed, chosen), self._fail)

    def _changed(self, chosen: str, result: object) -> None:
        always = Changes(frozenset({Touched.SECTIONS, Touched.KEYWORDS, Touched.METADATA}))
        self._room.apply(result | always if isinstance(result, Changes) else always)
        self._room.proofs.renew()
        if self.dialog is not None and self.runner.job is None:
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

    # Another name

    def _rename(self, entry: Entry, name: str) -> None:
        """Look what another name would do, and ask where more than the name changes."""
        work = partial(self._catalogue.preview, entry.kind, entry.name, name)
        self._room.tasks.read(work, self._weigh, self._fail)

    def _weigh(self, seen: Preview) -> None:
        from newsroom.gui.catalogue.questions import Confirm

        parent = self.dialog or self._room.window
        if seen.target is not None:
            title = _("“{name}” is there already. Merge the two?", name=seen.name)
            Confirm(parent, title, seen, _("Merge"), partial(self._begin, seen)).open()
        elif seen.bylines:
            title = _("“{name}” is called “{other}” from now on", name=seen.entry.title, other=seen.name)
            Confirm(parent, title, seen, _("Rename"), partial(self._begin, seen)).open()
        else:
            self._begin(seen, False)

    def _begin(self, seen: Preview, bylines: bool) -> None:
        entry, merge = seen.entry, seen.target is not None
        self._start(
            partial(self._catalogue.rename, entry.kind, entry.name, seen.name, merge=merge, bylines=bylines)
        )

    def _start(self, work: Callable[[], Renaming]) -> None:
        self._room.tasks.write(work, self._begun, self._fail)

    def _begun(self, job: Renaming) -> None:
        self._settings.renew()
        place = self._room.browsing.place.key
        self._changed(job.new, Changes())
        self.runner.run((job,))
        if job.kind is Kind.SECTION and place == f"{_SECTION}{job.old}":
            self._room.tasks.read(lambda: None, lambda _none: self._follow(job))

    def _follow(self, job: Renaming) -> None:
        """Go on listing a section under its new name."""
        self._room.window.sidebar.choose(f"{_SECTION}{job.new}")

    def ask_merge(self, entry: Entry) -> None:
        """Ask into which entry one is merged."""
        from newsroom.gui.catalogue.questions import MergeDialog

        dialog = MergeDialog(entry, self.dialog or self._room.window)
        dialog.sought.connect(partial(self._offer, dialog, entry.kind))
        dialog.weighed.connect(partial(self._preview, dialog, entry))
        dialog.chosen.connect(partial(self._merge, entry))
        self._offer(dialog, entry.kind, "")
        dialog.open()

    def _offer(self, dialog: MergeDialog, kind: Kind, words: str) -> None:
        parts = words.casefold().split()

        def matching() -> tuple[Entry, ...]:
            if kind is Kind.KEYWORD:
                return self._catalogue.keywords(words, None, _PAGE)
            found = self._catalogue.entries(kind)
            return tuple(one for one in found if all(part in _(one.title).casefold() for part in parts))

        self._room.tasks.read(matching, _alive(dialog, dialog.offer), self._fail)

    def _preview(self, dialog: MergeDialog, entry: Entry, into: str) -> None:
        work = partial(self._catalogue.preview, entry.kind, entry.name, into)
        self._room.tasks.read(work, _alive(dialog, dialog.tell), self._fail)

    def _merge(self, entry: Entry, into: str, bylines: bool) -> None:
        self._start(
            partial(self._catalogue.rename, entry.kind, entry.name, into, merge=True, bylines=bylines)
        )

    def _ask_twins(self) -> None:
        self._room.tasks.read(self._catalogue.twins, self._show_twins, self._fail)

    def _show_twins(self, groups: tuple[tuple[Entry, ...], ...]) -> None:
        from newsroom.gui.catalogue.twins_dialog import TwinsDialog

        if self.dialog is not None:
            dialog = TwinsDialog(groups, self.dialog)
            dialog.merged.connect(self._merge_twins)
            dialog.open()

    def _merge_twins(self, pairs: tuple[tuple[str, str], ...]) -> None:
        for name, into in pairs:
            self._start(partial(self._catalogue.rename, Kind.KEYWORD, name, into, merge=True))

    # Under way

    def _progressed(self, job: Renaming) -> None:
        if self.dialog is not None:
            words = _("{names}: {done} of {all}", names=job.note, done=job.done, all=job.total)
            self.dialog.busy(job, words)

    def _finished(self, job: Renaming) -> None:
        self._last = None if job.undone else job
        self._changed(job.new, Changes())
        count = ngettext("{n} story changed", "{n} stories changed", job.done)
        words = f"{job.note}: {count}." if job.finished else _stopped(job)
        if self.dialog is not None:
            self.dialog.say(words, undo=self._last is not None, resume=not job.finished)
        elif self._last is not None:
            self._room.window.notice.say("calm", words, ((_("Undo"), self.undo),))

    def _offer_rest(self, jobs: tuple[Renaming, ...]) -> None:
        """Tell of what was stopped, here or elsewhere, with the way to go on."""
        if jobs and self.dialog is not None and self.runner.job is None:
            self.dialog.say(_stopped(jobs[0]), undo=self._last is not None, resume=True)

    def _resume(self) -> None:
        self._room.tasks.read(self._catalogue.unfinished, self.runner.run, self._fail)

    def undo(self) -> None:
        """Take the last renaming back."""
        if self._last is not None:
            job, self._last = self._last, None
            self._start(partial(self._catalogue.undo, job))

    def _fail(self, error: BaseException) -> None:
        """Tell in the dialog what it hides the bar of; what is no one's fault but ours goes to the bar."""
        if self.dialog is not None and isinstance(error, Known):
            self.dialog.say(tell(error.message), "warn")
            self._fill()
        else:
            self._room.fail(error)

    # Tables

    def _choose_table(self, kind: Kind) -> None:
        chooser = QFileDialog(self.dialog, _("Import names"))
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.setNameFilters([_("Tables (*.csv *.tsv *.txt *.json)"), _("All files (*)")])
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(partial(self.bring, kind))
        chooser.open()

    def bring(self, kind: Kind, name: str) -> None:
        """Add the names of a table."""
        work = partial(name_lists.bring_in, self._room.desk, kind, Path(name))
        self._room.tasks.write(work, self._brought, self._fail)

    def _brought(self, entries: tuple[Entry, ...]) -> None:
        self._changed("", Changes())
        if self.dialog is not None:
            self.dialog.say(ngettext("{n} name taken in.", "{n} names taken in.", len(entries)))

    def _choose_place(self, kind: Kind) -> None:
        chooser = QFileDialog(self.dialog, _("Export names"))
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix("csv")
        chooser.selectFile(f"{_(kind.label).lower()}.csv")
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(partial(self.send, kind))
        chooser.open()

    def send(self, kind: Kind, name: str) -> None:
        """Write all names of a kind as a table."""
        work = partial(name_lists.send_out, self._room.desk, kind, Path(name))
        self._room.tasks.read(work, partial(self._sent, Path(name).name), self._fail)

    def _sent(self, name: str, count: int) -> None:
        if self.dialog is not None:
            words = ngettext(
                "{n} name written to “{file}”.", "{n} names written to “{file}”.", count, file=name
            )
            self.dialog.say(words)

    # The sidebar

    def _offer_sidebar(self) -> None:
        sidebar = self._room.window.sidebar
        sidebar.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        sidebar.customContextMenuRequested.connect(self._sidebar_menu)

    def _sidebar_menu(self, at: QPoint) -> None:
        sidebar = self._room.window.sidebar
        place = sidebar.indexAt(at).data(Qt.ItemDataRole.UserRole)
        if place is not None and place.key.startswith(_SECTION):
            menu = self.section_menu(place.key.removeprefix(_SECTION))
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(sidebar.viewport().mapToGlobal(at))

    def section_menu(self, name: str) -> QMenu:
        """Give what can be done with a section where it is listed."""
        menu = QMenu(self._room.window.sidebar)
        allowed = self._catalogue.may_change
        for words, verb in ((_("Rename …"), "rename"), (_("Merge …"), "merge"), (_("Colour …"), "colour")):
            action = menu.addAction(words)
            action.setEnabled(allowed)
            action.triggered.connect(partial(self._with_section, name, verb))
        menu.addSeparator()
        manage = menu.addAction(_("Sections, genres, people, keywords …"))
        manage.triggered.connect(lambda: self.show(Kind.SECTION, name))
        return menu

    def _with_section(self, name: str, verb: str, _checked: bool = False) -> None:
        work = partial(self._catalogue.find, Kind.SECTION, name)
        self._room.tasks.read(work, partial(self._ask_section, verb), self._fail)

    def _ask_section(self, verb: str, entry: Entry) -> None:
        from newsroom.gui.dialogs.line_question import LineQuestion

        if verb != "rename":
            self._do(verb, entry)
            return
        title, words = _("Rename “{name}”", name=entry.title), _("Its stories follow.")
        question = LineQuestion(self._room.window, title, words, _("Rename"), now=entry.title, needed=True)
        question.ask(lambda name: self._rename(entry, name) if name != entry.title else None)


def _stopped(job: Renaming) -> str:
    return _("{names}: stopped after {done} of {all}.", names=job.note, done=job.done, all=job.total)


def _alive(dialog: QObject, call: Callable[[Any], None]) -> Callable[[Any], None]:
    """Give a call that is not made any more once its dialog is gone."""
    gone: list[bool] = []
    dialog.destroyed.connect(lambda: gone.append(True))
    return lambda found: None if gone else call(found)
