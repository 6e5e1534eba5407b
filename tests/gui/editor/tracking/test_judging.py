"""Judging in the window is judging in the model."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QWidget

from newsroom.domain.body import normal_body
from newsroom.domain.changes import change_ids, final, original
from newsroom.domain.deciding import Verdict, accept, reject
from newsroom.gui.editor.bridge import read
from newsroom.gui.editor.look import EditorLook
from newsroom.gui.editor.text_edit import TextEdit
from newsroom.gui.editor.tracking.judging import judge
from tests.strategies import CHANGE_IDS, bodies, change_lists

LAW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
some_ids = st.frozensets(st.sampled_from(CHANGE_IDS))


@pytest.fixture
def edit(qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    field = TextEdit(EditorLook(), "Text", holder)
    field.holder = holder  # which owns it
    return field


@LAW
@given(source=bodies(), ids=some_ids)
@pytest.mark.long
def test_accepting_some_changes_is_as_in_the_model(edit, source, ids):
    edit.set_body(source)
    judge(edit, Verdict(ids))
    assert edit.body() == normal_body(accept(source, ids))
    assert read(edit.document()) == edit.body()
    edit.undo()
    assert edit.body() == source


@LAW
@given(source=bodies(), ids=some_ids, changes=change_lists())
@pytest.mark.long
def test_rejecting_some_changes_is_as_in_the_model(edit, source, ids, changes):
    edit.set_body(source)
    judge(edit, Verdict(ids, accept=False, changes={change.id: change for change in changes}))
    assert edit.body() == normal_body(reject(source, ids, changes))


@LAW
@given(source=bodies(), changes=change_lists())
@pytest.mark.long
def test_all_accepted_is_the_final_text_and_all_rejected_the_original(edit, source, changes):
    edit.set_body(source)
    judge(edit, Verdict(change_ids(source)))
    assert edit.body() == final(source)
    edit.set_body(source)
    judge(edit, Verdict(change_ids(source), accept=False, changes={one.id: one for one in changes}))
    assert edit.body() == original(source, changes)
