"""Taking a change of the other version over into the text that is open, as one step that can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.domain.body import Body, Paragraph
from newsroom.domain.counterpart import BODY, Home, home
from newsroom.domain.finding import Field, Place, Replacement
from newsroom.domain.ledger import Pen
from newsroom.domain.taking_over import Plain, content_taken_over, taken_over
from newsroom.gui.editor.tracking.hand import TrackingHand

if TYPE_CHECKING:
    from newsroom.desk.versions import Step
    from newsroom.domain.counterpart import Difference
    from newsroom.domain.tracking import Marker
    from newsroom.gui.editor.pane import EditorPane
    from newsroom.gui.editor.text_edit import TextEdit

LEAD = "lead"


def place_of(editor: EditorPane, step: Step, one: Difference) -> Home | None:
    """Give where a change belongs in the open text; None where what it changes is not there."""
    if one.field != BODY:
        return Home(0, 1, same=_own(editor, one.field) == one.before)
    return home(editor.body_edit.body(), step.considered, one)


def _own(editor: EditorPane, field: str) -> object:
    return editor.lead.content() if field == LEAD else getattr(editor, field).text()


def take_over(editor: EditorPane, step: Step, one: Difference) -> bool:
    """Bring a change into the open text, tracked where changes are; tell whether it had a place."""
    where = place_of(editor, step, one)
    if where is None:
        return False
    if one.field == BODY:
        edit = editor.body_edit
        edit.rewrite(taken_over(edit.body(), where, one, _pen(edit)))
    elif one.field == LEAD:
        content = content_taken_over(editor.lead.content(), one.after, _pen(editor.lead))
        editor.lead.rewrite(Body((Paragraph(content),)))
    else:
        field = Field(one.field)
        length = len(getattr(editor, one.field).text())
        editor.apply([Replacement(Place(field, end=length), one.after)])
    return True


def _pen(edit: TextEdit) -> Marker:
    return Pen(edit.hand.ledger) if isinstance(edit.hand, TrackingHand) else Plain()
