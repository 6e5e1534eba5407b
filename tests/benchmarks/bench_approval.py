"""Approving with all its checks, beside a plain save of the same story; what it changes is taken back."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from newsroom.desk import Desk, open_desk
from newsroom.domain.body import paragraphs
from newsroom.domain.person import Person, Role
from newsroom.domain.reader import reader_hash
from newsroom.domain.workflow import State, Transition
from tests.benchmarks.libraries import filled
from tests.benchmarks.rows import Row, middle, spread, timed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsroom.domain.article import Article
    from newsroom.domain.changeset import Changes

TIMES = 40
LONG = 5_000
"""Words of a long story."""


def run(size: str) -> list[Row]:
    """Approve stories of a library of the size, and one long story, and give the table."""
    with open_desk(filled(size), "Bench") as desk:
        before = desk.library.house.settings()
        desk.library.house.amend_settings(lambda house: replace(house, four_eyes=True))
        try:
            return list(_rows(desk))
        finally:
            desk.library.house.set_settings(before)


def _rows(desk: Desk) -> Iterator[Row]:
    editor = desk.with_person(Person("Approving Editor", Role.CHIEF))
    stories = [
        one for one in desk.library.stories.articles(desk.library.lists.ids(limit=TIMES * 4)) if _free(one)
    ]
    stories = [*stories[:TIMES], _long_story(desk)]
    undone: list[Changes] = []
    plain: list[float] = []
    for story in stories:
        plain.append(timed(partial(_saved, desk, story.id, undone)))
        desk_work = partial(desk.approval.move, desk.writing.open(story.id), Transition.SUBMIT)
        undone.append(desk_work().changes)
    waiting = [desk.writing.open(story.id) for story in stories]
    works = [partial(_approve, editor, story, undone) for story in waiting]
    half, most = spread(works[:-1])
    beside = sorted(plain[:-1])[len(plain) // 2]
    yield Row("approve, checks included", half, beside, "a plain save", "<= 100 ms")
    yield Row("approve, 95 of 100", most, goal="<= 100 ms")
    yield Row(f"approve {LONG} words", timed(works[-1]), plain[-1], "a plain save", "<= 100 ms")
    yield Row(f"reader's hash of {LONG} words", middle(partial(reader_hash, waiting[-1])))
    yield Row("what may be done with a story", middle(partial(editor.approval.possible, waiting[0]), 20))
    while undone:
        taken_back = desk.writing.undo(undone.pop())
        undone = [one.after_undo(taken_back) for one in undone]


def _free(story: Article) -> bool:
    return story.state is State.DRAFT and bool(story.headline.strip())


def _saved(desk: Desk, story: int, undone: list[Changes]) -> None:
    undone.append(desk.writing.save(replace(desk.writing.open(story), editors_note="Bench")).changes)


def _approve(editor: Desk, story: Article, undone: list[Changes]) -> None:
    undone.append(editor.approval.move(story, Transition.APPROVE).changes)


def _long_story(desk: Desk) -> Article:
    """Keep a long story; undoing what follows leaves it a draft."""
    words = [
        f"Der Rat von Wendelsbrück hat am Abend Punkt {n} beraten und nichts beschlossen."
        for n in range(LONG // 12)
    ]
    story = desk.writing.new(headline="Der lange Abend im Rat von Wendelsbrück", body=paragraphs(words))
    return desk.writing.save(story).article
