"""One call of the command line: what every command is given to work and to speak with."""

from __future__ import annotations

import json
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsroom.cli.arguments import Common
from newsroom.cli.failures import Usage, code_of, sentence
from newsroom.domain.errors import LoginRefused
from newsroom.translation import N_, _, msg

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsroom.desk import Desk
    from newsroom.desk.reports import Cancelled, Progress
    from newsroom.domain.errors import Known

Draw = Callable[[str, Path], list[Path]]
"""Draws the window on a library into a folder and gives the pictures."""
Cells = tuple[str, ...]


@dataclass(slots=True)
class Session:
    """A call: its common options, its exit code so far, and how it speaks."""

    common: Common = field(default_factory=Common)
    draw: Draw | None = None
    code: int = 0
    speaking: bool = False
    """Whether some of the answer was printed, or is about to be."""

    @contextmanager
    def desk(self, library: str = "", *, create: bool = True) -> Iterator[Desk]:
        """Open the desk for as long as the command works; where no library is, one may be made."""
        from newsroom.desk import open_desk

        place = library or self.common.library or None
        try:
            opened = open_desk(place, self.common.as_name, create=create)
        except LoginRefused:
            if not (password := self._asked_password()):
                raise
            opened = open_desk(place, self.common.as_name, create=create, password=password)
        with opened as desk:
            if desk.library.warning:
                self.remark(sentence(desk.library.warning))
            yield desk
            for message in desk.library.notices():
                self.remark(sentence(message))

    def _asked_password(self) -> str:
        """Ask for the password of a server, where somebody sits at a terminal."""
        if self.common.json or not (sys.stdin.isatty() and sys.stderr.isatty()):
            return ""
        from getpass import getpass

        return getpass(_("Password of the library’s server:") + " ", sys.stderr)

    def new_password(self) -> str:
        """Ask for a new password, twice where it was mistyped; raises Usage where nobody sits at a terminal."""
        if self.common.json or not (sys.stdin.isatty() and sys.stderr.isatty()):
            raise Usage(
                msg(N_("A password can only be typed at a terminal. Leave --ask out to have one made."))
            )
        from getpass import getpass

        while True:
            first = getpass(_("New password:") + " ", sys.stderr)
            if first and first == getpass(_("Once more:") + " ", sys.stderr):
                return first
            self.remark(_("The two are not the same. Type it again."))

    def give(self, shape: Mapping[str, Any], show: Callable[[], None]) -> None:
        """Print the answer: its shape for programs, or as show prints it for people."""
        if self.common.json:
            self.print_json(shape)
        else:
            show()

    def stop(self, error: Known) -> None:
        """End with an error that came after a part of the work was done, which was told already."""
        if not self.common.json:
            self.remark(sentence(error.message))
        self.code = code_of(error)

    def print_json(self, shape: Mapping[str, Any]) -> None:
        """Print a shape as JSON."""
        self.speaking = True
        plain = (sys.stdout.encoding or "").lower().replace("-", "") not in {"utf8", "utf16"}
        print(json.dumps(shape, ensure_ascii=plain, indent=2))  # noqa: T201 - the command line speaks

    def say(self, text: str = "") -> None:
        """Print a line of the answer."""
        self.speaking = True
        print(clean(text))  # noqa: T201 - as above

    def remark(self, text: str) -> None:
        """Tell something beside the answer."""
        print(clean(text), file=sys.stderr)  # noqa: T201 - as above

    def table(self, heads: Sequence[str], rows: Sequence[Cells], numbers: Sequence[int] = ()) -> None:
        """Print a table; numbers are the columns that stand to the right."""
        from newsroom.cli.tables import print_table

        self.speaking = True
        print_table(heads, [tuple(clean(cell) for cell in row) for row in rows], numbers)

    @contextmanager
    def progress(self, label: str) -> Iterator[Progress | None]:
        """Show a bar on a terminal while long work goes on."""
        if self.common.json or not sys.stderr.isatty():
            yield None
            return
        from newsroom.cli.tables import bar

        with bar(label) as tell:
            yield tell

    @contextmanager
    def interruptible(self) -> Iterator[Cancelled]:
        """Let the first Ctrl+C end the work in good order, and the second at once."""
        asked = threading.Event()
        if threading.current_thread() is not threading.main_thread():
            yield asked.is_set
            return

        def ask(_number: int, _frame: object) -> None:
            if asked.is_set():
                raise KeyboardInterrupt
            asked.set()

        before = signal.signal(signal.SIGINT, ask)
        try:
            yield asked.is_set
        finally:
            signal.signal(signal.SIGINT, before)


def clean(text: str) -> str:
    """Give a text that a terminal only shows: without controls, and without marks that turn its direction."""
    return "".join(char if char in "\n\t" or _harmless(char) else "\ufffd" for char in text)


def _harmless(char: str) -> bool:
    turns = "\u202a" <= char <= "\u202e" or "\u2066" <= char <= "\u2069"
    return not (turns or char < " " or "\x7f" <= char <= "\x9f" or "\ud800" <= char <= "\udfff")
