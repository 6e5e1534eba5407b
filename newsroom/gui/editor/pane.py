"""The page of a story: kicker, headline, deck, lead and text under each other, scrolling as one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from newsroom.domain.body import Body, Paragraph
from newsroom.domain.finding import Field
from newsroom.domain.inline import plain
from newsroom.gui.bit_by_bit import BitByBit
from newsroom.gui.editor import page_keys
from newsroom.gui.editor.bridge.properties import Kind, Prop
from newsroom.gui.editor.editing import one_step
from newsroom.gui.editor.field_places import FieldPlaces
from newsroom.gui.editor.ground import for_lead, paint_ground, paint_placeholder
from newsroom.gui.editor.header import Header
from newsroom.gui.editor.joint_steps import JointSteps
from newsroom.gui.editor.layers import Stretch, dotted
from newsroom.gui.editor.link_dialog import ask_for_link, ask_to_open
from newsroom.gui.editor.look import EditorLook, zoomed
from newsroom.gui.editor.notice import Notice, NoticeAction, newer_parts
from newsroom.gui.editor.page import Page
from newsroom.gui.editor.quiet_line import QuietLine
from newsroom.gui.editor.styling import clear_marks, set_kind, toggle_mark
from newsroom.gui.editor.text_edit import TextEdit
from newsroom.gui.editor.tracking.book import ChangeBook
from newsroom.gui.notes.book import NoteBook
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsroom.domain.article import Article
    from newsroom.domain.finding import Finding, Place, Replacement
    from newsroom.domain.marks import Mark
    from newsroom.gui.editor.clipboard import ClipReader
    from newsroom.gui.editor.line_field import LineField

KINDS = {
    "paragraph": (Kind.PARAGRAPH, False, 0),
    "crosshead": (Kind.CROSSHEAD, False, 1),
    "crosshead-2": (Kind.CROSSHEAD, False, 2),
    "crosshead-3": (Kind.CROSSHEAD, False, 3),
    "quote": (Kind.QUOTE, False, 0),
    "bullets": (Kind.ITEM, False, 0),
    "numbers": (Kind.ITEM, True, 0),
}
FIELDS = (Field.KICKER, Field.HEADLINE, Field.SUBHEADLINE, Field.LEAD, Field.BODY)
"""What stands on the page, from above."""


class EditorPane(QScrollArea):
    """Shows one story and gives it back with what was written into it."""

    edited = Signal()
    headline_edited = Signal(str)
    block_format_changed = Signal(str)
    dressed = Signal()
    """Another look is worn, for which the text was put anew."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._article: Article | None = None
        self.look = self._unzoomed = EditorLook()
        self._zoom = 100
        self._quiet = False
        self._follows = False
        """Whether the caret is kept in sight though the page grows; who scrolls looks elsewhere."""
        self._left: QWidget | None = None
        self._turned: LineField | TextEdit | None = None
        self._marking = BitByBit(self)
        self.page = Page(self)
        self._make_fields()
        self._lay_out()
        self._connect()
        self.set_look(self.look)

    def _make_fields(self) -> None:
        column = self.page.column
        self.header = Header(column)
        self.kicker, self.headline, self.subheadline = self.header.lines
        self.notice = Notice(column)
        self.lead = TextEdit(self.look, _("Lead"), column, single=True)
        self.lead.setPlaceholderText(_("Lead …"))
        self.body_edit = TextEdit(self.look, _("Text"), column)
        self.body_edit.setPlaceholderText(_("Text …"))
        self.edits = (self.lead, self.body_edit)
        self.changes = ChangeBook(self.edits)
        self.notes = NoteBook({Field.LEAD: self.lead, Field.BODY: self.body_edit})
        self.fields: tuple[LineField | TextEdit, ...] = (*self.header.lines, *self.edits)
        self.places = FieldPlaces(dict(zip(FIELDS, self.fields, strict=True)))
        self.joint = JointSteps(self.fields)

    def _lay_out(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.page.add(self.header, self.notice)
        self.page.add(self.lead, gap=12)
        self.page.add(self.body_edit, gap=12)
        self.page.close_up()
        self.setWidget(self.page)
        self.page.setAutoFillBackground(True)
        self.quiet = QuietLine(self)

    def _connect(self) -> None:
        for field in self.fields:
            field.textChanged.connect(self._edited)
            field.leaving.connect(self._leave)
            field.paste_told.connect(self.quiet.say)
            field.installEventFilter(self)
        self.header.headline_edited.connect(self.headline_edited)
        for edit in self.edits:
            edit.caret_moved.connect(self._caret_moved)
            edit.link_asked.connect(self._open_link)
            edit.document().documentLayout().documentSizeChanged.connect(self.page.margin.place)
        for line in self.header.lines:
            line.cursorPositionChanged.connect(self.keep_in_sight)
        bar = self.verticalScrollBar()
        bar.rangeChanged.connect(self._grown)
        bar.actionTriggered.connect(self._scrolled)

    # What is shown and what was written

    def set_article(self, article: Article, read_only: bool = False) -> None:
        """Show a story; a body with parts of a newer version is read-only in any case."""
        self._quiet = True
        self._article = article
        self.changes.open(article.changes)
        self.header.show_story(article)
        self.lead.set_body(Body((Paragraph(article.lead),)))
        self.body_edit.set_body(article.body)
        self.notes.open(article.notes)
        for field in self.fields:
            field.setReadOnly(read_only or article.body.read_only)
        self.joint.forget()
        self.notice.say(newer_parts() if article.body.read_only else "", ())
        self.verticalScrollBar().setValue(0)
        self._quiet = False
        self.headline_edited.emit(article.headline)

    def article(self) -> Article:
        """Give the story as it stands on the page; fields that were not touched are the same objects."""
        assert self._article is not None
        content, body = self.lead.content(), self.body_edit.body()
        self._article = replace(
            self._article,
            kicker=self.kicker.text(),
            headline=self.headline.text(),
            subheadline=self.subheadline.text(),
            lead=content if content != self._article.lead else self._article.lead,
            body=body,
            notes=self.notes.settle(content, body),
            changes=self.changes.settle(content, body),
        )
        return self._article

    def update_fields(self, article: Article) -> None:
        """Take over what changed beside the text (saved version, metadata) and leave the text alone."""
        self._article = article

    def set_limits(self, hint: int, warning: int) -> None:
        """Say from which length a headline's count is amber and from which it is too long."""
        self.header.set_limits(hint, warning)

    def set_sources(self, reader: ClipReader) -> None:
        """Say who makes bodies of what is pasted."""
        for edit in self.edits:
            edit.pasting.reader = reader

    def show_notice(self, text: str, actions: Iterable[NoticeAction] = ()) -> None:
        """Say one sentence under the headline, with what can be done; an empty one says nothing."""
        self.notice.say(text, tuple(actions))

    # Editing, for the tool bar and the panels

    def toggle_mark(self, mark: Mark) -> None:
        """Put a mark on the selected text or take it off."""
        toggle_mark(self.active(), mark)

    def set_block(self, kind: str) -> None:
        """Turn the paragraphs of the selection into paragraph, crosshead, quote, bullets or numbers."""
        chosen, ordered, level = KINDS[kind]
        set_kind(self.body_edit, chosen, ordered=ordered, level=level)
        self._caret_moved()

    def clear_marks(self) -> None:
        """Take emphasis and links off the selected text."""
        clear_marks(self.active())

    def insert_link(self) -> None:
        """Ask for an address and put it on the selected text."""
        ask_for_link(self.active(), self)

    def undo(self) -> None:
        """Undo the last step of the field that is being edited, with what belongs to it in others."""
        self.joint.undo(self.focused())

    def redo(self) -> None:
        """Redo the step that was undone last."""
        self.joint.redo(self.focused())

    def paste_plain(self) -> None:
        """Paste the clipboard's text alone."""
        from PySide6.QtGui import QGuiApplication

        field = self.focused()
        data = QGuiApplication.clipboard().mimeData()
        if isinstance(field, TextEdit):
            field.pasting.paste_plain(data)
        else:
            field.insertFromMimeData(data)

    def apply(self, replacements: Iterable[Replacement]) -> None:
        """Put texts in the place of stretches, the last place first, as one undo step."""
        chosen = sorted(replacements, key=lambda one: (one.place.block, one.place.start), reverse=True)
        with self.joint.gathered():
            for field in self.fields:
                several = [one for one in chosen if self.places.shows(field, one.place)]
                self._replace(field, several)

    def _replace(self, field: LineField | TextEdit, several: list[Replacement]) -> None:
        if several:
            with one_step(field.document()):
                for one in several:
                    self.places.put(one)

    def jump(self, place: Place) -> None:
        """Go to a place: its field has the focus, its stretch is selected and in sight."""
        widget = self.places.field(place.field)
        if widget is None:
            return
        if widget is self.subheadline:
            widget.show()
        cursor = self.places.cursor_over(place)
        widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
        widget.setTextCursor(cursor)
        self.keep_in_sight()

    def marks(self, findings: Iterable[Finding]) -> None:
        """Underline the places of findings, calmly; one far down a long story has all before it laid out."""
        places = [finding.place for finding in findings if finding.place.end > finding.place.start]
        self._marking.begin(self._mark(sorted(places, key=lambda place: (place.block, place.start))))

    def _mark(self, places: list[Place]) -> Iterator[None]:
        form = dotted(self.look.warn)
        found: dict[Field, list[Stretch]] = {Field.LEAD: [], Field.BODY: []}
        for place in places:
            if place.field in found:
                found[place.field].append((self.places.cursor_over(place), form))
                yield
        for field, edit in ((Field.LEAD, self.lead), (Field.BODY, self.body_edit)):
            edit.layers.show("findings", found[field])

    def active(self) -> TextEdit:
        """Give the rich text that is written into, or was last."""
        return self.lead if self.focused() is self.lead else self.body_edit

    def focused(self) -> LineField | TextEdit:
        """Give the field that is written into, or was last."""
        last = self.focusWidget()
        if last is not self._left:
            self._left, self._turned = last, None
        field = self._turned or last
        return next((one for one in self.fields if one is field), self.body_edit)

    def turn_to(self, field: LineField | TextEdit) -> None:
        """Count a field as the one that is written into, though the focus stays elsewhere."""
        self._left, self._turned = self.focusWidget(), field

    # What the fields tell

    def _edited(self) -> None:
        if not self._quiet:
            self.edited.emit()

    def show_subheadline(self) -> None:
        """Open the field for the subheadline and go there."""
        self.header.open_deck()

    def _leave(self, step: int) -> None:
        """Go to the next field that is shown."""
        fields = [field for field in self.fields if field.isVisible()]
        sender = self.focused()
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
        kind, ordered = self.body_edit.kind()
        names = {value: name for name, value in KINDS.items()}
        level = self.body_edit.textCursor().blockFormat().intProperty(Prop.LEVEL)
        found = (kind, ordered, level if kind is Kind.CROSSHEAD else 0)
        self.block_format_changed.emit(names.get(found, "paragraph"))
        self.keep_in_sight()

    def _grown(self, _least: int, _most: int) -> None:
        """Keep the caret in sight once a paste has its room, which it gets after it stands."""
        if self._follows:
            self.keep_in_sight()

    def _scrolled(self, _action: int) -> None:
        self._follows = False

    def keep_in_sight(self) -> None:
        """Scroll the page so that the caret can be seen."""
        field = self.focused()
        self._follows = field.hasFocus()
        if self._follows:
            rect = field.cursorRect()
            middle = field.mapTo(self.page, rect.center())
            self.ensureVisible(middle.x(), middle.y(), 0, 48)

    def _open_link(self, address: str) -> None:
        ask_to_open(address, self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer what concerns the page and not one field."""
        return page_keys.answers(self, event) or super().eventFilter(watched, event)

    def set_look(self, look: EditorLook) -> None:
        """Wear colours and type, as large as the zoom wants them."""
        look = replace(look, hue_of=self.changes.hue)
        self._unzoomed = look
        look = self.look = zoomed(look, self._zoom)
        self._quiet = True
        self.header.set_look(look)
        self.lead.set_look(for_lead(look))
        self.body_edit.set_look(look)
        for edit in self.edits:
            paint_placeholder(edit, look)
        self.notice.set_look(look)
        self.quiet.set_look(look)
        self.page.set_look(look)
        paint_ground(look, (self, self.viewport(), self.page, *self.fields))
        self._quiet = False
        self.dressed.emit()

    def hide_changes(self, hides: bool) -> None:
        """Show the text as if all changes were accepted, or with them; it is written into as before."""
        self.set_look(replace(self._unzoomed, hides_changes=hides))

    def set_zoom(self, percent: int) -> None:
        """Show the story so many percent as large; text and undo history stay."""
        self._zoom = percent
        look = self.look = zoomed(self._unzoomed, percent)
        self._quiet = True
        self.header.set_look(look)
        self.lead.set_size(for_lead(look))
        self.body_edit.set_size(look)
        self.page.set_look(look)
        self._quiet = False
        self.keep_in_sight()

    @property
    def empty(self) -> bool:
        """Tell whether nothing was written yet."""
        article = self.article()
        return not (article.headline or article.kicker or plain(article.lead) or not article.body.empty)
