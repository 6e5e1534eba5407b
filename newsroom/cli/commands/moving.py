"""The ways of a story: submit, return, approve, schedule, publish and the others; trash and restore."""

from typing import Annotated

from typer import Argument, Option, Typer

from newsroom.cli.arguments import LARGEST_ID
from newsroom.cli.help import Leaf
from newsroom.cli.session import Session
from newsroom.cli.speech import word
from newsroom.desk.setting import read_time
from newsroom.domain.article import Article
from newsroom.domain.workflow import Transition
from newsroom.translation import N_, _

HELP = {
    Transition.SUBMIT: N_("Submit stories for review."),
    Transition.RETURN: N_("Return stories to their authors."),
    Transition.APPROVE: N_("Approve stories, exactly as they are."),
    Transition.SCHEDULE: N_("Schedule approved stories."),
    Transition.PUBLISH: N_("Publish approved stories."),
    Transition.UPDATE: N_("Open published stories for an update."),
    Transition.CORRECT: N_("Open published stories for a correction."),
    Transition.WITHDRAW: N_("Withdraw published stories."),
    Transition.REWORK: N_("Put stories back to draft."),
}


def add(app: Typer, session: Session) -> None:
    """Add the commands, one for each way of the table of states."""
    for transition in Transition:
        _add_way(app, session, transition)

    @app.command("trash", cls=Leaf, help=_("Lay stories into the trash."))
    def trash(
        ids: Annotated[list[int], Argument(metavar="ID...", max=LARGEST_ID, help=_("Stories."))],
    ) -> None:
        with session.desk() as desk:
            desk.writing.trash(ids)
            _give(session, [desk.writing.open(id_) for id_ in ids])

    @app.command("restore", cls=Leaf, help=_("Take stories out of the trash."))
    def restore(
        ids: Annotated[list[int], Argument(metavar="ID...", max=LARGEST_ID, help=_("Stories."))],
    ) -> None:
        with session.desk() as desk:
            desk.writing.restore(ids)
            _give(session, [desk.writing.open(id_) for id_ in ids])


def _add_way(app: Typer, session: Session, transition: Transition) -> None:
    @app.command(transition.value, cls=Leaf, help=_(HELP[transition]))
    def go(
        ids: Annotated[list[int], Argument(metavar="ID...", max=LARGEST_ID, help=_("Stories."))],
        note: Annotated[
            str,
            Option(metavar="TEXT", help=_("A word to colleagues, kept in the journal."), show_default=False),
        ] = "",
        at: Annotated[
            str, Option(metavar="TIME", help=_("The publish time to set."), show_default=False)
        ] = "",
    ) -> None:
        with session.desk() as desk:
            parsed = read_time("--at", at, desk)
            time = parsed.when if parsed else None
            moved = [
                desk.approval.move(desk.writing.open(id_), transition, note, time).article for id_ in ids
            ]
        _give(session, moved)


def _give(session: Session, stories: list[Article]) -> None:
    listed = [
        {"id": one.id, "state": one.state.value, "version": one.version, "trashed": one.trashed is not None}
        for one in stories
    ]
    rows = [(str(one.id), one.headline, _("Trash") if one.trashed else word(one.state)) for one in stories]
    heads = (_("No."), _("Headline"), _("State"))
    session.give({"stories": listed}, lambda: session.table(heads, rows, numbers=(0,)))
