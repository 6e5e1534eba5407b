from __future__ import annotations

from newsroom.desk.tour import take
from newsroom.domain.errors import NotWritten
from newsroom.domain.person import Person, Role
from newsroom.domain.workflow import State, Transition
from newsroom.translation import msg


def test_the_samples_come_in_once_and_stand_as_in_a_newsroom_at_work(desk):
    report = desk.samples.fill()
    assert not report.refused
    assert len(report.imported) == 12
    states = desk.lists.counts().states
    assert all(
        states.get(state)
        for state in (
            State.DRAFT,
            State.FOR_REVIEW,
            State.RETURNED,
            State.APPROVED,
            State.SCHEDULED,
            State.PUBLISHED,
        )
    )
    again = desk.samples.fill()
    assert (again.imported, len(again.known)) == ((), 12)
    assert desk.lists.counts().states == states


def test_whoever_filled_a_library_with_samples_works_on_in_it(desk):
    desk = desk.with_person(Person("Wiebke Onnen", Role.CHIEF))
    desk.samples.fill()
    waiting = next(
        desk.writing.open(card.id) for card in desk.lists.page().items if card.state is State.FOR_REVIEW
    )
    assert desk.person.name in [one.name for one in desk.people.all()]
    assert desk.approval.move(waiting, Transition.APPROVE).article.state is State.APPROVED


def test_the_tour_shows_the_whole_road(desk, tmp_path):
    drawn = []

    def draw(library, folder):
        drawn.append(library)
        return [folder / "desk-light.png"]

    done = take(desk, tmp_path / "out", draw)
    assert drawn == [desk.library.location]
    assert done.pictures == (tmp_path / "out" / "desk-light.png",)
    assert not done.output.refused
    assert done.alike
    assert "headline-repeated" in {one.rule for _story, found in done.findings for one in found}
    assert {path.suffix for path in done.output.written} >= {".txt", ".html", ".docx", ".pdf"}


def test_a_window_that_cannot_be_drawn_costs_the_tour_its_pictures_alone(desk, tmp_path):
    def draw(_library, _folder):
        raise NotWritten(msg("No Qt here."))

    done = take(desk, tmp_path / "out", draw)
    assert (done.pictures, str(done.undrawn)) == ((), "No Qt here.")
    assert done.output.written
