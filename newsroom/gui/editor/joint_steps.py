"""One undo for what changed several fields of the page at once, such as replacing in headline and text."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from newsroom.gui.editor.text_edit import TextEdit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsroom.gui.editor.line_field import LineField

    Field = LineField | TextEdit
    Step = dict[Field, tuple[int, int]]

MOST = 100
"""So many joint steps are remembered; older ones are undone field by field."""


class JointSteps:
    """Remembers which steps of the fields belong together, by how many steps each could undo before and after."""

    def __init__(self, fields: Iterable[Field]) -> None:
        self._fields = tuple(fields)
        self._steps: list[Step] = []

    def forget(self) -> None:
        """Forget all steps; another story is shown."""
        self._steps.clear()

    @contextmanager
    def gathered(self) -> Iterator[None]:
        """Take all that happens inside as one step."""
        before = {field: _depth(field) for field in self._fields}
        yield
        self.add(before)

    def depths(self) -> dict[Field, int]:
        """Give how many steps each field can undo now."""
        return {field: _depth(field) for field in self._fields}

    def add(self, before: dict[Field, int]) -> None:
        """Take all that happened since the depths given as one step."""
        moved = {field: (deep, _depth(field)) for field, deep in before.items() if _depth(field) != deep}
        if moved:
            self._steps = [*self._steps[-MOST:], moved]

    def undo(self, field: Field) -> None:
        """Undo the last step of a field, and with it what belongs to it; what was replaced last comes first."""
        last = self._steps[-1] if self._steps else {}
        if last and not _untouched(last, 1):
            last = next((step for step in reversed(self._steps) if _stands(step, field, 1)), {})
        if not last:
            field.undo()
        for one, (_before, after) in last.items():
            if _depth(one) == after:
                one.undo()

    def redo(self, field: Field) -> None:
        """Redo the step of a field that was undone last, and with it what belongs to it."""
        step = next((step for step in self._steps if _stands(step, field, 0)), {})
        if not step:
            field.redo()
        for one, (before, _after) in step.items():
            if _depth(one) == before:
                one.redo()


def _depth(field: Field) -> int:
    return field.dressing.depth() if isinstance(field, TextEdit) else field.document().availableUndoSteps()


def _stands(step: Step, field: Field, end: int) -> bool:
    return field in step and step[field][end] == _depth(field)


def _untouched(step: Step, end: int) -> bool:
    return all(_depth(field) == depths[end] for field, depths in step.items())
