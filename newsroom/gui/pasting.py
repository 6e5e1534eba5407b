"""Who reads what is pasted: the window itself what is small and harmless, a process of its own all else."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsroom.domain.errors import Refused
from newsroom.gui.editor.clipboard import Clip, Read
from newsroom.translation import N_

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsroom.desk import Desk
    from newsroom.formats import Incoming
    from newsroom.gui.tasks import Tasks
    from newsroom.translation import Message


def warm() -> None:
    """Load what reads a paste, so that the first one does not wait for it."""
    from newsroom.formats import Reading
    from newsroom.formats.guard.worker import Job, answer
    from newsroom.formats.pasted import FORMAT, HTML

    answer(Job(HTML, b"<p><b>x</b></p>", FORMAT.name), Reading())


class Clips:
    """Reads clips for the fields of a window."""

    def __init__(self, desk: Desk, tasks: Tasks) -> None:
        self._desk, self._tasks = desk, tasks

    def at_once(self, clip: Clip) -> Read | None:
        """Give what is read in a moment, or None where that would take longer; raises Known."""
        from newsroom.formats import Reading
        from newsroom.formats.guard.gate import pass_gate
        from newsroom.formats.guard.worker import Job, answer
        from newsroom.formats.pasted import FORMAT, OWN, SMALL, is_quick, own

        if len(clip.data or clip.words) > SMALL or not is_quick(clip.to_read(), clip.name):
            return None
        if clip.name == OWN:
            return _read(pass_gate(own(clip.data)))
        reply = answer(Job(clip.name, clip.to_read(), FORMAT.name), Reading(house=self._desk.house))
        if reply.refused:
            raise Refused(reply.refused)
        return _read(reply.stories[0])

    def later(
        self, clip: Clip, done: Callable[[Read], None], failed: Callable[[BaseException], None]
    ) -> Callable[[], None]:
        """Read in a process of its own; gives what calls it off."""
        from newsroom.formats import Reading
        from newsroom.formats.pasted import FORMAT

        reading = Reading(house=self._desk.house)
        guard = self._desk.guard

        def work() -> Read:
            try:
                return _read(guard.read((clip.name, clip.to_read()), reading, FORMAT.name)[0])
            except Refused as refused:
                raise Refused(_of_a_paste(refused.message)) from None

        return self._tasks.read(work, done, failed).cancel


def _of_a_paste(message: Message) -> Message:
    """Give a reason in the words of who pasted and has no file."""
    from newsroom.formats.guard import LOST, SLOW

    words = {SLOW: N_("It takes longer than {seconds} seconds to read."), LOST: N_("It could not be read.")}
    return replace(message, text=words.get(message.text, message.text))


def _read(story: Incoming) -> Read:
    from newsroom.formats.pasted import LINES

    notes = story.article.import_notes
    joined = any(note.rule == "lines-joined" for note in notes)
    return Read(story.article.body, story.losses, joined, tuple(n.message for n in notes if n.rule == LINES))
