"""``newsroom block``, ``unblock`` and ``blocks``: legal blocks."""

from typing import Annotated

from typer import Argument, Option, Typer

from newsroom.cli import shapes
from newsroom.cli.arguments import LARGEST_ID
from newsroom.cli.help import Leaf
from newsroom.cli.session import Session
from newsroom.cli.speech import when
from newsroom.desk import Desk
from newsroom.translation import _


def add(app: Typer, session: Session) -> None:
    """Add the commands."""
    reason_help = _("Who demands what; it is kept in the history.")

    @app.command(
        "block", cls=Leaf, help=_("Set a legal block: nothing of a story may be exported or copied.")
    )
    def block(
        ids: Annotated[list[int], Argument(metavar="ID...", max=LARGEST_ID, help=_("Stories."))],
        reason: Annotated[str, Option(metavar="TEXT", help=reason_help, show_default=False)],
    ) -> None:
        with session.desk() as desk:
            desk.blocking.set(ids, reason)
            _give(session, desk)

    @app.command("unblock", cls=Leaf, help=_("Lift the legal block of stories."))
    def unblock(
        ids: Annotated[list[int], Argument(metavar="ID...", max=LARGEST_ID, help=_("Stories."))],
        reason: Annotated[str, Option(metavar="TEXT", help=reason_help, show_default=False)],
    ) -> None:
        with session.desk() as desk:
            desk.blocking.lift(ids, reason)
            _give(session, desk)

    @app.command("blocks", cls=Leaf, help=_("List the stories under a legal block."))
    def blocks() -> None:
        with session.desk() as desk:
            _give(session, desk)


def _give(session: Session, desk: Desk) -> None:
    found, zone = desk.blocking.all(), desk.zone
    cards = {card.uid: card for card in desk.library.lists.cards_by_uid([one.uid for one in found])}
    known = [(cards[one.uid], one) for one in found if one.uid in cards]
    shape = {
        "blocks": [
            {"id": card.id, "headline": card.headline, "person": one.person,
             "time": shapes.time(one.time, zone), "reason": one.reason}
            for card, one in known
        ]
    }  # fmt: skip
    if not known:
        session.give(shape, lambda: session.say(_("No story is under a legal block.")))
        return
    heads = (_("No."), _("Headline"), _("By"), _("Since"), _("Reason"))
    rows = [
        (str(card.id), card.headline, one.person, when(one.time, zone), one.reason) for card, one in known
    ]
    session.give(shape, lambda: session.table(heads, rows, numbers=(0,)))
