"""Editions: a day's stories in order, page by page; what is lacking; all of them sent out as one."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from newsroom.desk.setting import read_length
from newsroom.desk.topic_cells import read_day, read_deadline
from newsroom.domain.cleaning import cleaned
from newsroom.domain.edition import LONGEST_NAME, READY, Edition, Line, Mark, Part
from newsroom.domain.edition_order import end_of_page, inserted
from newsroom.domain.errors import WrongValue
from newsroom.domain.export_profile import ExportProfile, Layout
from newsroom.domain.timetable import place_of
from newsroom.text.ordered import Reach, filled
from newsroom.translation import N_, _, msg

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from newsroom.desk import Desk
    from newsroom.desk.reports import Cancelled, ExportReport, Progress
    from newsroom.domain.article import Article, OrderedLength
    from newsroom.domain.card import StoryCard
    from newsroom.domain.changeset import Changes
    from newsroom.domain.edition import EditionLine, Standing
    from newsroom.text.length import Length

BACK, AHEAD = timedelta(days=31), timedelta(days=93)
AT_ONCE = 50
NUMBERED = "{number}-{slug}"
"""How the files of an edition are named, so that they stand in its order."""


@dataclass(frozen=True, slots=True)
class Glance:
    """An edition at a glance: how many stories, how many ready, and how many of each thing lacking."""

    stories: int
    ready: int
    marks: Mapping[Mark, int]


class Editions:
    """Keeps editions and shows what they lack."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._room = desk.library.editions
        self._measured: dict[tuple[int, int], tuple[Length, OrderedLength | None]] = {}

    def around(self, day: date | None = None) -> tuple[EditionLine, ...]:
        """Give the editions of the month before a day, today's where none is given, and of the three after."""
        middle = day or place_of(self._desk.clock(), self._desk.zone).day
        return self._room.lines(middle - BACK, middle + AHEAD)

    def edition(self, number: int) -> Edition:
        """Give an edition by its number; raises NotFound."""
        return self._room.edition(number)

    def holding(self, uid: str) -> tuple[EditionLine, ...]:
        """Give the editions that hold a story, the latest first."""
        return self._room.holding(uid)

    # Changing it

    def new(self, name: str, day: str = "", hour: str = "") -> tuple[Edition, Changes]:
        """Keep a new edition from what was typed; raises WrongValue."""
        return self.save(self.named(Edition(name="", day=read_day(day, self._desk)), name, day, hour))

    def named(self, edition: Edition, name: str, day: str, hour: str) -> Edition:
        """Give an edition with name, day and hour as they were typed; raises WrongValue."""
        called = " ".join(cleaned(name).split())
        if not 0 < len(called) <= LONGEST_NAME:
            raise WrongValue(msg(N_("An edition needs a name of at most {n} characters."), n=LONGEST_NAME))
        on = read_day(day, self._desk) if day.strip() else edition.day
        same = self._room.lines(on, on + timedelta(days=1))
        if any(one.id != edition.id and one.name.casefold() == called.casefold() for one in same):
            raise WrongValue(msg(N_("There is an edition “{name}” on this day already."), name=called))
        return replace(edition, name=called, day=on, hour=read_deadline(hour.strip(), on, self._desk))

    def save(self, edition: Edition) -> tuple[Edition, Changes]:
        """Keep an edition; raises NotFound, EditedElsewhere where somebody was quicker, WrongValue."""
        return self._room.save(edition)

    def remove(self, number: int) -> Changes:
        """Delete an edition; its stories stay."""
        return self._room.remove(number)

    def with_stories(
        self, edition: Edition, ids: Sequence[int], page: str = "", at: int | None = None
    ) -> Edition:
        """Give an edition with stories on a page, or before a place; those it holds already stay where they are."""
        cards = self._desk.library.lists.cards_of(ids)
        return self.with_parts(edition, (Part(uid=card.uid) for card in cards), page, at)

    def with_parts(
        self, edition: Edition, new: Iterable[Part], page: str = "", at: int | None = None
    ) -> Edition:
        """Give an edition with lines at the end of a page, which is made where there is none, or before a place."""
        title = " ".join(cleaned(page).split())
        parts = edition.parts
        if title and at is None:
            at = end_of_page(parts, title)
            if at is None:
                parts = (*parts, Part(self._title(title), page=True))
        return replace(edition, parts=inserted(parts, new, at))

    def _title(self, title: str) -> str:
        if not 0 < len(title) <= LONGEST_NAME:
            raise WrongValue(msg(N_("A page needs a title of at most {n} characters."), n=LONGEST_NAME))
        return title

    def with_topics(self, edition: Edition, day: date | None = None) -> Edition:
        """Give an edition with the topics of a day's story list, its own day's where none is given, by section."""
        topics = self._desk.library.plan.of_day(day or edition.day)
        for section in dict.fromkeys(one.section for one in topics):
            of_it = (one for one in topics if one.section == section)
            parts = (Part(one.topic, uid=one.uid, topic=one.id, length=one.length) for one in of_it)
            edition = self.with_parts(edition, parts, section or _("Without a section"))
        return edition

    def titled(self, edition: Edition, place: int, typed: str) -> Edition:
        """Give an edition with another title of a page, or of a line without a story; raises WrongValue."""
        part = edition.parts[place]
        changed = replace(part, title=self._title(" ".join(cleaned(typed).split())))
        return _with(edition, place, changed)

    def ordered(self, edition: Edition, place: int, typed: str) -> Edition:
        """Give an edition that orders another length of a line, or the story's own; raises WrongValue."""
        length = read_length("length", " ".join(typed.split()), self._desk)
        return _with(edition, place, replace(edition.parts[place], length=length))

    # What it lacks

    def lines(self, edition: Edition) -> tuple[Line, ...]:
        """Give the lines as they stand now, with what each lacks; a thousand stories take seconds the first time."""
        found = self._room.standing(edition.uids)
        lengths = self._lengths(found.cards.values())
        return tuple(self._line(edition, part, found, lengths) for part in edition.parts)

    def outline(self, edition: Edition) -> tuple[Line, ...]:
        """Give the lines at once, with nothing said of how long their stories are."""
        found = self._room.standing(edition.uids)
        return tuple(self._line(edition, part, found, {}) for part in edition.parts)

    def _lengths(self, cards: Iterable[StoryCard]) -> Mapping[int, tuple[Length, OrderedLength | None]]:
        """Give lengths of stories by their numbers; a version is measured once."""
        wanted = list(cards)
        unknown = [card.id for card in wanted if (card.id, card.version) not in self._measured]
        for start in range(0, len(unknown), AT_ONCE):
            for article in self._desk.library.stories.articles(unknown[start : start + AT_ONCE]):
                self._measured[article.id, article.version] = self._measure(article)
        known = self._measured
        return {card.id: known[card.id, card.version] for card in wanted if (card.id, card.version) in known}

    def _measure(self, article: Article) -> tuple[Length, OrderedLength | None]:
        return self._desk.proofing.length(article), article.ordered_length

    def _line(
        self,
        edition: Edition,
        part: Part,
        found: Standing,
        lengths: Mapping[int, tuple[Length, OrderedLength | None]],
    ) -> Line:
        if part.page:
            return Line(part)
        card = found.cards.get(part.uid)
        length, own = lengths.get(card.id, (None, None)) if card else (None, None)
        ordered = part.length or own
        marks = set(self._lacks(edition, part, card, trashed=part.uid in found.trashed))
        now = None
        if length is not None and ordered is not None:
            full = filled(length, ordered, self._desk.house.length_tolerance)
            now = full.now
            marks |= {Reach.OVER: {Mark.OVERSET}, Reach.SHORT: {Mark.SHORT}}.get(full.reach, set())
        elif length is not None:
            now = length.lines
        return Line(part, card, now, ordered, frozenset(marks))

    def _lacks(
        self, edition: Edition, part: Part, card: StoryCard | None, *, trashed: bool
    ) -> Iterable[Mark]:
        if card is None:
            yield Mark.GONE if part.uid else Mark.LACKING
            return
        if trashed:
            yield Mark.GONE
        if card.state not in READY:
            yield Mark.NOT_APPROVED
        if card.embargo is not None and card.embargo > (edition.hour or self._desk.clock()):
            yield Mark.EMBARGO

    # Sent out

    def ids(self, edition: Edition) -> tuple[int, ...]:
        """Give the stories of an edition in its order, those in the trash left out."""
        found = self._room.standing(edition.uids)
        there = (uid for uid in edition.uids if uid in found.cards and uid not in found.trashed)
        return tuple(found.cards[uid].id for uid in there)

    def export(
        self,
        edition: Edition,
        to: str | ExportProfile,
        out: Path | None = None,
        pattern: str = "",
        progress: Progress | None = None,
        cancelled: Cancelled | None = None,
    ) -> ExportReport:
        """Write the stories in the edition's order: into one file where the format holds several, else numbered files.

        Raises WrongValue where there is none to write.
        """
        ids = self.ids(edition)
        if not ids:
            text = N_("The edition “{name}” holds no story yet. Add one first.")
            raise WrongValue(msg(text, name=edition.name))
        profile = self.profile(to) if isinstance(to, str) else to
        named = replace(profile, pattern=pattern or profile.pattern or _called(edition, profile))
        return self._desk.output.export(ids, named, out, "", progress, cancelled)

    def profile(self, to: str) -> ExportProfile:
        """Give how an edition goes out in a format: together where the format can."""
        from newsroom.desk.targets import writable

        form = writable(to)
        return ExportProfile(format=form.name, layout=Layout.ONE if form.collect else Layout.EACH)


def glance(lines: Sequence[Line]) -> Glance:
    """Give an edition at a glance, of its lines as they stand."""
    stories = [line for line in lines if not line.part.page]
    counts = Counter(mark for line in stories for mark in line.marks)
    return Glance(len(stories), sum(line.ready for line in stories), counts)


def _called(edition: Edition, profile: ExportProfile) -> str:
    """Give how files are named: one after the edition and its day, several so that they stand in its order."""
    from newsroom.text.slug import slug

    return f"{slug(edition.name)}-{edition.day.isoformat()}" if profile.layout is Layout.ONE else NUMBERED


def _with(edition: Edition, place: int, part: Part) -> Edition:
    return replace(edition, parts=(*edition.parts[:place], part, *edition.parts[place + 1 :]))
