"""Who reads what is pasted: the window itself what is small and harmless, a process of its own all else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.domain.errors import Refused
from newsroom.gui.editor.clipboard import Clip, Read

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsroom.desk import Desk
    from newsroom.formats import Incoming
    from newsroom.gui.tasks import Tasks


class Clips:
    """Reads clips for the fields of a window."""

    def __init__(self, desk: Desk, tasks: Tasks) -> None:
        self._desk, self._tasks = desk, tasks

    def at_once(self, clip: Clip) -> Read | None:
        """Give what is read in a moment, or None where that would take longer; raises Known."""
        from newsroom.formats import Reading
        from newsroom.formats.guard.gate import pass_gate
        from newsroom.formats.guard.worker import Job, answer
        from newsroom.formats.pasted import FORMAT, OWN, is_quick, own

        if not is_quick(clip.data, clip.name):
            return None
        if clip.name == OWN:
            return _read(pass_gate(own(clip.data)))
        reply = answer(Job(clip.name, clip.data, FORMAT.name), Reading(house=self._desk.house))
        if reply.refused:
            raise Refused(reply.refused)
        return _read(reply.stories[0])

    def later(
        self, clip: Clip, done: Callable[[Read], None], failed: Callable[[BaseException], None]
    ) -> Callable[[], None]:
        """Read in a process of its own; gives what calls it off."""
        from newsroom.formats import Reading
        from newsroom.formats.pasted import FORMAT

        reading, source = Reading(house=self._desk.house), (clip.name, clip.data)
        guard = self._desk.guard
        task = self._tasks.read(lambda: _read(guard.read(source, reading, FORMAT.name)[0]), done, failed)
        return task.cancel


def _read(story: Incoming) -> Read:
    joined = any(note.rule == "lines-joined" for note in story.article.import_notes)
    return Read(story.article.body, story.losses, joined)
