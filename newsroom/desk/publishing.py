"""Publishing: what was published goes into the house's channels as files, and exactly those bytes are kept.

The library notes what has to go out in the transaction that publishes or withdraws a story. Whoever comes first holds
it, keeps the bytes, writes the files, and then nothing waits any more; what cannot be written waits and is told.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from newsroom.desk.sending import Load, Sending, put_all
from newsroom.domain.article import new_uid
from newsroom.domain.channel import Channel
from newsroom.domain.errors import Known, LibraryUnusable, NotAllowed, NotFound
from newsroom.domain.person import Role
from newsroom.domain.publishing import read_plans, write_plans
from newsroom.domain.workflow import State
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newsroom.desk import Desk
    from newsroom.desk.reports import Cancelled, Progress
    from newsroom.desk.schedule import Schedule
    from newsroom.domain.article import Article
    from newsroom.domain.changeset import Changes
    from newsroom.domain.publishing import ChannelPlan, Outgoing, Release
    from newsroom.translation import Message


@dataclass(frozen=True, slots=True)
class Sent:
    """What went out of a story by a channel: the files as they lie there now, and what is to be said of them."""

    story: int
    release: Release
    paths: tuple[Path, ...]
    remarks: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class Unsent:
    """A story that waits, and why."""

    story: int
    error: Known


@dataclass(frozen=True, slots=True)
class Sendings:
    """What sending did."""

    sent: tuple[Sent, ...] = ()
    unsent: tuple[Unsent, ...] = ()

    def __add__(self, other: Sendings) -> Sendings:
        """Give both together."""
        return Sendings(self.sent + other.sent, self.unsent + other.unsent)


@dataclass(frozen=True, slots=True)
class Offer:
    """A channel that a story can go out by, and what stands against it now."""

    channel: Channel
    barred: Message | None = None


class Publishing:
    """Sends stories out by the house's channels."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @cached_property
    def schedule(self) -> Schedule:
        """Give what publishes stories whose hour has come."""
        from newsroom.desk.schedule import Schedule

        return Schedule(self._desk)

    # The house's channels

    def plans(self) -> tuple[ChannelPlan, ...]:
        """Give how stories go out by each channel."""
        return read_plans(self._desk.house.channels)

    @property
    def partners_keep_embargoes(self) -> bool:
        """Tell whether the preset of the partners' channel says that they keep embargoes."""
        plan = next(one for one in self.plans() if one.channel is Channel.PARTNER)
        return bool(plan.preset) and self._desk.profiles.named(plan.preset).honours_embargo

    def put_plans(self, plans: Iterable[ChannelPlan]) -> Changes:
        """Keep how stories go out by the channels; raises WrongValue for what could never be, and NotAllowed."""
        from newsroom.desk.plans import check

        wanted = tuple(plans)
        for plan in wanted:
            check(plan, self._desk)
        return self._desk.preferences.set_house({"channels": write_plans(wanted)})

    def offers(self, article: Article) -> tuple[Offer, ...]:
        """Give the channels that have a folder, each with what stands against a story going out by it now."""
        return tuple(
            Offer(plan.channel, self._against(article, plan)) for plan in self.plans() if plan.stands
        )

    def _against(self, article: Article, plan: ChannelPlan) -> Message | None:
        from newsroom.desk.embargoes import permit_channel

        try:
            permit_channel(article, plan.channel, self._desk)
        except Known as error:
            return error.message
        return None

    # What went out

    def releases(self, story: int) -> tuple[Release, ...]:
        """Give what went out of a story, the oldest first."""
        return self._desk.library.releases.of(story)

    def bytes(self, story: int, number: int, position: int = 0) -> bytes:
        """Give the very bytes of a file that went out; raises NotFound, LegallyBlocked, UnreadableText."""
        release = self._release(story, number)
        if not 0 <= position < len(release.files):
            raise NotFound(
                msg(N_("Sending {number} of story {id} has no such file."), number=number, id=story)
            )
        return self._desk.library.releases.file(release.files[position].sha256)

    def give_back(self, story: int, number: int, folder: Path) -> tuple[Path, ...]:
        """Write the files of a release, byte for byte, into a folder of its own there; raises NotWritten too."""
        from newsroom.desk.placing import made_folder
        from newsroom.formats.files import atomic_write, free_path, inside

        release = self._release(story, number)
        made_folder(folder)
        top = free_path(folder, f"{story}-{number}-{release.channel}")
        for one in release.files:
            path = inside(top, top / one.path)
            made_folder(path.parent)
            atomic_write(path, self._desk.library.releases.file(one.sha256))
        return tuple(top / one.path for one in release.files)

    def _release(self, story: int, number: int) -> Release:
        self._desk.blocking.permit(self._desk.library.stories.article(story))
        for release in self.releases(story):
            if release.number == number:
                return release
        raise NotFound(msg(N_("Story {id} has no sending {number}."), id=story, number=number))

    # Sending

    def after(self, article: Article) -> Sendings:
        """Send a story out that was published or withdrawn just now; what cannot be written waits, and is told."""
        try:
            return self._sent(article.id)
        except LibraryUnusable as error:
            return Sendings(unsent=(Unsent(article.id, error),))

    def send(self, ids: Iterable[int], channels: Sequence[Channel]) -> Sendings:
        """Send published stories out by channels, also by further ones later; raises NotAllowed and NotFound."""
        wanted = tuple(dict.fromkeys(ids))
        stories = {one.id: one for one in self._desk.library.stories.articles(wanted)}
        if not self._desk.person.may_act_as(Role.EDITOR):
            text = N_("{name} may not do this; an editor or duty editor can.")
            raise NotAllowed(msg(text, name=self._desk.person.name))
        for id_ in wanted:
            _permit(id_, stories.get(id_))
        self._planned(channels)
        done = Sendings()
        for id_ in wanted:
            self._desk.library.releases.note(id_, stories[id_].version, channels, self._desk.person)
            done += self._sent(id_)
        return done

    def _planned(self, channels: Sequence[Channel]) -> None:
        """Raise NotAllowed where one of the channels has no folder yet."""
        for plan in self.plans():
            if plan.channel in channels and not plan.stands:
                text = N_("The channel “{channel}” has no folder yet. Choose one in “Channels”.")
                raise NotAllowed(msg(text, channel=msg(plan.channel.label)))

    def waiting(self) -> tuple[Outgoing, ...]:
        """Give the stories whose files still wait to be written, the oldest first, with what kept them."""
        return self._desk.library.releases.waiting()

    def send_waiting(self, progress: Progress | None = None, cancelled: Cancelled | None = None) -> Sendings:
        """Write all that waits; what another program is writing just now is left to it."""
        done, waiting = Sendings(), self.waiting()
        for place, one in enumerate(waiting):
            if cancelled and cancelled():
                break
            if progress:
                progress(place, len(waiting), "")
            done += self._sent(one.story)
        return done

    def _sent(self, story: int) -> Sendings:
        """Write the files of a waiting story by all its channels; what fails is let go of for the next one."""
        library, holder = self._desk.library, new_uid()
        outgoing = library.releases.claim(story, holder)
        if outgoing is None:
            return Sendings()
        sent: list[Sent] = []
        try:
            article = self._meant(outgoing)
            self._finish(outgoing)
            sent.extend(map(self._put, self._loads(article, outgoing)))
        except Known as error:
            library.releases.let_go(story, holder, error.message)
            return Sendings(tuple(sent), (Unsent(story, error),))
        except BaseException:
            library.releases.let_go(story, holder, msg(N_("It was interrupted; it goes on by itself.")))
            raise
        library.releases.done(story, holder)
        return Sendings(tuple(sent))

    def _finish(self, outgoing: Outgoing) -> None:
        """Write what a program that died had kept and not written; of another version it is forgotten."""
        library, story = self._desk.library, outgoing.story
        for release in self.releases(story):
            if release.written is None and release.version == outgoing.version:
                data = {one.path: library.releases.file(one.sha256) for one in release.files}
                put_all(Load(release, data))
                library.releases.written(story, release.number)
        library.releases.forget_unwritten(story)

    def _meant(self, outgoing: Outgoing) -> Article:
        """Give the version that is to go out, also where somebody went on with the story."""
        now = self._desk.library.stories.article(outgoing.story)
        if now.version == outgoing.version:
            return now
        return replace(
            self._desk.library.history.revision(outgoing.story, outgoing.version), id=outgoing.story
        )

    def _loads(self, article: Article, outgoing: Outgoing) -> Iterator[Load]:
        """Give one release after the other, each made when the one before stands."""
        for plan in self.plans():
            if outgoing.channels and plan.channel not in outgoing.channels:
                continue
            sending = Sending(self._desk, article, plan, self.releases(article.id))
            if outgoing.withdrawn:
                yield from sending.withdraw(outgoing.person)
            elif plan.stands and not sending.is_out:
                yield sending.publish(outgoing.person)

    def _put(self, load: Load) -> Sent:
        """Keep the bytes, write the files, and note that they stand."""
        library, story = self._desk.library, load.release.story
        number = library.releases.keep(load.release, load.by_hash())
        put_all(load)
        library.releases.written(story, number)
        folder = Path(load.release.folder)
        release = replace(load.release, number=number)
        return Sent(story, release, tuple(folder / one.path for one in release.files), load.remarks)


def _permit(id_: int, article: Article | None) -> None:
    if article is None:
        raise NotFound(msg(N_("There is no story with the number {id}."), id=id_))
    if article.state is not State.PUBLISHED or article.trashed:
        text = N_("“{headline}” is not published. Publish it; then it goes out by its channels.")
        raise NotAllowed(msg(text, headline=article.headline))
