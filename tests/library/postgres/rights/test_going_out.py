"""What went out of a library that keeps the rules itself: the very bytes stay, and an update that is undone changes nothing of it."""

from __future__ import annotations

import pytest

from newsroom.domain.channel import Channel
from newsroom.domain.errors import LegallyBlocked
from newsroom.domain.publishing import ChannelPlan
from newsroom.domain.workflow import State, Transition
from newsroom.library.rows import STANDING
from tests.library.postgres.rights.test_working import tidy, written


def standing(house, story):
    with house.open() as library, library._store.reading() as connection:
        return connection.execute(STANDING.select().where(STANDING.c.article_id == story)).one()._mapping


def test_an_update_that_is_undone_leaves_the_story_out_with_the_very_bytes(
    house, anna, bruno, clara, tmp_path
):
    clara.publishing.put_plans([ChannelPlan(channel=Channel.WEB, folder=str(tmp_path), formats=("text",))])
    sent = anna.approval.move(written(anna, "Die Fähre legt ab"), Transition.SUBMIT).article
    approved = bruno.approval.move(bruno.library.stories.article(sent.id), Transition.APPROVE).article
    out = bruno.approval.move(approved, Transition.PUBLISH).article
    before = standing(house, out.id)
    data = bruno.publishing.bytes(out.id, 1)
    begun = bruno.approval.move(out, Transition.UPDATE)
    assert standing(house, out.id)["out_version"] == out.version
    bruno.writing.undo(begun.changes)
    again = bruno.library.stories.article(out.id)
    assert (again.state, again.approved_hash) == (State.PUBLISHED, out.approved_hash)
    assert standing(house, out.id) == before
    assert bruno.publishing.bytes(out.id, 1) == data
    assert out.id not in {one.story for one in bruno.publishing.waiting()}
    assert [one.number for one in bruno.publishing.releases(out.id)] == [1]
    assert tidy(house) == ()


def test_a_block_bars_the_print_version_and_every_editor_and_only_a_duty_editor_lifts_it(
    house, anna, bruno, clara
):
    mine = anna.approval.move(written(anna, "Der Prozess"), Transition.SUBMIT).article
    printed = bruno.versions.derive(bruno.library.stories.article(mine.id)).article
    bruno.blocking.set([mine.id], "Unterlassung 27 O 12/26")
    for desk in (anna, bruno, clara):
        with pytest.raises(LegallyBlocked):
            desk.output.permit(bruno.library.stories.article(printed.id))
    clara.blocking.lift([printed.id], "Vergleich")
    assert bruno.blocking.of(mine) is None
    assert tidy(house) == ()
