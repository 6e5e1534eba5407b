from __future__ import annotations

import pytest

from newsroom.domain.errors import WrongValue
from newsroom.domain.person import Role


def test_with_the_second_person_the_four_eyes_rule_begins(desk):
    desk.people.add("Malin Torbeck", Role.JOURNALIST)
    assert not desk.house.four_eyes
    desk.people.add("Jelto Wiarda", Role.EDITOR)
    assert desk.house.four_eyes


def test_adding_someone_again_changes_the_role(desk):
    desk.people.add("Malin Torbeck", Role.JOURNALIST, "mto")
    again = desk.people.add("malin  torbeck", Role.EDITOR)
    assert [(one.name, one.role, one.sign_off) for one in desk.people.all()] == [
        ("Malin Torbeck", Role.EDITOR, "mto")
    ]
    assert again.id


@pytest.mark.parametrize("name", ["", "  ", "x" * 121, "a\x1bb"])
def test_a_person_needs_a_name(desk, name):
    with pytest.raises(WrongValue):
        desk.people.add(name, Role.JOURNALIST)
