"""The page of a story: kicker, headline, deck, lead and text under each other, scrolling as one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from newsroom.domain.body import Body, Paragraph
from newsroom.domain.finding import HEADER, Field
from newsroom.domain.inline import plain
from newsroom.gui.editor.bridge.properties import Kind
from newsroom.gui.editor.line_field import LineField
from newsroom.gui.editor.link_dialog import ask_for_link, ask_to_open
from newsroom.gui.editor.look import EditorLook
from newsroom.gui.editor.notice import Notice, NoticeAction
from newsroom.gui.editor.text_edit import TextEdit
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QTextCursor

    from newsroom.domain.article import Article
    from newsroom.domain.finding import Finding, Place, Replacement
    from newsroom.domain.marks import Mark
    from newsroom.gui.editor.clipboard import HtmlReader
    from newsroom.gui.editor.document import Pictures

KINDS = {
    "paragraph": (Kind.PARAGRAPH, False),
    "crosshead": (Kind.CROSSHEAD, False),
    "quote": (Kind.QUOTE, False),
    "bullets": (Kind.ITEM, False),
    "numbers": (Kind.ITEM, True),
}
MARGIN = 64


class EditorPane(QScrollArea):
    """Shows one story and gives it back with what was written into it."""

    edited = Signal()
    headline_edited = Signal(str)
    selection_changed = Signal(int, int)
    block_format_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._article: Article | None = None
        self._look = EditorLook()
        self._quiet = False
        self._hint, self._warning = 90, 120
        self._sheet = QWidget(self)
        self._column = QWidget(self._sheet)
        self._make_fields()
        self._lay_out()
        self._connect()
        self.set_look(self._look)

    def _make_fields(self) -> None:
        self.kicker = LineField(_("Kicker"), _("Kicker"), self._column)
        self.headline = LineField(_("Headline"), _("Headline"), self._column)
        self.subheadline = LineField(_("Subheadline"), _("Subheadline"), self._column)
        self.count = QLabel(self._column)
        self.notice = Notice(self._column)
        self.lead = TextEdit(self._look, _("Lead"), self._column, single=True)
        self.lead.setPlaceholderText(_("Lead …"))
        self.body_edit = TextEdit(self._look, _("Text"), self._column)
        self.body_edit.setPlaceholderText(_("Text …"))
        self._fields: tuple[LineField | TextEdit, ...] = (
            self.kicker,
            self.headline,
            self.subheadline,
            self.lead,
            self.body_edit,
        )

    def _lay_out(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        rows = QVBoxLayout(self._column)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        for widget in (self.kicker, self.headline, self.subheadline, self.count, self.notice):
            rows.addWidget(widget)
        rows.addSpacing(12)
        rows.addWidget(self.lead)
        rows.addSpacing(12)
        rows.addWidget(self.body_edit)
        rows.addStretch(1)
        outer = QHBoxLayout(self._sheet)
        outer.setContentsMargins(MARGIN, 32, MARGIN, MARGIN)
        outer.addStretch(1)
        outer.addWidget(self._column, 1000)  # the margins grow only once the measure is reached
        outer.addStretch(1)
        self.setWidget(self._sheet)

    def _connect(self) -> None:
        for field in self._fields:
            field.textChanged.connect(self._edited)
            field.leaving.connect(self._leave)
            field.paste_told.connect(self.show_notice)
            field.installEventFilter(self)
        self.headline.textChanged.connect(self._headline_changed)
        self.subheadline.textChanged.connect(self._show_deck)
        for edit in (self.lead, self.body_edit):
            edit.caret_moved.connect(self._caret_moved)
            edit.link_asked.connect(self._open_link)
        for line in (self.kicker, self.headline, self.subheadline):
            line.cursorPositionChanged.connect(self._keep_in_sight)

    # What is shown and what was written

    def set_article(self, article: Article, read_only: bool = False) -> None:
        """Show a story; a body with parts of a newer version is read-only in any case."""
        self._quiet = True
        self._article = article
        self.kicker.set_text(article.kicker)
        self.headline.set_text(article.headline)
        self.subheadline.set_text(article.subheadline)
        self.lead.set_body(Body((Paragraph(article.lead),)))
        self.body_edit.set_body(article.body)
        for field in self._fields:
            field.setReadOnly(read_only or article.body.read_only)
        self.notice.say("", ())
        self.verticalScrollBar().setValue(0)
        self._quiet = False
        self._headline_changed()
        self._show_deck()

    def article(self) -> Article:
        """Give the story as it stands on the page; fields that were not touched are the same objects."""
        assert self._article is not None
        content = self.lead.content()
        self._article = replace(
            self._article,
            kicker=self.kicker.text(),
            headline=self.headline.text(),
            subheadline=self.subheadline.text(),
            lead=content if content != self._article.lead else self._article.lead,
            body=self.body_edit.body(),
        )
        return self._article

    def update_fields(self, article: Article) -> None:
        """Take over what changed beside the text (saved version, metadata) and leave the text alone."""
        self._article = article

    def set_limits(self, hint: int, warning: int) -> None:
        """Say from which length a headline's count is amber and from which it is too long."""
        self._hint, self._warning = hint, warning
        self._headline_changed()

    def set_sources(self, pictures: Pictures, read_html: HtmlReader) -> None:
        """Say where pictures' bytes are, and who makes a body of pasted HTML."""
        self.body_edit.set_pictures(pictures)
        for edit in (self.lead, self.body_edit):
            edit.read_html = read_html

    def show_notice(self, text: str, actions: Iterable[NoticeAction] = ()) -> None:
        """Say one sentence under the headline, with what can be done; an empty one says nothing."""
        self.notice.say(text, tuple(actions))

    # Editing, for the tool bar and the panels

    def toggle_mark(self, mark: Mark) -> None:
        """Put a mark on the selected text or take it off."""
        self._active().toggle_mark(mark)

    def set_block(self, kind: str) -> None:
        """Turn the paragraphs of the selection into paragraph, crosshead, quote, bullets or numbers."""
        chosen, ordered = KINDS[kind]
        self.body_edit.set_kind(chosen, ordered=ordered)
        self._caret_moved()

    def clear_marks(self) -> None:
        """Take emphasis and links off the selected text."""
        self._active().clear_marks()

    def insert_link(self) -> None:
        """Ask for an address and put it on the selected text."""
        ask_for_link(self._active(), self)

    def undo(self) -> None:
        """Undo the last step of the field that is being edited."""
        self._focused().undo()

    def redo(self) -> None:
        """Redo the step that was undone last."""
        self._focused().redo()

    def paste_plain(self) -> None:
        """Paste the clipboard's text alone."""
        from PySide6.QtGui import QGuiApplication

        field = self._focused()
        data = QGuiApplication.clipboard().mimeData()
        if isinstance(field, TextEdit):
            field.paste_plain(data)
        else:
            field.insertFromMimeData(data)

    def apply(self, replacements: Iterable[Replacement]) -> None:
        """Put texts in the place of stretches, the last place first, as one undo step of each field."""
        chosen = sorted(replacements, key=lambda one: (one.place.block, one.place.start), reverse=True)
        by_field: dict[Field, list[Replacement]] = {}
        for one in chosen:
            by_field.setdefault(one.place.field, []).append(one)
        for field, several in by_field.items():
            self._replace(field, several)

    def _replace(self, field: Field, several: list[Replacement]) -> None:
        widget = self._widget(field)
        if widget is None:
            return
        hand = widget.textCursor()
        hand.beginEditBlock()
        try:
            for one in several:
                found = self._cursor(widget, one.place)
                hand.setPosition(min(found.selectionStart() + 1, found.selectionEnd()))
                form = hand.charFormat()  # the first word's, not that of what stands before it
                hand.setPosition(found.selectionStart())
                hand.setPosition(found.selectionEnd(), hand.MoveMode.KeepAnchor)
                hand.insertText(one.text, form)
        finally:
            hand.endEditBlock()

    def jump(self, place: Place) -> None:
        """Go to a place: its field has the focus, its stretch is selected and in sight."""
        widget = self._widget(place.field)
        if widget is None:
            return
        if widget is self.subheadline:
            widget.show()
        cursor = self._cursor(widget, place)
        widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
        widget.setTextCursor(cursor)
        self._keep_in_sight()

    def marks(self, findings: Iterable[Finding]) -> None:
        """Underline the places of findings, calmly."""
        from newsroom.gui.editor.underlines import underline

        places = [finding.place for finding in findings if finding.place.end > finding.place.start]
        for field, widget in ((Field.LEAD, self.lead), (Field.BODY, self.body_edit)):
            mine = [self._cursor(widget, place) for place in places if place.field is field]
            underline(widget, mine, self._look)

    def _cursor(self, widget: LineField | TextEdit, place: Place) -> QTextCursor:
        if isinstance(widget, TextEdit):
            return widget.select(max(place.block, 0) if place.block != HEADER else 0, place.start, place.end)
        cursor = widget.textCursor()
        size = len(widget.text())
        cursor.setPosition(min(place.start, size))
        cursor.setPosition(min(place.end, size), cursor.MoveMode.KeepAnchor)
        return cursor

    def _widget(self, field: Field) -> LineField | TextEdit | None:
        fields: dict[Field, LineField | TextEdit] = {
            Field.KICKER: self.kicker,
            Field.HEADLINE: self.headline,
            Field.SUBHEADLINE: self.subheadline,
            Field.LEAD: self.lead,
            Field.BODY: self.body_edit,
        }
        return fields.get(field)

    def _active(self) -> TextEdit:
        return self.lead if self._focused() is self.lead else self.body_edit

    def _focused(self) -> LineField | TextEdit:
        last = self.focusWidget()
        return next((field for field in self._fields if field is last), self.body_edit)

    # What the fields tell

    def _edited(self) -> None:
        if not self._quiet:
            self.edited.emit()

    def _headline_changed(self) -> None:
        text = self.headline.text()
        size = len(text)
        self.count.setVisible(size >= self._hint)
        self.count.setText(_("{n} characters", n=size))
        bad = size >= self._warning
        self.count.setStyleSheet(f"color: {self._look.bad if bad else self._look.warn};")
        if not self._quiet:
            self.headline_edited.emit(text)

    def _show_deck(self) -> None:
        self.subheadline.setVisible(bool(self.subheadline.text()) or self.subheadline.hasFocus())

    def show_subheadline(self) -> None:
        """Open the field for the subheadline and go there."""
        self.subheadline.show()
        self.subheadline.setFocus()

    def _leave(self, step: int) -> None:
        """Go to the next field that is shown."""
        fields = [field for field in self._fields if field.isVisible()]
        sender = self._focused()
        if sender not in fields:
            return
        place = fields.index(sender) + step
        if 0 <= place < len(fields):
            target = fields[place]
            target.setFocus(Qt.FocusReason.TabFocusReason)
            cursor = target.textCursor()
            cursor.movePosition(cursor.MoveOperation.Start if step > 0 else cursor.MoveOperation.End)
            target.setTextCursor(cursor)
        elif step > 0:
            self.focusNextChild()
        else:
            self.focusPreviousChild()

    def _caret_moved(self) -> None:
        edit = self._active()
        text = edit.textCursor().selectedText().replace("\u2029", "\n")
        self.selection_changed.emit(len(text.split()), len(text))
        kind, ordered = self.body_edit.kind()
        names = {value: name for name, value in KINDS.items()}
        self.block_format_changed.emit(names.get((kind, ordered), "paragraph"))
        self._keep_in_sight()

    def _keep_in_sight(self) -> None:
        field = self._focused()
        if field.hasFocus():
            rect = field.cursorRect()
            middle = field.mapTo(self._sheet, rect.center())
            self.ensureVisible(middle.x(), middle.y(), 0, 48)

    def _open_link(self, address: str) -> None:
        ask_to_open(address, self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hide the empty subheadline when it is left, and let the wheel scroll the page, not a field."""
        if watched is self.subheadline and event.type() == QEvent.Type.FocusOut:
            self.subheadline.setVisible(bool(self.subheadline.text()))
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def set_look(self, look: EditorLook) -> None:
        """Wear colours and type."""
        self._look = look
        self._quiet = True
        colours = (look.text, look.muted)
        bold, normal = QFont.Weight.Bold, QFont.Weight.Normal
        self.kicker.set_type(look.sans, look.small, QFont.Weight.DemiBold, (look.accent, look.muted))
        self.headline.set_type(look.serif, look.headline, bold, colours)
        self.subheadline.set_type(look.serif, look.body + 3, normal, colours)
        self.lead.set_look(replace(look, weight=QFont.Weight.DemiBold.value, body=look.body + 1))
        self.body_edit.set_look(look)
        for edit in (self.lead, self.body_edit):
            edit.placeholder_colour(look.muted)
        self.notice.set_look(look)
        self._paint_ground()
        font = QFont(look.serif)
        font.setPixelSize(look.body)
        from PySide6.QtGui import QFontMetrics

        self._column.setMaximumWidth(QFontMetrics(font).averageCharWidth() * look.measure)
        self._column.setMinimumWidth(240)
        self._quiet = False
        self._headline_changed()

    def _paint_ground(self) -> None:
        for widget in (self, self.viewport(), self._sheet, *self._fields):
            palette = widget.palette()
            palette.setColor(QPalette.ColorRole.Base, QColor(self._look.ground))
            palette.setColor(QPalette.ColorRole.Window, QColor(self._look.ground))
            palette.setColor(QPalette.ColorRole.Highlight, QColor(self._look.selection))
            palette.setColor(QPalette.ColorRole.HighlightedText, QColor(self._look.text))
            widget.setPalette(palette)
        self._sheet.setAutoFillBackground(True)

    @property
    def empty(self) -> bool:
        """Tell whether nothing was written yet."""
        article = self.article()
        return not (article.headline or article.kicker or plain(article.lead) or not article.body.empty)
