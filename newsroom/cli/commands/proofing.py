"""``newsroom lookalikes``: stories whose headline is like another."""

from typing import Annotated

from typer import Argument, Option, Typer

from newsroom.cli import shapes
from newsroom.cli.arguments import LARGEST_ID
from newsroom.cli.failures import Usage
from newsroom.cli.help import Leaf
from newsroom.cli.session import Session
from newsroom.cli.speech import alike, named
from newsroom.desk import Desk
from newsroom.domain.lookalike import Lookalike
from newsroom.translation import N_, _, msg


def add(app: Typer, session: Session) -> None:
    """Add the commands."""

    @app.command("lookalikes", cls=Leaf, help=_("Find stories whose headline is like this one."))
    def lookalikes(
        text: Annotated[
            list[str] | None, Argument(metavar="TEXT", help=_("A headline."), show_default=False)
        ] = None,
        story: Annotated[
            int,
            Option(
                "--id",
                metavar="ID",
                max=LARGEST_ID,
                help=_("The headline of this story."),
                show_default=False,
            ),
        ] = 0,
    ) -> None:
        if bool(text) == bool(story):
            raise Usage(msg(N_("Give either a headline or --id.")))
        with session.desk() as desk:
            matches = _of_story(desk, story) if story else desk.proofing.lookalikes(" ".join(text or ()))
        session.give(
            {"matches": [shapes.match(one) for one in matches]}, lambda: _show_matches(session, matches)
        )


def _of_story(desk: Desk, id_: int) -> tuple[Lookalike, ...]:
    return desk.proofing.alike(desk.writing.open(id_))


def _show_matches(session: Session, matches: tuple[Lookalike, ...]) -> None:
    if not matches:
        session.say(_("No headline like this."))
        return
    rows = [(str(one.id), named(one), alike(one)) for one in matches]
    session.table((_("No."), _("Headline"), _("Why")), rows, numbers=(0,))
