"""``newsroom assign``, ``todo`` and ``notices``: who does what until when, and what people are told."""

from typing import Annotated, Any

from typer import Argument, Option, Typer

from newsroom.cli import shapes
from newsroom.cli.arguments import LARGEST_ID
from newsroom.cli.commands.listing import collected, give_cards
from newsroom.cli.failures import Usage, sentence
from newsroom.cli.help import Leaf
from newsroom.cli.session import Session
from newsroom.cli.speech import when
from newsroom.cli.times import remark_on
from newsroom.desk import Desk
from newsroom.desk.setting import read_time
from newsroom.domain.errors import NotFound
from newsroom.domain.listing import Filter
from newsroom.domain.notice import Notice
from newsroom.domain.todo import Todo
from newsroom.translation import N_, _, msg

SHOWN = 100


def add(app: Typer, session: Session) -> None:
    """Add the commands."""
    _add_assign(app, session)
    _add_todo(app, session)
    _add_notices(app, session)


def _add_assign(app: Typer, session: Session) -> None:
    @app.command("assign", cls=Leaf, help=_("Give stories to somebody, until a time."))
    def assign(
        ids: Annotated[list[int], Argument(metavar="ID...", max=LARGEST_ID, help=_("Stories."))],
        to: Annotated[
            str, Option("--to", metavar="NAME", help=_("A person, by name or sign-off."), show_default=False)
        ] = "",
        due: Annotated[
            str, Option("--due", metavar="TIME", help=_("When it is due."), show_default=False)
        ] = "",
        nobody: Annotated[bool, Option("--nobody", help=_("Take them from whoever has them."))] = False,
    ) -> None:
        if bool(to.strip()) == nobody:
            raise Usage(msg(N_("Name a person with --to, or say --nobody.")))
        with session.desk() as desk:
            _there(desk, ids)
            parsed = read_time("--due", due, desk)
            desk.assigning.assign(ids, to, parsed.when if parsed else None)
            remark_on(session, parsed)
            _give(session, desk, ids)


def _there(desk: Desk, ids: list[int]) -> None:
    """Raise NotFound where one of the stories is not there, before any is given away."""
    found = {card.id for card in desk.library.lists.cards_of(ids)}
    for id_ in ids:
        if id_ not in found:
            raise NotFound(msg(N_("There is no story with the number {id}."), id=id_))


def _give(session: Session, desk: Desk, ids: list[int]) -> None:
    cards, given, zone = desk.library.lists.cards_of(ids), desk.assigning.of(ids), desk.zone
    listed = [
        {
            "id": card.id,
            "assigned": given[card.id].person if card.id in given else None,
            "due": shapes.time(given[card.id].due, zone) if card.id in given else None,
        }
        for card in cards
    ]
    rows = [
        (
            str(card.id),
            card.headline,
            given[card.id].person if card.id in given else _("Nobody"),
            when(given[card.id].due, zone) if card.id in given else "",
        )
        for card in cards
    ]
    heads = (_("No."), _("Headline"), _("Assigned to"), _("Due"))
    session.give({"stories": listed}, lambda: session.table(heads, rows, numbers=(0,)))


def _add_todo(app: Typer, session: Session) -> None:
    lists = "|".join(Todo)

    @app.command(
        "todo", cls=Leaf, help=_("List your own stories, those that wait for you, or those that are late.")
    )
    def todo(
        what: Annotated[Todo, Argument(metavar=lists, help=_("Which list."))] = Todo.WAITING,
        limit: Annotated[
            int, Option(metavar="N", min=1, max=100_000, help=_("So many at most."), show_default=False)
        ] = 50,
    ) -> None:
        with session.desk() as desk:
            cards, more = collected(desk, Filter(todo=desk.assigning.todo(what)), limit)
            give_cards(session, [(card, "") for card in cards], desk.zone, more=more)


def _add_notices(app: Typer, session: Session) -> None:
    @app.command("notices", cls=Leaf, help=_("Show what others did with your stories, the newest first."))
    def notices(
        everything: Annotated[bool, Option("--all", help=_("Those you have seen too."))] = False,
        seen: Annotated[bool, Option("--seen", help=_("Note that you have seen them."))] = False,
    ) -> None:
        with session.desk() as desk:
            found = [one for one in desk.notices.page(limit=SHOWN).items if everything or not one.seen]
            zone = desk.zone
            if seen:
                desk.notices.mark()
        session.give({"notices": [_shape(one, zone) for one in found]}, lambda: _show(session, found, zone))


def _shape(one: Notice, zone: str) -> dict[str, Any]:
    return {
        "kind": one.kind.value,
        "story": one.story or None,
        "message": sentence(one.message),
        "by": one.by,
        "note": one.note,
        "due": shapes.time(one.due, zone),
        "time": shapes.time(one.time, zone),
        "seen": one.seen,
    }


def _show(session: Session, found: list[Notice], zone: str) -> None:
    if not found:
        session.say(_("No new notices."))
        return
    rows = [
        (
            when(one.time, zone),
            "\n".join(filter(None, (sentence(one.message), one.note))),
            str(one.story or ""),
        )
        for one in found
    ]
    session.table((_("When"), _("What"), _("No.")), rows, numbers=(2,))
