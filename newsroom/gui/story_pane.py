"""The middle of the window: tool bar, notice, and the editor or what stands in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QToolButton, QWidget

from newsroom.gui.bars.format_bar import FormatBar
from newsroom.gui.parts import Blank, down

if TYPE_CHECKING:
    from newsroom.gui.actions.actions import Actions
    from newsroom.gui.editor.pane import EditorPane
    from newsroom.gui.icons import Icons


class StoryPane(QWidget):
    """Holds the editor once it is built, which waits until the window stands."""

    def __init__(self, actions: Actions, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("storyPane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.format_bar = FormatBar(actions)
        self._fold = _fold_button(actions)
        self.format_bar.close_with(self._fold)
        self.blank = Blank(icons)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.blank)
        self.halves = QSplitter(Qt.Orientation.Horizontal)
        self.halves.setHandleWidth(1)
        self.halves.setChildrenCollapsible(False)
        self.halves.addWidget(self.stack)
        column = self._column = down(self, 0)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.format_bar)
        column.addWidget(self.halves, 1)

    def hold(self, editor: EditorPane) -> None:
        """Take the editor in, not shown yet; Tab comes to it after the tool bar, before the panel."""
        self.stack.addWidget(editor)
        self.editor = editor
        before: QWidget = self._fold
        for field in editor.fields:
            QWidget.setTabOrder(before, field)
            before = field

    def add_bar(self, bar: QWidget) -> None:
        """Put a bar between the tool bar and the text."""
        self._column.insertWidget(self._column.count() - 1, bar)

    def show_editor(self) -> None:
        """Show the editor."""
        self.format_bar.setEnabled(True)
        self.stack.setCurrentWidget(self.editor)

    def show_view(self, view: QWidget) -> None:
        """Show another view of the story in the editor's place; its tool bar waits."""
        if self.stack.indexOf(view) < 0:
            self.stack.addWidget(view)
        self.stack.setCurrentWidget(view)
        self.format_bar.setEnabled(False)

    def leave_view(self) -> None:
        """Show the editor again in the place of another view."""
        self.format_bar.setEnabled(True)
        if self.stack.currentWidget() is not self.blank:
            self.stack.setCurrentWidget(self.editor)

    def show_beside(self, other: QWidget) -> None:
        """Show another story at the right of this one, both equally wide."""
        self.halves.addWidget(other)
        other.show()
        for half in (self.stack, other):
            self.halves.setStretchFactor(self.halves.indexOf(half), 1)
        self.halves.setSizes([self.halves.width()] * 2)

    def show_blank(self) -> None:
        """Show what stands in the editor's place."""
        self.format_bar.setEnabled(True)
        self.stack.setCurrentWidget(self.blank)


def _fold_button(actions: Actions) -> QToolButton:
    made = QToolButton()
    made.setDefaultAction(actions["fold-panel"])
    made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    made.setIconSize(QSize(18, 18))
    made.setFixedSize(30, 30)
    made.setAccessibleName(actions["fold-panel"].text())
    return made
