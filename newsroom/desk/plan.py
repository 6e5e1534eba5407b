"""The story list for the conference: written before any text exists, printed on one page, made into drafts."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from newsroom.desk.topic_cells import changed
from newsroom.domain.article import Byline
from newsroom.domain.assignment import Assignment
from newsroom.domain.changeset import Changes
from newsroom.domain.errors import EditedElsewhere, Known, LibraryUnusable, NotFound, WrongValue
from newsroom.domain.plan import Topic
from newsroom.domain.timetable import place_of
from newsroom.translation import N_, _, language, msg

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from newsroom.desk import Desk
    from newsroom.domain.article import Article
    from newsroom.domain.card import StoryCard
    from newsroom.domain.person import Person

NEAR = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class Planned:
    """A topic with the story that it became, as it stands now, and whether that lies in the trash."""

    topic: Topic
    card: StoryCard | None = None
    trashed: bool = False


@dataclass(frozen=True, slots=True)
class Refusal:
    """A topic that no story was made of, and why."""

    topic: int
    error: Known


@dataclass(frozen=True, slots=True)
class Begun:
    """What was made of topics: stories by topic, those that stayed topics, and the way back."""

    stories: Mapping[int, int] = field(default_factory=dict)
    refused: tuple[Refusal, ...] = ()
    changes: Changes = field(default_factory=Changes)


class Plan:
    """Keeps the story list of each day."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._room = desk.library.plan

    def today(self) -> date:
        """Give the day it is in the newsroom."""
        return place_of(self._desk.clock(), self._desk.zone).day

    def of_day(self, day: date) -> tuple[Planned, ...]:
        """Give the topics of a day in their order, each with its story."""
        return self.with_stories(self._room.of_day(day))

    def with_stories(self, topics: Sequence[Topic]) -> tuple[Planned, ...]:
        """Give topics with the stories they became; one that is not there any more is none."""
        found = self._desk.library.editions.standing([one.uid for one in topics])
        return tuple(Planned(one, found.cards.get(one.uid), one.uid in found.trashed) for one in topics)

    def days(self, around: date) -> Mapping[date, int]:
        """Give how many topics the days about a day have."""
        return self._room.days(around - NEAR, around + NEAR)

    def topic_of(self, uid: str) -> Topic | None:
        """Give the topic that became a story, or nothing."""
        return next(iter(self._room.of_stories([uid])), None)

    # Writing it

    def new(self, day: date, values: Mapping[str, str], after: int = 0) -> tuple[Topic, Changes]:
        """Keep a new topic from what was typed, behind another or at the end; raises WrongValue."""
        if not values.get("topic", "").strip():
            raise WrongValue(msg(N_("Write what the story is about.")))
        kept, changes = self._room.add([changed(Topic(day=day, topic=""), values, self._desk)], after)
        return kept[0], changes

    def set(self, topic: Topic, values: Mapping[str, str]) -> tuple[Topic, Changes]:
        """Keep a topic with what was typed; raises WrongValue, NotFound, EditedElsewhere."""
        wanted = changed(topic, values, self._desk)
        if wanted == topic:
            return topic, Changes()
        return self._room.change(wanted)

    def topic(self, number: int) -> Topic:
        """Give a topic by its number; raises NotFound."""
        return self._room.topic(number)

    def remove(self, ids: Sequence[int]) -> Changes:
        """Take topics off the list; stories that were made of them stay."""
        return self._room.remove(ids)

    def order(self, day: date, ids: Sequence[int]) -> Changes:
        """Put the topics of a day into an order."""
        return self._room.order(day, ids)

    # Stories

    def begin(self, ids: Sequence[int]) -> Begun:
        """Make drafts of topics, each given to its author until its deadline; those that are stories stay so."""
        report = Begun()
        there = {one.id: one for one in self._room.topics(ids)}
        for number in dict.fromkeys(ids):
            try:
                topic = there.get(number) or self._room.topic(number)
                story, changes = self._begin(topic)
            except LibraryUnusable:
                raise
            except Known as error:
                report = replace(report, refused=(*report.refused, Refusal(number, error)))
            else:
                stories = {**report.stories, number: story}
                report = replace(report, stories=stories, changes=report.changes | changes)
        return report

    def _begin(self, topic: Topic) -> tuple[int, Changes]:
        if topic.begun:
            text = N_("“{topic}” is a story already.")
            raise EditedElsewhere(msg(text, topic=topic.topic))
        author = self._author(topic)
        given = None
        if author is not None:
            due = topic.deadline if topic.deadline and topic.deadline > self._desk.clock() else None
            given = Assignment(0, author.name, due)
        article = self._desk.writing.prepared(self._draft(topic, author))
        _kept, saved = self._room.begin(topic, article, given, self._desk.person)
        self._desk.proofing.judge([saved.article])
        return saved.article.id, saved.changes

    def _author(self, topic: Topic) -> Person | None:
        """Give the first of the topic's authors who is of the house."""
        for name in _names(topic.author):
            try:
                return self._desk.assigning.person(name)
            except NotFound:
                continue
        return None

    def _draft(self, topic: Topic, author: Person | None) -> Article:
        """Give the draft of a topic: it is its author's and not whoever's hand made it."""
        known = {"sign_off": author.sign_off, "created_by": author.name} if author else {"sign_off": ""}
        note = _("Picture ordered.") if topic.picture else ""
        return self._desk.writing.new(
            headline=topic.topic,
            authors=tuple(map(Byline, _names(topic.author))),
            section=topic.section,
            ordered_length=topic.length,
            editors_note=note,
            **known,
        )

    # On paper

    def write(self, day: date, path: Path) -> None:
        """Write a day's list into a file: a page to print (PDF), or a table (CSV); raises NotWritten, WrongValue."""
        from newsroom.formats.files import atomic_write

        endings = {".pdf": self.pdf, ".csv": self.table}
        make = endings.get(path.suffix.lower())
        if make is None:
            text = N_("The story list is written as .pdf or .csv; “{name}” is neither.")
            raise WrongValue(msg(text, name=path.name))
        atomic_write(path, make(day))

    def pdf(self, day: date) -> bytes:
        """Give a day's list on one page, A4, as PDF."""
        from newsroom.formats.pdf import story_list

        return story_list.pdf(self._sheet(day), int(self._desk.clock().timestamp()))

    def pages(self, day: date, *, paper: bool = False) -> tuple[bytes, ...]:
        """Give the page of a day's list as a picture (PNG), fine enough for a screen or for paper."""
        from newsroom.formats.pdf import story_list

        return story_list.pictures(self._sheet(day), paper=paper)

    def _sheet(self, day: date) -> Mapping[str, object]:
        from newsroom.desk.topic_cells import sheet

        return sheet(self.of_day(day), day, self._desk)

    def table(self, day: date) -> bytes:
        """Give a day's list as a table for a spreadsheet (CSV with BOM)."""
        from newsroom.desk.topic_cells import csv

        return csv(self.of_day(day), self._desk, language())


def _names(author: str) -> tuple[str, ...]:
    return tuple(filter(None, (" ".join(part.split()) for part in author.split(","))))
