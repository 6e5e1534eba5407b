"""Bringing pictures into the open story, and telling about the one that is chosen."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen, QTextCursor
from PySide6.QtWidgets import QFileDialog

from newsroom.domain.errors import Known
from newsroom.gui.editor.bridge.properties import Inset
from newsroom.gui.editor.insets import box_of, inset_at, inset_under
from newsroom.gui.editor.pictures import arriving, giving, keys, verbs
from newsroom.gui.editor.pictures.arriving import Found
from newsroom.gui.editor.pictures.panel_page import PicturePage
from newsroom.gui.editor.pictures.previews import Previews
from newsroom.gui.faults import words_of
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QMenu

    from newsroom.desk import Desk
    from newsroom.domain.body import Body, Picture
    from newsroom.gui.room import Room

PAGE = "picture"


class Illustrating(QObject):
    """Puts pictures into the text, shows them, and keeps the panel's page on the chosen one."""

    taken = Signal()
    """Pictures that were offered stand in the text, or it was told why not."""

    def __init__(self, room: Room) -> None:
        super().__init__(room.window)
        self._room, self._edit = room, room.editor.body_edit
        self.previews = Previews(room.desk, room.tasks, self)
        self.page = PicturePage(self._edit, self.previews)
        self._waiting = 0
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._follow)
        self._connect()

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Give what its actions do."""
        return {"insert-picture": self.choose}

    def _connect(self) -> None:
        edit, panel = self._edit, self._room.window.panel
        edit.set_gallery(self.previews)
        edit.pasting.wanters.append(self._wants)
        edit.pasting.takers.append(self._take)
        edit.key_takers.append(self._answers)
        edit.packers.append(self._pack)
        edit.overlays.append(self._frame)
        edit.menu_makers.append(self._fill_menu)
        edit.viewport().installEventFilter(self)
        panel.add_page(PAGE, _("Picture"), "picture", self.page)
        panel.show_tab(PAGE, shown=False)
        self.previews.sized.connect(self._sized)
        self.previews.arrived.connect(edit.viewport().update)
        edit.caret_moved.connect(self._soon.start)
        edit.textChanged.connect(self._soon.start)
        self._room.session.opened.connect(self._opened)
        self._room.session.closed.connect(self._follow)
        self.page.replace_asked.connect(self._choose_other)

    def _opened(self, _opened: object) -> None:
        house = self._room.desk.house
        self.page.set_print(house.picture_dpi, house.picture_print_width)
        self._follow()

    # Bringing in

    def choose(self) -> None:
        """Ask for files and put them behind the paragraph of the caret."""
        self._ask(_("Insert picture"), QFileDialog.FileMode.ExistingFiles, self.bring)

    def _choose_other(self) -> None:
        self._ask(_("Replace picture"), QFileDialog.FileMode.ExistingFile, self._replace)

    def _ask(self, title: str, mode: QFileDialog.FileMode, call: Callable[[Sequence[str]], None]) -> None:
        chooser = QFileDialog(self._room.window, title)
        chooser.setFileMode(mode)
        endings = " ".join(f"*{ending}" for ending in sorted(arriving.ENDINGS))
        chooser.setNameFilter(_("Pictures ({endings})", endings=endings))
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.filesSelected.connect(call)
        chooser.open()

    def bring(self, names: Sequence[str]) -> None:
        """Put the pictures of files into the text."""
        from pathlib import Path

        self._begin(tuple(Found(path=Path(name)) for name in names))

    def _wants(self, source: QMimeData) -> bool:
        return arriving.offers(source)

    def _take(self, source: QMimeData) -> bool:
        if not arriving.offers(source) or self._edit.isReadOnly():
            return False
        self._begin(arriving.found(source))
        return True

    def _pack(self, body: Body, data: QMimeData) -> None:
        """Let other programs have the pictures of what is copied."""
        giving.give(self._room.desk, self._room.tasks, body, data)

    def _begin(self, offered: tuple[Found, ...]) -> None:
        place = QTextCursor(self._edit.textCursor())
        place.setPosition(place.selectionEnd())
        self._work(offered, partial(self._put, place))

    def _work(self, offered: tuple[Found, ...], put: Callable[[Sequence[Picture]], None]) -> None:
        """Take pictures in off the window's thread; put them if the same story is still open for writing."""
        story = self._room.session.article
        if not offered or story is None or self._edit.isReadOnly():
            return
        self._waiting += 1
        self._room.window.status.busy(_("Taking pictures in …"), 0, 0)
        work = partial(_taken, self._room.desk, offered, story.spoken_language)
        came = partial(self._came, story.uid, put)
        self._room.tasks.read(
            work, came, self._fail
        )  # decoding may take seconds, for which no draft shall wait

    def _came(
        self, uid: str, put: Callable[[Sequence[Picture]], None], came: tuple[list[Picture], list[str]]
    ) -> None:
        self._rest()
        pictures, refused = came
        story = self._room.session.article
        if pictures and story is not None and story.uid == uid and not self._edit.isReadOnly():
            put(pictures)
        elif pictures:
            refused.append(_("The story was left before its pictures were there. Insert them again."))
        if refused:
            self._room.say("warn", " ".join(refused))
        self.taken.emit()

    def _rest(self) -> None:
        self._waiting -= 1
        if not self._waiting:
            self._room.window.status.rest()

    def _fail(self, error: BaseException) -> None:
        self._rest()
        self._room.fail(error)
        self.taken.emit()

    def _put(self, place: QTextCursor, pictures: Sequence[Picture]) -> None:
        verbs.put(self._edit, place, pictures)
        self._follow()
        self._room.window.panel.show_page(PAGE)

    def _replace(self, names: Sequence[str]) -> None:
        from pathlib import Path

        shown = self.page.shown
        if shown is not None and names:
            place = QTextCursor(self._edit.document())
            place.setPosition(shown.position)
            self._work((Found(path=Path(names[0])),), partial(self._put_instead, place))

    def _put_instead(self, place: QTextCursor, pictures: Sequence[Picture]) -> None:
        shown = verbs.at(place.block())
        if shown is not None:
            verbs.change(self._edit, shown.position, pictures[0])
            self._follow()

    # The chosen picture

    def _answers(self, event: QKeyEvent) -> bool:
        return keys.answered(self._edit, event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Select the picture that is clicked, once Qt has placed its caret; a second click describes it."""
        if isinstance(event, QMouseEvent) and event.button() == Qt.MouseButton.LeftButton:
            clicked = event.type() == QEvent.Type.MouseButtonRelease
            twice = event.type() == QEvent.Type.MouseButtonDblClick
            place = self._under(event) if clicked or twice else None
            if place is not None and (twice or not self._drawn_over(place)):
                verbs.choose(self._edit, place)
                self._follow()
                self._room.window.panel.show_page(PAGE)
            if place is not None and twice:
                self.describe()
                return True
        return super().eventFilter(watched, event)

    def _under(self, event: QMouseEvent) -> int | None:
        place = inset_under(self._edit, event.position().toPoint())
        found = place is not None and inset_at(self._edit.document(), place) == Inset.PICTURE
        return place if found else None

    def _drawn_over(self, place: int) -> bool:
        """Tell whether more than the picture at a place was selected by drawing over it."""
        cursor = self._edit.textCursor()
        return cursor.hasSelection() and (cursor.selectionStart(), cursor.selectionEnd()) != (
            place,
            place + 1,
        )

    def describe(self) -> None:
        """Go to the words of the chosen picture, in the panel."""
        if self.page.shown is not None:
            self._room.window.show_page(PAGE)
            self.page.alternative.setFocus()

    def _fill_menu(self, menu: QMenu, place: QTextCursor) -> None:
        shown = verbs.at(place.block())
        if shown is None:
            return
        verbs.choose(self._edit, shown.position)
        self._follow()
        menu.addAction(_("Describe and crop …")).triggered.connect(self.describe)
        if not self._edit.isReadOnly():
            menu.addAction(_("Replace picture …")).triggered.connect(self._choose_other)
            menu.addAction(_("Remove picture")).triggered.connect(self._remove)

    def _remove(self) -> None:
        shown = verbs.meant(self._edit)
        if shown is not None:
            verbs.remove(self._edit, shown)

    def _follow(self) -> None:
        """Show the picture the caret is at on the panel's page, which is hidden where there is none."""
        shown = None if self._room.session.article is None else verbs.meant(self._edit)
        panel = self._room.window.panel
        if (shown is None) != (self.page.shown is None):
            panel.show_tab(PAGE, shown=shown is not None)
        if shown != self.page.shown:
            self.page.show_picture(shown, read_only=self._edit.isReadOnly())

    def _frame(self, painter: QPainter, _rect: QRect) -> None:
        """Draw a frame around the picture that is selected."""
        chosen = verbs.chosen(self._edit) if self._edit.textCursor().hasSelection() else None
        if chosen is None:
            return
        box = box_of(self._edit, chosen.position)
        painter.setPen(QPen(QColor(self._edit.look.accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        size = self._edit.insets.pictures.shown(self._edit.document(), chosen.picture)
        painter.drawRect(QRect(QPointF(box.topLeft()).toPoint(), size).adjusted(1, 1, -1, -1))

    def _sized(self) -> None:
        """Lay the pictures out anew, now that their shapes are known."""
        document = self._edit.document()
        block = document.begin()
        while block.isValid():
            if verbs.at(block):
                document.markContentsDirty(block.position(), block.length())
            block = block.next()
        self._edit.viewport().update()
        self.page.show_size()


def _taken(desk: Desk, offered: tuple[Found, ...], language: str) -> tuple[list[Picture], list[str]]:
    """Take pictures in, and say of each that is refused why."""
    pictures: list[Picture] = []
    refused: list[str] = []
    for one in offered:
        try:
            pictures.append(arriving.take(desk, one, language))
        except Known as error:
            words = words_of(error)
            refused.append(_("{file}: {reason}", file=one.name, reason=words) if one.name else words)
    return pictures, refused
