"""The house's rules and learned words at the desk."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from newsroom.desk import open_desk
from newsroom.domain.errors import NotAllowed
from newsroom.domain.house_rule import HouseRule
from newsroom.domain.person import Role


@pytest.fixture
def desk(tmp_path):
    with open_desk(tmp_path / "library.newsroom", "Imke Sanders") as desk:
        yield desk


HANDY = HouseRule("Handy", "Mobiltelefon", "Hausstil")


def test_rules_are_kept_in_the_order_of_their_words(desk):
    desk.rules.put([HouseRule("Zoo", "Tiergarten"), HANDY, HouseRule("auto", "Wagen")])
    assert [rule.word for rule in desk.rules.all()] == ["auto", "Handy", "Zoo"]


def test_a_rule_takes_the_place_of_one_of_the_same_word_and_a_renamed_one_goes(desk):
    desk.rules.put([HANDY, HouseRule("Auto", "Wagen")])
    desk.rules.put([HouseRule("Handy", "Telefon", in_quotes=True)])
    desk.rules.put([HouseRule("Autos", "Wagen")], ["Auto"])
    assert desk.rules.all() == (HouseRule("Autos", "Wagen"), HouseRule("Handy", "Telefon", in_quotes=True))


def test_a_change_is_one_change_of_the_library_that_others_see(desk, tmp_path):
    with open_desk(tmp_path / "library.newsroom") as other:
        before = other.library.seq()
        desk.rules.put([HANDY, HouseRule("Auto", "Wagen")])
        assert other.library.seq() != before
        assert len(other.rules.all()) == 2


def test_two_who_teach_at_once_lose_nothing(desk, tmp_path):
    with open_desk(tmp_path / "library.newsroom") as other, ThreadPoolExecutor(2) as both:
        for each in [
            both.submit(one.rules.learn, f"{name}{number}")
            for number in range(8)
            for one, name in ((desk, "a"), (other, "b"))
        ]:
            each.result()
    assert len(desk.rules.learned()) == 16


def test_a_word_that_was_taught_can_be_taken_back(desk):
    desk.rules.learn("Lindholm", "Quist")
    desk.rules.forget("Quist")
    assert desk.rules.learned() == ("Lindholm",)


def test_only_a_duty_editor_changes_what_holds_for_all(desk, tmp_path):
    desk.people.add("Malin Torbeck", Role.CHIEF)
    desk.people.add("Jelto Wiarda", Role.JOURNALIST)
    with open_desk(tmp_path / "library.newsroom", "Jelto Wiarda") as journalist, pytest.raises(NotAllowed):
        journalist.rules.learn("Lindholm")


def test_a_table_goes_out_and_comes_back(desk, tmp_path):
    desk.rules.put([HANDY, HouseRule("=1", "eins", in_quotes=True)])
    desk.rules.write(tmp_path / "rules.csv")
    assert set(desk.rules.read(tmp_path / "rules.csv").rules) == set(desk.rules.all())
