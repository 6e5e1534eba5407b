"""The window: its frame, seen at once, then its parts, built in their places right after that.

What the parts do is wired in `wiring`, once a library is open. Nothing that the frame does not show is
imported with this file.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QMainWindow, QWidget

from newsroom.gui import frame
from newsroom.translation import _

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPaintEvent
    from PySide6.QtWidgets import QVBoxLayout

    from newsroom.gui.actions.actions import Actions
    from newsroom.gui.bars.notice_bar import NoticeBar
    from newsroom.gui.bars.status_bar import StatusBar
    from newsroom.gui.bars.top_bar import TopBar
    from newsroom.gui.browser.sidebar import Sidebar
    from newsroom.gui.browser.story_list import StoryList
    from newsroom.gui.columns import Columns
    from newsroom.gui.kept import Kept
    from newsroom.gui.panels.panel import Panel
    from newsroom.gui.story_pane import StoryPane
    from newsroom.gui.tasks import Tasks
    from newsroom.gui.theme.tokens import Palette
    from newsroom.gui.theme.wardrobe import Wardrobe


class MainWindow(QMainWindow):
    """Top bar, columns, status bar; emits `painted` once, after its frame was seen for the first time."""

    painted = Signal()
    closing = Signal()
    dropped = Signal(object)
    cancel_asked = Signal()

    actions_: Actions
    top: TopBar
    notice: NoticeBar
    sidebar: Sidebar
    stories: StoryList
    story: StoryPane
    panel: Panel
    columns: Columns
    status: StatusBar
    _centre: QVBoxLayout

    def __init__(self, wardrobe: Wardrobe, kept: Kept) -> None:
        super().__init__()
        self.wardrobe, self.kept = wardrobe, kept
        self.built = False
        self.whole: QWidget | None = None
        """What stands in the place of bars and columns."""
        self._was_painted = False
        self.setWindowTitle("Newsroom")
        self._restore()

    @cached_property
    def tasks(self) -> Tasks:
        """Give the threads that work for this window."""
        from newsroom.gui.tasks import Tasks

        return Tasks(self)

    def build(self) -> None:
        """Build the parts in the places that the frame holds for them."""
        self.wardrobe.lay_out()
        self._make_bars()
        self._make_columns()
        self._lay_out()
        self.wardrobe.dress()
        self._show_waiting()
        self.wardrobe.changed.connect(self._wear)
        self.setAcceptDrops(True)
        self.built = True

    def _make_bars(self) -> None:
        from newsroom.gui.actions.actions import Actions
        from newsroom.gui.bars.notice_bar import NoticeBar
        from newsroom.gui.bars.status_bar import StatusBar
        from newsroom.gui.bars.top_bar import TopBar

        icons = self.wardrobe.icons
        self.actions_ = Actions(self, icons)
        self.actions_.fill(self.menuBar())
        self.menuBar().setFixedHeight(frame.menu_height() or self.menuBar().sizeHint().height())
        self.top = TopBar(self.actions_)
        self.notice = NoticeBar(icons)
        self.status = StatusBar(self.cancel_asked.emit)

    def _make_columns(self) -> None:
        from newsroom.gui.browser.side_pane import SidePane
        from newsroom.gui.browser.sidebar import Sidebar
        from newsroom.gui.browser.story_list import StoryList
        from newsroom.gui.columns import Columns
        from newsroom.gui.panels.panel import Panel
        from newsroom.gui.story_pane import StoryPane

        icons, palette = self.wardrobe.icons, self.wardrobe.palette
        self.sidebar = Sidebar(palette)
        self.sidebar.setAccessibleName(_("Places"))
        self.stories = StoryList(self.tasks, palette, icons, self.actions_)
        self.story = StoryPane(self.actions_, icons)
        self.panel = Panel(self.tasks, palette, icons)
        side = SidePane(self.sidebar, self.actions_)
        self.columns = Columns(side, self.stories, self.story, self.panel)
        widths = self.kept.numbers("widths")
        if widths:
            self.columns.set_widths(widths)
        if self.kept.word("more") == "open":
            self.panel.publication.further.unfold()

    def _lay_out(self) -> None:
        from newsroom.gui.parts import down

        centre = QWidget()
        column = self._centre = down(centre, 0)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self.top, self.notice):
            column.addWidget(part)
        column.addWidget(self.columns, 1)
        column.addWidget(self.status)
        self.setCentralWidget(centre)

    def _show_waiting(self) -> None:
        """Show an empty desk while the library is opened."""
        self.story.blank.say("", "", "")
        self.panel.setEnabled(False)
        self.stories.title.setText(_("Opening the library …"))
        self.stories.show_order(None)

    def put_whole(self, view: QWidget) -> None:
        """Show a view in the place of bars and columns; messages stay above it."""
        if self._centre.indexOf(view) < 0:
            self._centre.addWidget(view, 1)
        self.whole = view
        for part in (self.top, self.columns, self.status):
            part.hide()
        view.show()

    def take_whole(self) -> None:
        """Show bars and columns again."""
        if self.whole is not None:
            self.whole.hide()
            self.whole = None
            for part in (self.top, self.columns, self.status):
                part.show()

    def show_page(self, name: str) -> None:
        """Show a page of the panel, which is unfolded where it was folded away."""
        if not self.panel.isVisible():
            self.columns.fold_panel()
        self.panel.show_page(name)

    def _wear(self, palette: Palette) -> None:
        self.sidebar.wear(palette)
        self.stories.wear(palette)
        self.panel.history.wear(palette)

    # State that is kept

    def _restore(self) -> None:
        self.resize(frame.first_size(self.screen().availableSize()))
        self.setMinimumSize(frame.LEAST)
        geometry = self.kept.bytes("geometry")
        if not geometry.isEmpty():
            self.restoreGeometry(geometry)

    def keep(self) -> None:
        """Keep where the window stands and how wide its columns are."""
        self.kept.keep("geometry", self.saveGeometry())
        if self.built:
            self._keep_parts()
        self.kept.sync()

    def _keep_parts(self) -> None:
        if self.columns.widths():
            self.kept.keep("widths", self.columns.widths())
        self.kept.keep("more", "open" if self.panel.publication.further.unfolded else "")

    # What Qt calls

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame until the parts stand; tell once that it was seen, after Qt is done with painting."""
        super().paintEvent(event)
        if not self.built:
            self._paint_frame()
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def _paint_frame(self) -> None:
        painter = QPainter(self)
        widths = self.kept.numbers("widths")
        frame.paint(painter, self.size(), self.wardrobe.palette, widths, _("Opening the library …"))
        painter.end()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the window's state, let the story be saved, and wait until that is written."""
        self.keep()
        self.closing.emit()
        self.tasks.close()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, wherever they are dropped."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()
            self.notice.say("calm", _("Drop the files to import them."))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Forget about files that were not dropped."""
        super().dragLeaveEvent(event)
        self.notice.dismiss()

    def dropEvent(self, event: QDropEvent) -> None:
        """Import the files that were dropped."""
        self.notice.dismiss()
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self.dropped.emit(files)
