"""What becomes of a paste or a drop: everything is made a body first, and passes a gate before Qt sees it.

What is read in a moment stands at once. The rest is read in a process of its own while the writer goes on; it
then goes to the place where it was pasted, wherever that has moved.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCursor

from newsroom.domain.errors import Known, Refused
from newsroom.formats.pasted import OWN, TEXT
from newsroom.gui.editor import clipboard, inserting
from newsroom.gui.editor.clipboard import MIME, Clip, ClipReader, OwnReader, Read
from newsroom.gui.editor.seams import whole_words
from newsroom.gui.editor.slices import SlicedWriting, slices
from newsroom.translation import N_, _, msg, tell

if TYPE_CHECKING:
    from newsroom.domain.body import Body
    from newsroom.gui.editor.text_edit import TextEdit

MimeTaker = Callable[[QMimeData], bool]
"""Asked first about what is pasted or dropped; true where it was taken."""


class Pasting:
    """Takes what is pasted or dropped into one field."""

    def __init__(self, edit: TextEdit) -> None:
        self._edit = edit
        self.reader: ClipReader = OwnReader()
        self.wanters: list[MimeTaker] = []
        self.takers: list[MimeTaker] = []
        self._stop: Callable[[], None] | None = None
        self._said_at: int | None = None
        self._look = edit.look

    @property
    def on_its_way(self) -> bool:
        """Tell whether a paste is being read or put in."""
        return self._stop is not None

    def takes(self, source: QMimeData) -> bool:
        """Tell whether something can be made a body; files are left to the window, which imports them."""
        if any(wants(source) for wants in self.wanters):
            return True
        return clipboard.can_paste(source) and not any(url.isLocalFile() for url in source.urls())

    def paste(self, source: QMimeData) -> None:
        """Put what was copied or dropped in the place of the selection."""
        if any(take(source) for take in self.takers) or not self.takes(source):
            return
        self._take(clipboard.clip_of(source), QTextCursor(self._edit.textCursor()))

    def paste_plain(self, data: QMimeData) -> None:
        """Paste the clipboard's text alone."""
        words = data.text()
        if not self._edit.isReadOnly() and words:
            self._put_words(words, QTextCursor(self._edit.textCursor()), whole_words(data, words, MIME))

    def give_up(self) -> None:
        """Let go of a paste that is on its way: another text is shown."""
        self._end()
        self._clear()

    # Reading

    def _take(self, clip: Clip, place: QTextCursor) -> None:
        try:
            read = self.reader.at_once(clip)
        except Known as refused:
            self._refused(clip, place, refused)
        else:
            if read is None:
                self._read_later(clip, place, self.reader)
            else:
                self._put(read, clip, place)

    def _read_later(self, clip: Clip, place: QTextCursor, reader: ClipReader) -> None:
        self._end()
        done, failed = partial(self._arrived, clip, place), partial(self._failed, clip, place)
        self._stop = reader.later(clip, done, failed)
        self._say(_("Pasting …"), (_("Cancel"), self.give_up))

    def _arrived(self, clip: Clip, place: QTextCursor, read: Read) -> None:
        self._stop = None
        self._put(read, clip, place)

    def _failed(self, clip: Clip, place: QTextCursor, error: BaseException) -> None:
        self._stop = None
        if isinstance(error, Known):
            self._refused(clip, place, error)
        else:
            self._refused(clip, place, Refused(msg(N_("It could not be read."))))

    def _refused(self, clip: Clip, place: QTextCursor, refused: Known) -> None:
        """Leave the text alone, say why, and offer the words where they can be had."""
        if clip.name == OWN and clip.words:
            self._take(
                clipboard.words_of(clip.words, whole=clip.whole), place
            )  # another version of ours, or a forgery
            return
        words = clip.words if clip.name != TEXT else ""
        ways = (
            ((_("Paste as plain text"), partial(self._put_words, words, place, clip.whole)),)
            if _fits(words)
            else ()
        )
        self._say(_("Nothing was pasted: {reason}", reason=tell(refused.message)), *ways)

    # Writing

    def _put(self, read: Read, clip: Clip, place: QTextCursor) -> None:
        """Put in what was read; where something of it was left out, say so and offer the words alone."""
        start = (place.anchor(), place.position())
        words, after = _sentence(read), None
        if words and clip.words.strip() and _fits(clip.words):
            other = partial(self._switch, clip, start, Read(clipboard.plain(clip.words)), read)
            after = partial(self._say, words, (_("Plain text"), other))
        elif words:
            after = partial(self._say, words)
        self._write(read.body, place, after or self._clear, whole=clip.whole)

    def _switch(self, clip: Clip, start: tuple[int, int], wanted: Read, had: Read) -> None:
        """Take the paste back and put it in the other way."""
        self._edit.undo()
        place = self._edit.textCursor()
        place.setPosition(start[0])
        place.setPosition(start[1], QTextCursor.MoveMode.KeepAnchor)
        self._edit.setTextCursor(place)
        plain = not _sentence(wanted)
        said = _("Pasted as plain text.") if plain else _sentence(wanted)
        name = _("Keep structure") if plain else _("Plain text")
        other = partial(self._switch, clip, start, had, wanted)
        self._write(
            wanted.body, QTextCursor(place), partial(self._say, said, (name, other)), whole=clip.whole
        )

    def _put_words(self, words: str, place: QTextCursor, whole: bool) -> None:
        body = clipboard.plain(words)
        refused = _refusal(body)
        if refused is None:
            self._write(body, place, self._clear, whole=whole)
        else:
            self._say(_("Nothing was pasted: {reason}", reason=tell(refused.message)))

    def _write(self, body: Body, place: QTextCursor, after: Callable[[], None], *, whole: bool) -> None:
        """Put a body in at a place, in slices where it is long; the caret goes along where it stood there."""
        edit = self._edit
        if edit.isReadOnly():
            self._say(_("Nothing was pasted: the story can only be read now."))
            return
        mine = edit.textCursor()
        goes_along = (mine.anchor(), mine.position()) == (place.anchor(), place.position())
        pieces = slices(inserting.fitting(edit, body, place))
        end = partial(self._written, place, after, goes_along=goes_along)
        if len(pieces) == 1:
            with edit.seams.parted(pieces[0], place, whole=whole) as piece:
                inserting.put(edit, place, piece)
                end()
        else:
            self._write_slices(place, pieces, end)

    def _write_slices(self, place: QTextCursor, pieces: tuple[Body, ...], end: Callable[[], None]) -> None:
        writing = SlicedWriting(self._edit, place, pieces)
        self._stop = writing.stop
        self._say(_("Pasting …"), (_("Cancel"), partial(self._take_back, writing)))
        writing.ended.connect(end)
        writing.ended.connect(writing.deleteLater)
        writing.start()

    def _take_back(self, writing: SlicedWriting) -> None:
        self._end()
        writing.deleteLater()
        self._edit.undo()
        self._clear()

    def _written(self, place: QTextCursor, after: Callable[[], None], *, goes_along: bool) -> None:
        self._stop = None
        if goes_along:
            self._edit.setTextCursor(place)
            self._edit.ensureCursorVisible()
        after()

    def _end(self) -> None:
        stop, self._stop = self._stop, None
        if stop is not None:
            stop()

    # Saying

    def _say(self, words: str, *ways: tuple[str, Callable[[], None]]) -> None:
        self._edit.paste_told.emit(words, ways)
        self._said_at = self._edit.document().revision() if words else None
        self._look = self._edit.look

    def hush(self) -> None:
        """Take back what was said of the last paste where the text has gone on since."""
        edit = self._edit
        if edit.look is not self._look:  # other colours are no other text
            self._look, self._said_at = edit.look, self._said_at and edit.document().revision()
        elif self._said_at != edit.document().revision() and self._stop is None:
            self._clear()

    def _clear(self) -> None:
        if self._said_at is not None:
            self._say("")


def _sentence(read: Read) -> str:
    """Give in few words what was left out of a paste, or nothing."""
    said = []
    if read.losses:
        said.append(_("Pasted: {things} left out", things=", ".join(map(tell, read.losses))))
    if read.joined:
        said.append(_("Pasted: lines were joined to paragraphs"))
    said += [_("Pasted: {things}", things=tell(one)) for one in read.turned]
    return " · ".join(said)


def _refusal(body: Body) -> Known | None:
    from newsroom.formats.guard.gate import check

    try:
        check(body)
    except Known as refused:
        return refused
    return None


def _fits(words: str) -> bool:
    return bool(words.strip()) and _refusal(clipboard.plain(words)) is None
