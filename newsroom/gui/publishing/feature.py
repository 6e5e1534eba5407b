"""Publishing in the window: its actions, and the look at the schedule every half minute."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QFileDialog

from newsroom.desk.blocking import SETS, said
from newsroom.domain.errors import ClockWrong, NewsroomError
from newsroom.domain.workflow import State
from newsroom.gui.dialogs.question import Question
from newsroom.gui.review.stand_bar import StandBar
from newsroom.gui.sealing import Seal
from newsroom.translation import _, tell

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsroom.desk.erasing import Erasure, Plan
    from newsroom.desk.publishing import Sendings
    from newsroom.desk.schedule import DueReport
    from newsroom.domain.article import Article
    from newsroom.domain.changeset import Changes
    from newsroom.domain.channel import Channel
    from newsroom.domain.publishing import ChannelPlan, LegalBlock, Outgoing, Release
    from newsroom.gui.publishing.channels_dialog import ChannelsDialog
    from newsroom.gui.publishing.releases_dialog import ReleasesDialog
    from newsroom.gui.room import Room
    from newsroom.gui.story_work import Opened

EVERY = 30_000
"""Milliseconds between two looks at the schedule."""
_SHOWN = 3


class PublishingFeature(QObject):
    """Publishes what is due while the window is open, and shows, blocks and erases by its actions."""

    def __init__(self, room: Room) -> None:
        super().__init__(room.window)
        self._room = room
        self._looking = False
        self._told = ""
        self.block: LegalBlock | None = None
        self.clock = QTimer(self, interval=EVERY)
        self.clock.timeout.connect(self.look)
        if room.desk.person.may_act_as(SETS) and not room.desk.library.read_only:
            self.clock.start()
        self.bar = StandBar(room.window.wardrobe.icons)
        room.window.story.add_bar(self.bar)
        self._seals = (Seal(room.editor), Seal(room.window.panel))
        room.session.opened.connect(self._know_block)
        room.session.renewed.connect(self._know_block)
        room.session.closed.connect(partial(self._show_block, None, None))
        room.browsing.counted.connect(self._ask_block)

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Give what its actions do."""
        return {
            "channels": self.show_channels,
            "went-out": self.show_releases,
            "legal-block": self.ask_block,
            "erase": self.ask_erase,
        }

    # The schedule

    def look(self) -> None:
        """Publish what is due, where anything is."""
        if not self._looking:
            self._looking = True
            self._room.tasks.read(self._waits, self._due, self._not_looked)

    def _waits(self) -> bool:
        releases = self._room.desk.library.releases
        return bool(releases.due(self._room.desk.clock(), 1) or releases.waiting(1))

    def _due(self, waits: bool) -> None:
        if waits:
            self._room.tasks.write(self._room.desk.publishing.schedule.due, self._published, self._not_looked)
        else:
            self._looking = False

    def _not_looked(self, error: BaseException) -> None:
        self._looking = False
        self._say_once(error)

    def _say_once(self, error: BaseException) -> None:
        """Tell what keeps the schedule from being looked at, once."""
        words = tell(error.message) if isinstance(error, NewsroomError) else ""
        if words and words == self._told and isinstance(error, ClockWrong):
            return
        self._told = words
        self._room.fail(error)

    def _published(self, report: DueReport) -> None:
        from newsroom.domain.changeset import Changes, Touched

        self._looking = False
        if report.out:
            stories = frozenset(one.story for one in report.out)
            seq = self._room.desk.library.seq()
            self._room.apply(Changes(frozenset({Touched.STATE}), stories, seq))
        words = [
            _("“{headline}” went out late.", headline=one.headline) if one.late else
            _("“{headline}” went out at its hour.", headline=one.headline)
            for one in report.out[:_SHOWN]
        ]  # fmt: skip
        bad = [
            *(one.message for one in report.refused),
            *(one.error.message for one in report.sendings.unsent),
        ]
        words += [tell(message) for message in bad[:_SHOWN]]
        line = " ".join(words)
        if line and line != self._told:
            self._room.say("warn" if bad or report.late else "calm", line)
        self._told = line if bad else ""

    # Channels

    def show_channels(self) -> None:
        """Show the house's channels, to be changed where that is allowed."""
        from newsroom.gui.publishing.channels_dialog import ChannelsDialog

        desk = self._room.desk
        presets = [one.name for one in desk.profiles.all()]
        dialog = ChannelsDialog(
            desk.publishing.plans(), presets, self._room.window, allowed=desk.preferences.may_set_house
        )
        dialog.put.connect(partial(self._put, dialog))
        dialog.open()

    def _put(self, dialog: ChannelsDialog, plans: tuple[ChannelPlan, ...]) -> None:
        def failed(error: BaseException) -> None:
            if isinstance(error, NewsroomError):
                dialog.tell(tell(error.message))
            else:
                self._room.fail(error)

        work = partial(self._room.desk.publishing.put_plans, plans)
        self._room.tasks.write(work, partial(self._kept, dialog), failed)

    def _kept(self, dialog: ChannelsDialog, changes: Changes) -> None:
        dialog.accept()
        self._room.apply(changes)
        self._room.say("calm", _("The channels are kept."))

    # What went out

    def show_releases(self) -> None:
        """Show what went out of the open story."""
        story = self._room.session.article
        if story is not None and story.id:
            self._room.tasks.read(
                partial(self._asked, story), partial(self._show_releases, story), self._room.fail
            )

    def _asked(self, story: Article) -> tuple[tuple[Release, ...], Outgoing | None]:
        publishing = self._room.desk.publishing
        waiting = next((one for one in publishing.waiting() if one.story == story.id), None)
        return publishing.releases(story.id), waiting

    def _show_releases(self, story: Article, found: tuple[tuple[Release, ...], Outgoing | None]) -> None:
        from newsroom.gui.publishing.releases_dialog import ReleasesDialog

        releases, waiting = found
        out = {one.channel for one in releases if one.version == story.version and one.written}
        may = story.state is State.PUBLISHED and self._room.desk.person.may_act_as(SETS)
        plans = self._room.desk.publishing.plans() if may else ()
        further = [plan.channel for plan in plans if plan.stands and plan.channel not in out]
        dialog = ReleasesDialog(releases, waiting, further, self._room.desk.zone, self._room.window)
        dialog.given_back.connect(partial(self._choose_folder, dialog, story.id))
        dialog.sent.connect(partial(self._send, dialog, story))
        dialog.again.connect(partial(self._again, dialog))
        dialog.open()

    def _choose_folder(self, dialog: ReleasesDialog, story: int, number: int) -> None:
        chooser = QFileDialog(dialog, _("Give the files back"))
        chooser.setFileMode(QFileDialog.FileMode.Directory)
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(partial(self.give_back, story, number))
        chooser.open()

    def give_back(self, story: int, number: int, folder: str) -> None:
        """Write the files of a sending into a folder, byte for byte."""
        work = partial(self._room.desk.publishing.give_back, story, number, Path(folder))
        self._room.tasks.read(work, self._given_back, self._room.fail)

    def _given_back(self, paths: tuple[Path, ...]) -> None:
        self._room.say("calm", _("The files are in {folder}.", folder=str(paths[0].parent) if paths else ""))

    def _send(self, dialog: ReleasesDialog, story: Article, channel: Channel) -> None:
        work = partial(self._room.desk.publishing.send, [story.id], [channel])
        dialog.accept()
        self._room.tasks.write(work, self._sent, self._room.fail)

    def _again(self, dialog: ReleasesDialog) -> None:
        dialog.accept()
        self._room.tasks.write(self._room.desk.publishing.send_waiting, self._sent, self._room.fail)

    def _sent(self, done: Sendings) -> None:
        if done.unsent:
            self._room.say("warn", tell(done.unsent[0].error.message))
        elif done.sent:
            self._room.say("calm", _("Written: {path}", path=str(done.sent[-1].paths[-1])))

    # Legal block

    def _know_block(self, opened: Opened) -> None:
        """Take what came with the story; one that goes on from a draft is looked up first."""
        story = opened.article
        if opened.known or not story.id:
            self._show_block(story.uid, opened.block)
        elif self.block is None or self.block.uid != story.uid:
            for seal in self._seals:
                seal.ask(self._room.desk, self._room.tasks, (story.uid,))

    def _ask_block(self) -> None:
        """Look whether somebody blocked the open story, or lifted its block, meanwhile."""
        story = self._room.session.article
        if story is not None and story.id:
            work = partial(self._room.desk.blocking.of, story)
            self._room.tasks.read(work, partial(self._show_block, story.uid), self._room.fail)

    def _show_block(self, uid: str | None, block: LegalBlock | None) -> None:
        """Say that a block stands on the open story, and let nothing of it be copied."""
        story = self._room.session.article
        if uid is not None and (story is None or story.uid != uid):
            return
        self.block, words = block, tell(said(block)) if block else ""
        self.bar.say("bad", words, "")
        for seal in self._seals:
            seal.put(words)

    def ask_block(self) -> None:
        """Ask for the reason to block the open story, or to lift its block."""
        story = self._room.session.article
        if story is None or not story.id:
            return
        if self.block is None:
            words = _(
                "It is found, but nothing of it may be exported or copied until a duty editor lifts the block."
            )
            question = Question(
                self._room.window, _("Set a legal block"), words, _("Set the block"),
                reason=_("Who demands what"), needed=True,
            )  # fmt: skip
            question.ask(partial(self._change, self._room.desk.blocking.set, story))
        else:
            question = Question(
                self._room.window, _("Lift the legal block"), tell(said(self.block)), _("Lift the block"),
                reason=_("Why it is lifted"), needed=True,
            )  # fmt: skip
            question.ask(partial(self._change, self._room.desk.blocking.lift, story))

    def _change(self, change: Callable[[list[int], str], Changes], story: Article, reason: str) -> None:
        self._room.tasks.write(partial(change, [story.id], reason), self._blocked, self._room.fail)

    def _blocked(self, changes: Changes) -> None:
        lifted = self.block is not None
        self._room.apply(changes)
        if lifted:
            self._room.say("calm", _("The legal block is lifted."))
        self._ask_block()

    # Erasure

    def ask_erase(self) -> None:
        """Show what erasing the open story would take, and ask."""
        story = self._room.session.article
        if story is not None and story.id:
            work = partial(self._room.desk.erasing.plan, story.id)
            self._room.tasks.read(work, partial(self._show_plan, story.id), self._room.fail)

    def _show_plan(self, story: int, plan: Plan) -> None:
        from newsroom.gui.publishing.erase_dialog import EraseDialog

        dialog = EraseDialog(plan, self._room.window)
        dialog.erased.connect(partial(self.erase, story))
        dialog.open()

    def erase(self, story: int, reason: str, sign: str) -> None:
        """Erase a story for good."""
        self._room.session.close_one_of([story])
        work = partial(self._room.desk.erasing.erase, story, reason, sign)
        self._room.tasks.write(work, self._erased, self._room.fail)

    def _erased(self, done: Erasure) -> None:
        from newsroom.domain.changeset import Changes, Touched

        seq = self._room.desk.library.seq()
        everything = frozenset({Touched.ADDED, Touched.TRASH, Touched.STATE, Touched.KEYWORDS})
        self._room.apply(Changes(everything, frozenset(done.stories), seq))
        words = [_("Erased for good: {ids}.", ids=", ".join(map(str, done.stories)))]
        self._room.say("warn", " ".join([*words, *map(tell, done.remains)]))
