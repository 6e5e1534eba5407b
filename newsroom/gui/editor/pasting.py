"""What becomes of a paste or a drop: everything is made a body first, and passes a gate before Qt sees it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData

from newsroom.domain.errors import Known
from newsroom.gui.editor import clipboard
from newsroom.translation import _, tell

if TYPE_CHECKING:
    from newsroom.domain.body import Body
    from newsroom.gui.editor.clipboard import HtmlReader
    from newsroom.gui.editor.text_edit import TextEdit

MimeTaker = Callable[[QMimeData], bool]
"""Asked first about what is pasted or dropped; true where it was taken."""


class Pasting:
    """Takes what is pasted or dropped into one field."""

    def __init__(self, edit: TextEdit) -> None:
        self._edit = edit
        self.read_html: HtmlReader | None = None
        self.wanters: list[MimeTaker] = []
        self.takers: list[MimeTaker] = []

    def takes(self, source: QMimeData) -> bool:
        """Tell whether something can be made a body; files are left to the window, which imports them."""
        if any(wants(source) for wants in self.wanters):
            return True
        return clipboard.can_paste(source) and not source.hasUrls()

    def paste(self, source: QMimeData) -> None:
        """Put what was copied or dropped in the place of the selection."""
        if any(take(source) for take in self.takers) or not self.takes(source):
            return
        try:
            body = clipboard.from_mime(source, self.read_html)
        except Known as refused:
            self._paste_words(source, tell(refused.message))
        else:
            self._put(body)

    def paste_plain(self, data: QMimeData) -> None:
        """Paste the clipboard's text alone."""
        if not self._edit.isReadOnly() and data.text():
            self._put(clipboard.plain(data))

    def _paste_words(self, source: QMimeData, reason: str) -> None:
        """Paste the plain words of what was refused with its formatting, and say why."""
        if source.hasText():
            self._edit.paste_told.emit(_("Pasted without formatting: {reason}", reason=reason))
            self._put(clipboard.plain(source))
        else:
            self._edit.paste_told.emit(_("Nothing was pasted: {reason}", reason=reason))

    def _put(self, body: Body) -> None:
        """Put a body in, unless it is more than an editor can show without standing still."""
        from newsroom.formats.guard.gate import check

        try:
            check(body)
        except Known as refused:
            self._edit.paste_told.emit(_("Nothing was pasted: {reason}", reason=tell(refused.message)))
        else:
            self._edit.insert_body(body)
