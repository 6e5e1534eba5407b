"""What a person is told of an error."""

from __future__ import annotations

from newsroom.domain.errors import NewsroomError
from newsroom.translation import _, tell


def words_of(error: BaseException) -> str:
    """Give the sentence of a fault of the world, or a calm one for a fault of the program."""
    if isinstance(error, NewsroomError):
        return tell(error.message)
    return _("That did not work. A note was written to the log.")
