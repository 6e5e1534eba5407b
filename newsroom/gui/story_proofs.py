"""What the machine says about the open story while it is written: findings, lookalikes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from newsroom.desk.returning import NOT_TAKEN, left_out
from newsroom.domain.finding import Severity
from newsroom.gui.doubles.words import at_a_glance
from newsroom.gui.throttle import AfterPause
from newsroom.translation import _, ngettext, tell

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import SignalInstance

    from newsroom.desk import Desk
    from newsroom.domain.article import Article, ImportNote
    from newsroom.domain.finding import Finding
    from newsroom.domain.lookalike import Lookalike
    from newsroom.gui.editor.pane import EditorPane
    from newsroom.gui.panels.panel import Panel
    from newsroom.gui.story_session import StorySession
    from newsroom.gui.story_work import Opened
    from newsroom.gui.tasks import Task, Tasks

_HEADLINE_PAUSE = 250
_JUDGE_PAUSE = 500


@dataclass(frozen=True, slots=True)
class Judged:
    """What was found about a story."""

    findings: tuple[Finding, ...]
    lookalikes: tuple[Lookalike, ...]


class StoryProofs(QObject):
    """Asks the desk on a worker, after pauses, and shows what it says; never in the way of typing."""

    judged = Signal()
    compare_asked = Signal(int)
    beside_asked = Signal(int)

    def __init__(
        self,
        desk: Desk,
        tasks: Tasks,
        session: StorySession,
        editor: EditorPane,
        panel: Panel,
    ) -> None:
        super().__init__(session)
        self._desk, self._tasks, self._session = desk, tasks, session
        self._editor, self._panel = editor, panel
        self._zone = desk.zone
        self._running: dict[str, Task] = {}
        self._likes: tuple[Lookalike, ...] = ()
        self._found: tuple[Finding, ...] = ()
        self.required = 0
        """So many findings stop the story's next step."""
        self._compare = AfterPause(self._look, _HEADLINE_PAUSE, self)
        self._judge = AfterPause(self._ask, _JUDGE_PAUSE, self)
        self._connect()

    def _connect(self) -> None:
        self._session.opened.connect(self._begin)
        self._session.closed.connect(self.clear)
        self._session.touched.connect(self._touched)
        self._editor.headline_edited.connect(self._headline_edited)
        self._editor.dressed.connect(lambda: self._editor.marks(self._found))
        for part in (self._panel.lines, self._panel.checks):
            part.jumped.connect(self._jump)
        self._panel.checks.fixed.connect(self._fix)
        self._panel.checks.dismissed.connect(self._dismiss)
        self._panel.lookalikes.opened.connect(self._session.open)

    def _begin(self, opened: Opened) -> None:
        self.clear()
        self._panel.history.show_all(opened.revisions, self._zone)
        self._ask()

    def clear(self) -> None:
        """Show nothing, and drop what is still being asked."""
        for pause in (self._compare, self._judge):
            pause.forget()
        for task in self._running.values():
            task.cancel()
        self._running.clear()
        self._take(Judged((), ()))

    def set_zone(self, zone: str) -> None:
        """Show times in another zone from now on."""
        self._zone = zone

    def renew(self) -> None:
        """Judge the open story again, for what is asked of it has changed."""
        self._ask()

    @property
    def likes(self) -> tuple[Lookalike, ...]:
        """Give the stories that are like the open one, likest first."""
        return self._likes

    @property
    def done(self) -> bool:
        """Tell whether nothing is being asked."""
        return not self._running and not self._judge.waiting()

    def _touched(self) -> None:
        self._judge.ask()

    def _headline_edited(self, _headline: str) -> None:
        if self._session.article is not None:
            self._compare.ask()

    def _look(self) -> None:
        if self._session.article is not None:
            work = partial(_lookalikes, self._desk, self._session.current())
            self._start("likes", self._tasks.read(work, self._show_likes))

    def _ask(self) -> None:
        if self._session.article is not None:
            work = partial(_judge, self._desk, self._session.current())
            self._start("judge", self._tasks.read(work, self._take))

    def _start(self, name: str, task: Task) -> None:
        """Let a new question replace the one that is still open."""
        before = self._running.get(name)
        if before is not None:
            before.cancel()
        self._running[name] = task

    def _take(self, judged: Judged) -> None:
        self._running.pop("judge", None)
        self._panel.show_findings(judged.findings, writable=self._session.writable)
        self._found = judged.findings
        self.required = sum(one.severity is Severity.REQUIRED for one in judged.findings)
        self._editor.marks(judged.findings)
        self._show_likes(judged.lookalikes)
        self.judged.emit()

    def _show_likes(self, likes: tuple[Lookalike, ...]) -> None:
        self._running.pop("likes", None)
        self._likes = likes
        self._panel.lookalikes.show_all(likes, self._zone, writable=self._session.writable)
        self._notify()

    def _notify(self) -> None:
        """Say under the headline what the writer should know first."""
        story = self._session.article
        notes = [note for note in story.import_notes if note.removed] if story else []
        parts = [tell(note.message) for note in notes[:1]]
        if self._likes:
            parts.append(at_a_glance(self._likes[0], self._desk.clock(), self._zone))
        if len(self._likes) > 1:
            more = len(self._likes) - 1
            parts.append(ngettext("{n} more is similar.", "{n} more are similar.", more))
        ways: list[tuple[str, Callable[[], None]]] = []
        if notes and self._session.writable:
            back = notes[0].rule.startswith(NOT_TAKEN)
            ways.append((_("Take over") if back else _("Undo"), partial(self._put_back, notes[0])))
            if back:
                ways.append((_("Leave as it is"), partial(self._drop, notes[0])))
        if self._likes:
            ways.append((_("Compare"), partial(self._of_likest, self.compare_asked)))
            if not notes:
                ways.append((_("Beside"), partial(self._of_likest, self.beside_asked)))
        self._editor.show_notice(" ".join(parts), ways)

    def _of_likest(self, asked: SignalInstance, _checked: bool = False) -> None:
        if self._likes:
            asked.emit(self._likes[0].id)

    def _put_back(self, note: ImportNote, _checked: bool = False) -> None:
        self._session.amend(lambda article: self._desk.proofing.undo_import_note(article, note))
        self._judge.now()

    def _drop(self, note: ImportNote, _checked: bool = False) -> None:
        self._session.amend(lambda article: left_out(article, note))
        self._notify()

    def _jump(self, finding: Finding) -> None:
        self._editor.jump(finding.place)

    def _fix(self, finding: Finding) -> None:
        if finding.fix is not None:
            self._editor.apply(finding.fix.replacements)
            self._judge.now()

    def _dismiss(self, finding: Finding) -> None:
        self._session.amend(lambda article: self._desk.proofing.dismiss(article, finding))
        self._judge.now()


def _lookalikes(desk: Desk, article: Article) -> tuple[Lookalike, ...]:
    """Give the lookalikes that nobody has said are none."""
    return desk.doubles.like(article)


def _judge(desk: Desk, article: Article) -> Judged:
    return Judged(*desk.proofing.judged(article))
