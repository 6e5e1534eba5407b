from __future__ import annotations

import json
from pathlib import Path

import pytest
import qtawesome
from PySide6.QtGui import QKeySequence

from newsroom import translation
from newsroom.domain.workflow import Transition
from newsroom.gui.actions.situation import Situation
from newsroom.gui.actions.table import ENTRIES, MENUS
from newsroom.gui.icons import ROLES


def test_every_action_has_a_name_of_its_own_and_a_place_in_a_menu():
    assert len({entry.id for entry in ENTRIES}) == len(ENTRIES)
    assert all(MENUS.values())


def test_no_key_means_two_things():
    keys = [QKeySequence.fromString(entry.key).toString() for entry in ENTRIES if entry.key]
    assert all(keys)
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize(
    "entry", [entry for entry in ENTRIES if entry.choice != "language"], ids=lambda entry: entry.id
)
def test_every_action_is_said_in_german(entry):
    translation.use("de")
    try:
        assert translation._(entry.text)
        same = {"Link …", "&Format"}
        assert translation._(entry.text) != entry.text or entry.text in same
    finally:
        translation.use("en")


def test_every_icon_is_in_the_family():
    folder = Path(qtawesome.__file__).parent / "fonts"
    family = json.loads(next(folder.glob("phosphor-charmap*.json")).read_text(encoding="utf-8"))
    assert {name for name in ROLES.values() if name not in family} == set()
    assert {entry.icon for entry in ENTRIES if entry.icon} <= set(ROLES)


def test_nothing_but_the_window_itself_works_without_a_library():
    now = Situation()
    possible = {title for title, entries in MENUS.items() if any(entry.when(now) for entry in entries)}
    assert possible == {"&File", "&View", "&Help"}


def test_a_way_is_possible_only_where_the_story_may_go_it():
    submit = next(entry for entry in ENTRIES if entry.id == "submit")
    assert submit.when(Situation(ways=frozenset({Transition.SUBMIT})))
    assert not submit.when(Situation(ways=frozenset({Transition.APPROVE})))
