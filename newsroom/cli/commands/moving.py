"""The ways of a story: submit, return, approve, schedule, publish and the others; trash and restore."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

from typer import Argument, Option, Typer

from newsroom.cli import shapes
from newsroom.cli.arguments import LARGEST_ID
from newsroom.cli.failures import Usage, code_of, kind_of, sentence
from newsroom.cli.help import Leaf
from newsroom.cli.session import Session
from newsroom.cli.speech import word
from newsroom.cli.times import typed_time
from newsroom.domain.article import Article
from newsroom.domain.channel import Channel
from newsroom.domain.errors import Known, LibraryUnusable
from newsroom.domain.workflow import Transition
from newsroom.text import dates
from newsroom.translation import N_, _, language, msg

if TYPE_CHECKING:
    from newsroom.domain.approved import SecondLook

HELP = {
    Transition.SUBMIT: N_("Submit stories for review."),
    Transition.RETURN: N_("Return stories to their authors."),
    Transition.APPROVE: N_("Approve stories, exactly as they are."),
    Transition.SCHEDULE: N_("Schedule approved stories."),
    Transition.UNSCHEDULE: N_("Take scheduled stories off the schedule; they stay approved."),
    Transition.PUBLISH: N_("Publish approved stories."),
    Transition.PUBLISH_ALONE: N_(
        "Publish breaking news without approval, with a reason; second eyes are due then."
    ),
    Transition.UPDATE: N_("Open published stories for an update."),
    Transition.CORRECT: N_("Open published stories for a correction."),
    Transition.WITHDRAW: N_("Withdraw published stories."),
    Transition.REWORK: N_("Put stories back to draft."),
}


def add(app: Typer, session: Session) -> None:
    """Add the commands, one for each way of the table of states."""
    for transition in HELP:
        if transition is not Transition.PUBLISH:
            _add_way(app, session, transition)
    _add_trash(app, session)
    _add_reserve(app, session)
    _add_looks(app, session)


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
        channel: Annotated[
            list[str] | None,
            Option(
                metavar="|".join(Channel),
                help=_("Where it goes out; may be given again."),
                show_default=False,
            ),
        ] = None,
        seen: Annotated[
            str,
            Option(
                metavar="TEXT",
                help=_("The hash of the text that you have read; no other moves."),
                show_default=False,
            ),
        ] = "",
        override: Annotated[
            str,
            Option(
                metavar="TEXT",
                help=_("Why a duty editor passes over the checklist; it is kept."),
                show_default=False,
            ),
        ] = "",
    ) -> None:
        channels = tuple(channel_named(name) for name in channel or ())
        with session.desk() as desk:
            time = typed_time(session, "--at", at, desk)

            def move(story: int) -> Article:
                found = desk.writing.open(story)
                return desk.approval.move(
                    found, transition, note, time, override=override, seen=seen, channels=channels
                ).article

            each(session, ids, move)
            if transition is Transition.APPROVE and not desk.house.four_eyes:
                session.remark(sentence(desk.approval.rule()))


def _add_trash(app: Typer, session: Session) -> None:
    _add_shift(app, session, Transition.TRASH, _("Lay stories into the trash."))
    _add_shift(app, session, Transition.RESTORE, _("Take stories out of the trash."))


def _add_shift(app: Typer, session: Session, transition: Transition, text: str) -> None:
    @app.command(transition.value, cls=Leaf, help=text)
    def shift(
        ids: Annotated[list[int], Argument(metavar="ID...", max=LARGEST_ID, help=_("Stories."))],
    ) -> None:
        with session.desk() as desk:
            work = desk.approval.trash if transition is Transition.TRASH else desk.approval.restore

            def move(story: int) -> Article:
                work((story,))
                return desk.writing.open(story)

            each(session, ids, move)


def _add_reserve(app: Typer, session: Session) -> None:
    text = _("Take the publish time from stories: once approved, they are ready for any day.")

    @app.command("reserve", cls=Leaf, help=text)
    def reserve(
        ids: Annotated[list[int], Argument(metavar="ID...", max=LARGEST_ID, help=_("Stories."))],
    ) -> None:
        with session.desk() as desk:

            def move(story: int) -> Article:
                for one in desk.moving.to_reserve((story,)).refused:
                    raise one.error
                return desk.writing.open(story)

            each(session, ids, move)


def _add_looks(app: Typer, session: Session) -> None:
    @app.command("looks", cls=Leaf, help=_("List what was published alone and waits for second eyes."))
    def looks() -> None:
        with session.desk() as desk:
            due = desk.approval.looks_due()
            zone = desk.zone
        listed = [
            {"id": one.card.id, "headline": one.card.headline, "by": one.by, "due": shapes.time(one.due, zone),
             "late": one.late}
            for one in due
        ]  # fmt: skip
        session.give({"looks": listed}, lambda: _show_looks(session, due, zone))

    @app.command("look", cls=Leaf, help=_("Say that you have looked at what was published alone."))
    def look(
        ids: Annotated[list[int], Argument(metavar="ID...", max=LARGEST_ID, help=_("Stories."))],
        note: Annotated[
            str,
            Option(metavar="TEXT", help=_("A word to colleagues, kept in the journal."), show_default=False),
        ] = "",
    ) -> None:
        with session.desk() as desk:
            each(session, ids, lambda story: desk.approval.look(story, note).article)


def _show_looks(session: Session, due: "tuple[SecondLook, ...]", zone: str) -> None:
    if not due:
        session.say(_("No second eyes are due."))
        return
    rows = [
        (str(one.card.id), one.card.headline, one.by, dates.show(one.due, zone, language()),
         _("late") if one.late else "")
        for one in due
    ]  # fmt: skip
    session.table((_("No."), _("Headline"), _("Published by"), _("Due"), ""), rows, numbers=(0,))


def channel_named(name: str) -> Channel:
    """Give a channel by its name; raises Usage."""
    if name.casefold() not in list(Channel):
        text = N_("There is no channel “{name}”. Choose from: {all}.")
        raise Usage(msg(text, name=name, all=", ".join(Channel)))
    return Channel(name.casefold())


def each(session: Session, ids: list[int], move: Callable[[int], Article]) -> None:
    """Move each story; of several, those that may not go are told and do not stop the rest."""
    moved: list[Article] = []
    refused: list[tuple[int, Known]] = []
    wanted = list(dict.fromkeys(ids))
    for story in wanted:
        try:
            moved.append(move(story))
        except LibraryUnusable:
            raise
        except Known as error:
            if len(wanted) == 1:
                raise
            refused.append((story, error))
    _give(session, moved, refused)


def _give(session: Session, stories: list[Article], refused: list[tuple[int, Known]]) -> None:
    listed = [
        {"id": one.id, "state": one.state.value, "version": one.version, "trashed": one.trashed is not None}
        for one in stories
    ]
    shape: dict[str, object] = {"stories": listed}
    if refused:
        shape["refused"] = [
            {"id": story, "kind": kind_of(error), "reason": sentence(error.message)}
            for story, error in refused
        ]
        session.code = code_of(refused[0][1])
    rows = [(str(one.id), one.headline, _("Trash") if one.trashed else word(one.state)) for one in stories]
    heads = (_("No."), _("Headline"), _("State"))
    if rows or session.common.json:
        session.give(shape, lambda: session.table(heads, rows, numbers=(0,)))
    if not session.common.json:
        for story, error in refused:
            session.remark(_("No. {id}: {reason}", id=story, reason=sentence(error.message)))
