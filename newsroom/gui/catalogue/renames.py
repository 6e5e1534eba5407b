"""Another name in the catalogue: weighed, asked about, and carried through the stories behind the dialog."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from newsroom.domain.catalogue import Entry, Kind, Preview, Renaming
from newsroom.domain.changeset import Changes
from newsroom.gui.catalogue.runner import Runner
from newsroom.translation import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsroom.gui.catalogue.feature import CatalogueFeature
    from newsroom.gui.catalogue.questions import MergeDialog
    from newsroom.gui.preferences.settings import Settings
    from newsroom.gui.room import Room

_PAGE = 200
_SECTION = "section:"


class Renames(QObject):
    """Renames, merges, and takes the last of it back."""

    def __init__(self, room: Room, settings: Settings, feature: CatalogueFeature) -> None:
        super().__init__(feature)
        self._room, self._settings, self._catalogue = room, settings, room.desk.catalogue
        self._feature = feature
        self.runner = Runner(self._catalogue, room.tasks, self)
        self._last: Renaming | None = None
        self.runner.progressed.connect(self.show_progress)
        self.runner.changed.connect(room.apply)
        self.runner.finished.connect(self._finished)
        self.runner.failed.connect(feature.fail)
        if not room.desk.library.read_only:
            room.tasks.read(self._catalogue.left, self.runner.run)

    def _parent(self) -> Any:
        return self._feature.dialog or self._room.window

    def rename(self, entry: Entry, name: str) -> None:
        """Look what another name would do, and ask where more than the name changes."""
        work = partial(self._catalogue.preview, entry.kind, entry.name, name)
        self._room.tasks.read(work, self._weigh, self._feature.fail)

    def _weigh(self, seen: Preview) -> None:
        from newsroom.gui.catalogue.questions import Confirm

        parent = self._parent()
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
        self._room.tasks.write(work, self._begun, self._feature.fail)

    def _begun(self, job: Renaming) -> None:
        self._settings.renew()
        place = self._room.browsing.place.key
        self._feature.changed(job.new, Changes())
        self.runner.run((job,))
        if job.kind is Kind.SECTION and place == f"{_SECTION}{job.old}":
            self._room.tasks.read(lambda: None, lambda _none: self._follow(job))

    def _follow(self, job: Renaming) -> None:
        """Go on listing a section under its new name."""
        self._room.window.sidebar.choose(f"{_SECTION}{job.new}")

    def ask_merge(self, entry: Entry) -> None:
        """Ask into which entry one is merged."""
        from newsroom.gui.catalogue.questions import MergeDialog

        dialog = MergeDialog(entry, self._parent())
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

        self._room.tasks.read(matching, _alive(dialog, dialog.offer), self._feature.fail)

    def _preview(self, dialog: MergeDialog, entry: Entry, into: str) -> None:
        work = partial(self._catalogue.preview, entry.kind, entry.name, into)
        self._room.tasks.read(work, _alive(dialog, dialog.tell), self._feature.fail)

    def _merge(self, entry: Entry, into: str, bylines: bool) -> None:
        self._start(
            partial(self._catalogue.rename, entry.kind, entry.name, into, merge=True, bylines=bylines)
        )

    def ask_twins(self) -> None:
        """Offer the keywords that are likely one and the same."""
        self._room.tasks.read(self._catalogue.twins, self._show_twins, self._feature.fail)

    def _show_twins(self, groups: tuple[tuple[Entry, ...], ...]) -> None:
        from newsroom.gui.catalogue.twins_dialog import TwinsDialog

        if self._feature.dialog is not None:
            dialog = TwinsDialog(groups, self._feature.dialog)
            dialog.merged.connect(self._merge_twins)
            dialog.open()

    def _merge_twins(self, pairs: tuple[tuple[str, str], ...]) -> None:
        for name, into in pairs:
            self._start(partial(self._catalogue.rename, Kind.KEYWORD, name, into, merge=True))

    # Under way

    def show_progress(self, job: Renaming) -> None:
        """Show in the dialog how far a renaming is."""
        if self._feature.dialog is not None:
            words = _("{names}: {done} of {all}", names=job.note, done=job.done, all=job.total)
            self._feature.dialog.busy(job, words)

    def _finished(self, job: Renaming) -> None:
        self._last = None if job.undone else job
        self._feature.changed(job.new, Changes())
        count = ngettext("{n} story changed", "{n} stories changed", job.done)
        words = f"{job.note}: {count}." if job.finished else _stopped(job)
        if self._feature.dialog is not None:
            self._feature.dialog.say(words, undo=self._last is not None, resume=not job.finished)
        elif self._last is not None:
            self._room.window.notice.say("calm", words, ((_("Undo"), self.undo),))

    def offer_rest(self, jobs: tuple[Renaming, ...]) -> None:
        """Tell of what was stopped, here or elsewhere, with the way to go on."""
        if jobs and self._feature.dialog is not None and self.runner.job is None:
            self._feature.dialog.say(_stopped(jobs[0]), undo=self._last is not None, resume=True)

    def resume(self) -> None:
        """Go on with what was stopped."""
        self._room.tasks.read(self._catalogue.unfinished, self.runner.run, self._feature.fail)

    def undo(self) -> None:
        """Take the last renaming back."""
        if self._last is not None:
            job, self._last = self._last, None
            self._start(partial(self._catalogue.undo, job))


def _stopped(job: Renaming) -> str:
    return _("{names}: stopped after {done} of {all}.", names=job.note, done=job.done, all=job.total)


def _alive(dialog: QObject, call: Callable[[Any], None]) -> Callable[[Any], None]:
    """Give a call that is not made any more once its dialog is gone."""
    gone: list[bool] = []
    dialog.destroyed.connect(lambda: gone.append(True))
    return lambda found: None if gone else call(found)
