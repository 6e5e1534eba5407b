"""``newsroom replace``: a word or an expression in many stories, looked at first or replaced at once."""

from dataclasses import replace as replace_in
from typing import Annotated

from typer import Argument, Option, Typer

from newsroom.cli import shapes
from newsroom.cli.arguments import LARGEST_ID
from newsroom.cli.commands.listing import state_named
from newsroom.cli.failures import CALLED_OFF, REFUSED, Usage, code_of, sentence
from newsroom.cli.help import Leaf
from newsroom.cli.session import Session
from newsroom.desk import Desk
from newsroom.desk.replacing import FindReport, FoundIn, ReplaceReport, note_of
from newsroom.desk.reports import Unwritten
from newsroom.domain.listing import Filter
from newsroom.domain.workflow import State
from newsroom.text.pattern import Sought
from newsroom.text.searching import Find
from newsroom.translation import N_, _, msg, ngettext

_VEIL = "…"


def add(app: Typer, session: Session) -> None:
    """Add the command."""

    @app.command(
        "replace", cls=Leaf, help=_("Replace words in many stories, or look what would be replaced.")
    )
    def replace(
        words: Annotated[str, Argument(metavar="PATTERN", help=_("What is looked for."))],
        new: Annotated[str, Argument(metavar="TEXT", help=_("What takes its place; $1 stands for a group."))],
        ids: Annotated[
            list[int] | None,
            Argument(metavar="ID...", max=LARGEST_ID, help=_("Stories."), show_default=False),
        ] = None,
        regex: Annotated[
            bool, Option("--regex", help=_("PATTERN is a regular expression."), show_default=False)
        ] = False,
        case: Annotated[bool, Option("--case", help=_("Case counts."), show_default=False)] = False,
        whole_word: Annotated[
            bool, Option("--whole-word", help=_("Whole words only."), show_default=False)
        ] = False,
        state: Annotated[
            list[str],
            Option(
                metavar="STATE", help=_("Only this state: {all}.", all=", ".join(State)), show_default=False
            ),
        ] = [],  # noqa: B006 - Typer makes a new list for each call
        everything: Annotated[bool, Option("--all", help=_("All stories."), show_default=False)] = False,
        dry_run: Annotated[
            bool, Option("--dry-run", help=_("Show what would be replaced, and change nothing."))
        ] = False,
    ) -> None:
        sought = Sought(words, whole_word, case, expression=regex)
        states = frozenset(state_named(name) for name in state)
        if not words or not (ids or everything or states):
            raise Usage(msg(N_("Name stories or a state, or say --all.")))
        with session.desk() as desk:
            meant = _meant(desk, ids or [], states)
            found = _find(session, desk, meant, sought, new)
            if dry_run or found.cancelled:
                _tell_found(session, replace_in(found, stories=_veiled(desk, found.stories)))
            else:
                done = _replace(session, desk, found, note_of(sought, new))
                _tell_replaced(session, replace_in(done, replaced=_veiled(desk, done.replaced)))


def _meant(desk: Desk, ids: list[int], states: frozenset[State]) -> tuple[int, ...]:
    """Give the stories to look through; those named must exist."""
    for story in ids:
        desk.writing.open(story)
    if not ids:
        return desk.lists.ids(Filter(states=states))
    if not states:
        return tuple(dict.fromkeys(ids))
    kept = {card.id for card in desk.library.lists.cards_of(ids) if card.state in states}
    return tuple(story for story in dict.fromkeys(ids) if story in kept)


def _find(session: Session, desk: Desk, ids: tuple[int, ...], sought: Sought, new: str) -> FindReport:
    with session.progress(_("Search")) as show, session.interruptible() as stop:
        return desk.replacing.find(ids, sought, new, show, stop)


def _replace(session: Session, desk: Desk, found: FindReport, note: str) -> ReplaceReport:
    free = [story for story in found.stories if story.locked is None]
    locked = tuple(Unwritten(story.id, story.locked) for story in found.stories if story.locked)
    with session.progress(_("Replace")) as show, session.interruptible() as stop:
        done = desk.replacing.replace(free, note, show, stop)
    return ReplaceReport(done.replaced, locked + done.refused, done.changes, done.cancelled, done.stopped)


def _veiled(desk: Desk, stories: tuple[FoundIn, ...]) -> tuple[FoundIn, ...]:
    """Give finds to be told, those in stories under a legal block without any words of the text."""
    uids = {card.id: card.uid for card in desk.library.lists.cards_of([story.id for story in stories])}
    blocked = desk.blocking.among(uids.values())
    return tuple(
        replace_in(story, finds=tuple(map(_silent, story.finds))) if uids.get(story.id) in blocked else story
        for story in stories
    )


def _silent(find: Find) -> Find:
    return replace_in(find, old=_VEIL, new=_VEIL, before="", after="")


def _tell_found(session: Session, report: FindReport) -> None:
    session.give(shapes.find_report(report), lambda: _show_found(session, report))
    session.code = CALLED_OFF if report.cancelled else 0


def _show_found(session: Session, report: FindReport) -> None:
    _show_finds(session, report.stories)
    for story in report.stories:
        if story.locked:
            session.remark(_("No. {id}: {reason}", id=story.id, reason=sentence(story.locked.message)))
    _sum(session, report.count, len(report.stories))


def _tell_replaced(session: Session, report: ReplaceReport) -> None:
    session.give(shapes.replace_report(report), lambda: _show_replaced(session, report))
    session.code = _code(report)
    if report.stopped:
        session.stop(report.stopped)


def _code(report: ReplaceReport) -> int:
    if report.cancelled:
        return CALLED_OFF
    if not report.refused:
        return 0
    return REFUSED if report.replaced else code_of(report.refused[0].error)


def _show_replaced(session: Session, report: ReplaceReport) -> None:
    _show_finds(session, report.replaced)
    for refused in report.refused:
        session.remark(_("No. {id}: {reason}", id=refused.id, reason=sentence(refused.message)))
    _sum(session, report.count, len(report.replaced))


def _show_finds(session: Session, stories: tuple[FoundIn, ...]) -> None:
    rows = [(str(story.id), _around(find), find.new) for story in stories for find in story.finds]
    if rows:
        session.table((_("No."), _("Found"), _("New")), rows, numbers=(0,))
        session.say()


def _around(find: Find) -> str:
    return f"{find.before[-24:]}[{find.old}]{find.after[:24]}".replace("\n", " ")


def _sum(session: Session, finds: int, stories: int) -> None:
    words = ngettext("{n} find", "{n} finds", finds)
    session.say(words + ", " + ngettext("{n} story", "{n} stories", stories) + ".")
