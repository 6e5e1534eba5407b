"""
What can go wrong, and whose fault it is:

* NewsroomError            carries a Message: what happened and what to do
  x Known                  the world's fault: told in one sentence, no traceback
    + Refused              an input that we will not read
    + NotAllowed           the rules of the newsroom forbid it
      - FourEyes           no one approves their own story
      - ClockWrong         this computer's clock cannot be right
      - LegallyBlocked     a legal block stands on the story: nothing of it leaves the library
      - ChecklistOpen      a checklist requires what the story does not have; it carries the findings
    + EditedElsewhere      somebody saved another version meanwhile; both texts are kept
    + NotFound             there is no such story, section, person or picture
    + LibraryUnusable      the library cannot be opened or written
      - LibraryNewer       it was made by a newer program
      - LibraryForeign     it is no library of ours
      - LibraryDamaged     it is damaged; opened for reading where that is possible
      - LibraryAway        its server does not answer; it may be back in a moment
      - LibraryUnfinished  another one is being copied into it, and not all of it is there
      - LibraryMissing     there is none, and none was to be made
      - LoginRefused       the server knows no such name, or the password is another
    + NotWritten           a file could not be written; nothing was harmed
    + Embargoed            readers may not see it yet
    + UnreadableText       a stored text is damaged
    + WrongValue           a field was given a value that it cannot hold
    + Cancelled            the user called it off

Whatever else is raised is our fault: it is reported with its traceback and never swallowed.
"""  # noqa: D400 - the tree is the docstring

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING, Any

from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from newsroom.domain.finding import Finding
    from newsroom.translation import Message

_REASONS = {
    errno.EACCES: N_("access is denied"),
    errno.EPERM: N_("access is denied"),
    errno.EROFS: N_("it is closed to writing"),
    errno.ENOENT: N_("it is not there"),
    errno.ENOTDIR: N_("a part of the path is a file"),
    errno.EISDIR: N_("it is a folder"),
    errno.EEXIST: N_("a file has that name"),
    errno.ENOSPC: N_("the disk is full"),
    errno.ENAMETOOLONG: N_("the name is too long"),
    errno.EIO: N_("the drive does not answer"),
    errno.EBUSY: N_("another program is using it"),
    errno.EMFILE: N_("too many files are open"),
}


def reason_of(fault: Exception) -> Message:
    """Give what the system says in few words, to stand within a sentence."""
    number = getattr(fault, "errno", None)
    known = _REASONS.get(number) if number else None
    return msg(known or (os.strerror(number) if number else str(fault) or type(fault).__name__))


class NewsroomError(Exception):
    """An error that can be told to a person."""

    def __init__(self, message: Message) -> None:
        super().__init__(str(message))
        self.message = message

    def __reduce__(self) -> tuple[Any, ...]:
        """Travel whole between processes."""
        return (type(self), (self.message,))


class Known(NewsroomError):
    """The world's fault: told in one sentence, with what to do."""


class Refused(Known):
    """An input that is not read, and why."""


class NotAllowed(Known):
    """The rules of the newsroom forbid it."""


class FourEyes(NotAllowed):
    """No one approves their own story."""


class ClockWrong(NotAllowed):
    """This computer's clock cannot be right: nothing is published by it."""


class LegallyBlocked(NotAllowed):
    """A legal block stands on the story: nothing of it leaves the library."""


class ChecklistOpen(NotAllowed):
    """A checklist requires what is not there; the findings, the first one told, lead to the places."""

    def __init__(self, message: Message, findings: tuple[Finding, ...] = ()) -> None:
        super().__init__(message)
        self.findings = findings

    def __reduce__(self) -> tuple[Any, ...]:
        """Travel whole between processes."""
        return (type(self), (self.message, self.findings))


class EditedElsewhere(Known):
    """Somebody saved another version meanwhile; the library holds theirs, the caller ours."""


class NotFound(Known):
    """There is no such thing in the library."""


class LibraryUnusable(Known):
    """The library cannot be opened or written."""


class LibraryNewer(LibraryUnusable):
    """The library was made by a newer program."""


class LibraryForeign(LibraryUnusable):
    """The file is no library of ours."""


class LibraryDamaged(LibraryUnusable):
    """The library is damaged."""


class LibraryAway(LibraryUnusable):
    """The library's server does not answer; whoever tries again in a moment may find it back."""


class LibraryUnfinished(LibraryUnusable):
    """A library is being copied to this place and is not whole yet."""


class LibraryMissing(LibraryUnusable):
    """There is no library at this place."""


class LoginRefused(LibraryUnusable):
    """A server does not take this name and password."""


class NotWritten(Known):
    """A file could not be written; nothing that was there is harmed."""


class Embargoed(Known):
    """Readers may not see the story yet."""


class UnreadableText(Known):
    """A stored text is damaged."""


class WrongValue(Known):
    """A field was given a value that it cannot hold."""


class Cancelled(Known):
    """The user called it off."""
