"""``newsroom erase`` and ``erased``: a story out of the library for good, by a court's order."""

import sys
from typing import Annotated

from typer import Argument, Option, Typer

from newsroom.cli import shapes
from newsroom.cli.arguments import LARGEST_ID
from newsroom.cli.failures import Usage, sentence
from newsroom.cli.help import Leaf
from newsroom.cli.session import Session
from newsroom.cli.speech import when
from newsroom.desk.erasing import UNCLEAN, Erasure, Plan
from newsroom.domain.errors import NotWritten
from newsroom.translation import N_, _, msg


def add(app: Typer, session: Session) -> None:
    """Add the commands."""
    _add_erase(app, session)
    _add_erased(app, session)


def _add_erase(app: Typer, session: Session) -> None:
    @app.command(
        "erase", cls=Leaf, help=_("Erase a story for good, from the library and its backups; asked twice.")
    )
    def erase(
        story: Annotated[int, Argument(metavar="ID", max=LARGEST_ID, help=_("The story's number."))],
        reason: Annotated[
            str,
            Option(
                metavar="TEXT", help=_("Which court ordered it; it is kept for good."), show_default=False
            ),
        ],
        confirm: Annotated[
            str,
            Option(
                metavar="SIGN",
                help=_("The sign that was shown when it was asked for the first time."),
                show_default=False,
            ),
        ] = "",
    ) -> None:
        with session.desk() as desk:
            plan = desk.erasing.plan(story)
            sign = confirm or _asked(session, plan)
            if not sign:
                raise Usage(
                    msg(
                        N_("Nothing was erased. To erase it, say the same again with --confirm {code}."),
                        code=plan.code,
                    )
                )
            done = desk.erasing.erase(story, reason, sign)
        shape = {
            "erased": list(done.stories),
            "removed": [str(path) for path in done.removed],
            "remains": [sentence(one) for one in done.remains],
        }
        session.give(shape, lambda: _show(session, done))


def _add_erased(app: Typer, session: Session) -> None:
    @app.command("erased", cls=Leaf, help=_("List what was erased for good."))
    def erased(
        scrub: Annotated[
            bool, Option("--scrub", help=_("Take what was deleted out of the library's files before."))
        ] = False,
    ) -> None:
        with session.desk() as desk:
            if scrub and not desk.erasing.scrub():
                raise NotWritten(UNCLEAN)
            found, zone = desk.erasing.all(), desk.zone
        shape = {
            "erased": [
                {
                    "id": one.story,
                    "person": one.person,
                    "time": shapes.time(one.time, zone),
                    "reason": one.reason,
                }
                for one in found
            ]
        }
        heads = (_("No."), _("By"), _("Time"), _("Reason"))
        rows = [(str(one.story), one.person, when(one.time, zone), one.reason) for one in found]
        session.give(shape, lambda: session.table(heads, rows, numbers=(0,)))


def _asked(session: Session, plan: Plan) -> str:
    """Show what would go; at a terminal, ask whether it shall, and for the sign."""
    if session.common.json:
        return ""
    for card in plan.stories:
        session.remark(
            _("Erased for good would be No. {id} “{headline}”.", id=card.id, headline=card.headline)
        )
    for path in (*plan.files, *plan.backups):
        session.remark(_("With it: {path}", path=str(path)))
    for card in plan.alike:
        session.remark(_("Like it, and it stays: No. {id} “{headline}”.", id=card.id, headline=card.headline))
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return ""
    session.remark(_("This cannot be undone. Type “{code}” to erase it.", code=plan.code))
    return input("> ").strip()


def _show(session: Session, done: Erasure) -> None:
    session.say(_("Erased for good: {ids}.", ids=", ".join(map(str, done.stories))))
    for path in done.removed:
        session.say(_("Deleted: {path}", path=str(path)))
    for one in done.remains:
        session.remark(sentence(one))
