"""Random people do random things at two windows on one library; whatever they do, the rules hold."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from newsroom.desk import open_desk
from newsroom.domain.approved import Grade
from newsroom.domain.article import Byline
from newsroom.domain.body import paragraphs
from newsroom.domain.errors import Known
from newsroom.domain.person import Role
from newsroom.domain.reader import reader_hash
from newsroom.domain.workflow import BOUND, State, Transition

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
PEOPLE = {
    "Anna Berg": Role.JOURNALIST,
    "Bruno Hald": Role.EDITOR,
    "Clara Voss": Role.CHIEF,
    "Dora Lind": Role.EDITOR,
}
SECTIONS = ("Lokales", "Streng", "Doppelt")
WORDS = ("Hafen", "Schule", "Markt", "Deich", "Rathaus")
names, windows = st.sampled_from(tuple(PEOPLE)), st.sampled_from((0, 1))
choices = st.integers(0, 7)


@dataclass
class Book:
    """What an onlooker knows of a story: who made it, and whether readers ever had it."""

    makers: set[str]
    out: bool = False
    editions: set[str] = field(default_factory=set)


class Newsroom(RuleBasedStateMachine):
    """Two desks on one library, four people, and an onlooker who keeps books of his own."""

    place = None

    @initialize()
    def open(self):
        self.now = NOW
        self.desks = [open_desk(type(self).place(), clock=lambda: self.now) for _ in range(2)]
        for name, role in PEOPLE.items():
            self.desks[0].people.add(name, role)
        for section in SECTIONS:
            self.desks[0].library.house.add_section(section)
        self.desks[0].library.house.amend_settings(
            lambda house: replace(house, strict_sections=("Streng",), second_sections=("Doppelt",))
        )
        self.books: dict[int, Book] = {}
        self.held: list[dict[int, object]] = [{}, {}]
        self.changes = []
        for number, name in enumerate(("Anna Berg", "Bruno Hald", "Clara Voss")):
            self.write(number % 2, name, WORDS[number], SECTIONS[number], name)

    # Who does it, and with what

    def at(self, window, name):
        desk = self.desks[window]
        return desk.with_person(desk.library.house.person(name))

    def story(self, desk, window, number, stale):
        """Give a story as the library holds it, or as the window has held it for a while."""
        ids = sorted(self.books)
        story = ids[number % len(ids)]
        if not (stale and story in self.held[window]):
            self.held[window][story] = desk.writing.open(story)
        return self.held[window][story]

    def attempt(self, story, work):
        """Do something; what the rules refuse leaves the story as it was."""
        self.now += timedelta(seconds=1)
        before = self.desks[0].library.stories.article(story) if story else None
        done, refusal = None, None
        try:
            done = work()
        except Known as error:
            refusal = error
        if refusal is not None:
            assert str(refusal.message).strip()
            assert not story or self.desks[0].library.stories.article(story) == before
        return done

    def meet(self, article):
        """Write down who has a hand in a story that was just kept."""
        authors = {article.created_by, *(one.name for one in article.authors)}
        self.books.setdefault(article.id, Book(set())).makers |= authors

    # What they do

    @rule(
        window=windows, name=names, word=st.sampled_from(WORDS), section=st.sampled_from(SECTIONS), more=names
    )
    def write(self, window, name, word, section, more):
        desk = self.at(window, name)
        authors = tuple(Byline(one) for one in dict.fromkeys((name, more)))
        text = paragraphs([f"{word} {len(self.books)}: Der Rat hat beraten und am Ende nichts beschlossen."])
        story = desk.writing.new(
            headline=f"{word} {len(self.books)}", section=section, body=text, authors=authors
        )
        saved = self.attempt(0, lambda: desk.writing.save(story))
        self.meet(saved.article)

    @rule(window=windows, name=names, number=choices, stale=st.booleans(), what=st.sampled_from(
        ("headline", "note", "leave", "undress", "forge", "state", "embargo", "section")
    ))  # fmt: skip
    def edit(self, window, name, number, stale, what):
        desk = self.at(window, name)
        story = self.story(desk, window, number, stale)
        left = tuple(one for one in story.authors if one.name != name)
        changed = {
            "headline": {"headline": f"{story.headline} neu"},
            "note": {"editors_note": f"{story.editors_note}."},
            "leave": {"authors": left},
            "undress": {"authors": ()},
            "forge": {
                "headline": f"{story.headline}!",
                "approved_by": "Dora Lind",
                "approved_hash": reader_hash(replace(story, headline=f"{story.headline}!")),
            },
            "state": {
                "state": State.PUBLISHED,
                "approved_hash": reader_hash(story),
                "approved_by": "Dora Lind",
            },
            "embargo": {"embargo": self.now + timedelta(hours=2)},
            "section": {"section": SECTIONS[number % 3]},
        }[what]
        saved = self.attempt(story.id, lambda: desk.writing.save(replace(story, **changed)))
        if saved:
            self.kept(saved, name, story)

    def kept(self, saved, name, before):
        """Let who takes out their own name stay a maker; whom somebody else takes out does not."""
        book = self.books[saved.article.id]
        now = {saved.article.created_by, *(one.name for one in saved.article.authors)}
        gone = {one.name for one in before.authors} - now - {name}
        book.makers = (book.makers - gone) | now
        self.changes.append(saved.changes)

    @rule(
        window=windows, name=names, number=choices, stale=st.booleans(),
        way=st.sampled_from([way for way in Transition if way.moves]), edited=st.booleans(),
        at=st.sampled_from((None, -2, 1, 5)), note=st.sampled_from(("", "Ein Grund.")),
    )  # fmt: skip
    def move(self, window, name, number, stale, way, edited, at, note):
        self.step(window, name, number, stale, way, edited, at, note)

    def step(self, window, name, number, stale, way, edited, at, note):
        desk = self.at(window, name)
        story = self.story(desk, window, number, stale)
        given = (
            replace(story, authors=tuple(one for one in story.authors if one.name != name))
            if edited
            else story
        )
        hour = None if at is None else self.now + timedelta(hours=at)
        saved = self.attempt(story.id, lambda: desk.approval.move(given, way, note, hour))
        if saved:
            self.judge_move(saved, way, name, story)
            self.kept(saved, name, story)
        return saved

    @rule(window=windows, first=choices, number=choices, steps=st.integers(1, 4), plan=st.booleans())
    def go_on(self, window, first, number, steps, plan):
        """Go the plainest ways on, each by whoever may, so that stories come far."""
        forward = {
            State.DRAFT: Transition.SUBMIT,
            State.RETURNED: Transition.SUBMIT,
            State.FOR_REVIEW: Transition.APPROVE,
            State.APPROVED: Transition.SCHEDULE if plan else Transition.PUBLISH,
            State.SCHEDULED: Transition.PUBLISH,
            State.PUBLISHED: (Transition.UPDATE, Transition.CORRECT, Transition.WITHDRAW)[first % 3],
            State.WITHDRAWN: Transition.REWORK,
        }
        people = tuple(PEOPLE)
        for _step in range(steps):
            for turn in range(len(people)):
                story = self.story(self.desks[window], window, number, stale=False)
                at = 1 if forward[story.state] is Transition.SCHEDULE else None
                name = people[(first + turn) % len(people)]
                if self.step(window, name, number, False, forward[story.state], False, at, "Ein Grund."):
                    break

    @rule(window=windows, number=choices)
    def break_news(self, window, number):
        """Let a chief publish alone."""
        self.step(window, "Clara Voss", number, False, Transition.PUBLISH_ALONE, False, None, "Eilt.")

    @rule(window=windows, name=names, state=st.sampled_from(State))
    def move_all(self, window, name, state):
        desk = self.at(window, name)
        self.now += timedelta(seconds=1)
        report = desk.moving.to_state(tuple(self.books), state)
        for one in report.moved:
            self.judge_all(one, name)
        self.changes.append(report.changes)

    def judge_all(self, story, name):
        article = self.desks[0].library.stories.article(story)
        if article.state is State.APPROVED:
            assert name not in self.books[story].makers

    @rule(window=windows, name=names, number=choices, back=st.booleans())
    def throw(self, window, name, number, back):
        desk = self.at(window, name)
        ids = sorted(self.books)
        story = ids[number % len(ids)]
        work = desk.writing.restore if back else desk.writing.trash
        changes = self.attempt(story, lambda: work((story,)))
        if changes:
            self.changes.append(changes)

    @precondition(lambda self: self.changes)
    @rule(window=windows, name=names)
    def undo(self, window, name):
        changes = self.changes.pop()
        self.attempt(0, lambda: self.at(window, name).writing.undo(changes))

    @precondition(lambda self: self.desks[0].library.approvals.due())
    @rule(window=windows, name=names, number=choices)
    def look(self, window, name, number):
        due = [story for story, _until in self.desks[0].library.approvals.due()]
        story = due[number % len(due)]
        done = self.attempt(story, lambda: self.at(window, name).approval.look(story))
        if done:
            assert name not in self.books[story].makers
            assert done.article.approved_by != name

    @rule(hours=st.integers(1, 3))
    def wait(self, hours):
        self.now += timedelta(hours=hours)

    # What the onlooker holds against it

    def judge_move(self, saved, way, name, before):
        story, book = saved.article, self.books[saved.article.id]
        given = [
            one for one in self.desks[0].library.approvals.of(story.id) if one.hash == reader_hash(story)
        ]
        full = [one for one in given if one.grade in {Grade.FULL, Grade.FIRST}]
        if way is Transition.APPROVE:
            assert name not in book.makers
            assert PEOPLE[name] is not Role.JOURNALIST
            if story.state is State.APPROVED and story.section == "Doppelt":
                assert len({one.person for one in full}) > 1
            if story.section == "Streng":
                assert self.last_hand(story) != name
        if way in {Transition.PUBLISH, Transition.PUBLISH_ALONE}:
            assert story.embargo is None or story.embargo <= self.now
            assert story.publish_time <= self.now
        if way in {Transition.PUBLISH, Transition.SCHEDULE}:
            assert story.approved_by not in book.makers
            assert story.section != "Streng" or self.last_hand(story) != story.approved_by
            assert story.section != "Doppelt" or len({one.person for one in full}) > 1
        if way is Transition.PUBLISH_ALONE:
            assert PEOPLE[name] is Role.CHIEF
            assert story.id in {one.card.id for one in self.desks[1].approval.looks_due()}
        if way is Transition.SCHEDULE:
            assert story.publish_time >= self.now

    def last_hand(self, story):
        """Give who changed the readers' text last, read from the versions, not from what approval keeps."""
        versions = list(reversed(self.desks[0].library.history.revisions(story.id)))
        texts = [self.desks[0].library.history.revision(story.id, one.version) for one in versions]
        hands = [
            one.person
            for one, (before, after) in zip(versions[1:], pairwise(texts), strict=True)
            if reader_hash(before) != reader_hash(after) and one.action != "undone"
        ]
        return hands[-1] if hands else ""

    @invariant()
    def what_stands_was_approved_as_it_is_by_another(self):
        if not getattr(self, "books", None):
            return
        library = self.desks[0].library
        for story in library.stories.articles(tuple(self.books)):
            book = self.books[story.id]
            if story.state in BOUND:
                assert story.approved_hash == reader_hash(story)
                (by,) = {
                    (one.person, one.grade)
                    for one in library.approvals.of(story.id)
                    if one.hash == story.approved_hash and one.time == story.approved_at and one.grade.binds
                }
                assert by[0] == story.approved_by
                if by[1] is Grade.FULL:
                    assert by[0] not in {story.created_by, *(one.name for one in story.authors)}
                else:
                    assert PEOPLE[by[0]] is Role.CHIEF
                    assert story.state is State.PUBLISHED
            elif story.state is not State.WITHDRAWN:
                assert (story.approved_by, story.approved_hash, story.approved_at) == ("", "", None)
            book.out = book.out or story.state is State.PUBLISHED
            assert not (book.out and story.trashed)

    def teardown(self):
        for desk in getattr(self, "desks", ()):
            if desk is self.desks[0]:
                assert desk.library.check() == ()
            desk.close()


def examples(few):
    """Few examples and the same each time; many and ever new ones under the long profile."""
    many = settings.default.max_examples > 50
    return settings(
        max_examples=300 if many else few, stateful_step_count=50 if many else 20, deadline=None,
        derandomize=not many, suppress_health_check=list(HealthCheck),
    )  # fmt: skip


@pytest.mark.long
def test_the_rules_hold_whatever_people_do_at_two_windows(tmp_path, blank):
    numbers = iter(range(10_000))

    class OnFiles(Newsroom):
        @staticmethod
        def place():
            OnFiles.file = getattr(OnFiles, "file", None) if OnFiles.opened % 2 else None
            OnFiles.opened += 1
            if OnFiles.file is None:
                OnFiles.file = shutil.copy(blank, tmp_path / f"{next(numbers)}.newsroom")
            return OnFiles.file

        opened = 0

    run_state_machine_as_test(OnFiles, settings=examples(4))


@pytest.mark.usefixtures("postgres")
def test_the_rules_hold_on_a_server_too(postgres):
    class OnServer(Newsroom):
        @staticmethod
        def place():
            if OnServer.opened % 2 == 0:
                OnServer.address = postgres.library()
            OnServer.opened += 1
            return OnServer.address

        opened = 0

        def teardown(self):
            super().teardown()
            postgres.give_back(OnServer.address)

    run_state_machine_as_test(OnServer, settings=examples(10))
