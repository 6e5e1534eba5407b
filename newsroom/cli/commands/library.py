"""``newsroom library``: is it whole, and a copy of it."""

from pathlib import Path
from typing import Annotated

from typer import Argument, Typer

from newsroom.cli.failures import sentence
from newsroom.cli.help import Group, Leaf
from newsroom.cli.session import Session
from newsroom.translation import Message, _, ngettext


def add(app: Typer, session: Session) -> None:
    """Add the commands."""
    library = Typer(cls=Group, add_completion=False, rich_markup_mode=None)

    @library.command("check", cls=Leaf, help=_("Say what is damaged in the library."))
    def check() -> None:
        with session.desk(create=False) as desk, session.progress(_("Check")) as tell:
            found = desk.care.check(tell)
        session.give({"found": [sentence(one) for one in found]}, lambda: _show(session, found))

    @library.command("backup", cls=Leaf, help=_("Write a copy of the library and compare it."))
    def backup(
        file: Annotated[Path, Argument(metavar="FILE", help=_("The copy; a file that is there is kept."))],
    ) -> None:
        with session.desk(create=False) as desk, session.progress(_("Backup")):
            written = str(desk.care.back_up(file))
        session.give({"written": written}, lambda: session.say(written))

    app.add_typer(library, name="library", help=_("Check the library, and back it up."), cls=Group)


def _show(session: Session, found: tuple[Message, ...]) -> None:
    for one in found:
        session.say(sentence(one))
    if not found:
        session.say(_("The library is whole."))
        return
    session.say()
    session.say(ngettext("{n} thing is damaged.", "{n} things are damaged.", len(found)))
