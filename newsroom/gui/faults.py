"""What a person is told of an error."""

from __future__ import annotations

from newsroom.domain.errors import LibraryAway, NewsroomError
from newsroom.translation import _, tell


def words_of(error: BaseException) -> str:
    """Give the sentence of a fault of the world, or a calm one for a fault of the program."""
    if isinstance(error, LibraryAway):
        return away()
    if isinstance(error, NewsroomError):
        return tell(error.message)
    return _("That did not work. A note was written to the log.")


def away() -> str:
    """Give what is said while the library's server does not answer, however that was found."""
    return _(
        "The library’s server does not answer. Write on: your text is kept on this computer and saved when it is back."
    )
