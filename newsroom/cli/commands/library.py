"""``newsroom library``: is it whole, a backup, a copy to another place, and the rights on a server."""

from pathlib import Path
from typing import Annotated

from typer import Argument, Typer

from newsroom.cli.commands import rights
from newsroom.cli.failures import sentence
from newsroom.cli.help import Group, Leaf
from newsroom.cli.session import Session
from newsroom.desk.copying import copy_library
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

    _add_copy(library, session)
    rights.add(library, session)
    app.add_typer(library, name="library", help=_("Check the library, back it up and copy it."), cls=Group)


def _add_copy(library: Typer, session: Session) -> None:
    @library.command(
        "copy",
        cls=Leaf,
        help=_("Copy a library to an empty place: a file, or a database on a server. All of it is compared."),
    )
    def copy(
        source: Annotated[str, Argument(metavar="FROM", help=_("The library: a file or an address."))],
        target: Annotated[
            str, Argument(metavar="TO", help=_("An empty place, or one where a copy was called off."))
        ],
    ) -> None:
        with session.progress(_("Copy")) as tell, session.interruptible() as stop:
            copied = copy_library(source, target, tell, stop)
        session.give(
            {"stories": copied.stories, "tables": copied.digests}, lambda: _told(session, copied.stories)
        )


def _told(session: Session, stories: int) -> None:
    session.say(
        ngettext("{n} story is copied and compared.", "{n} stories are copied and compared.", stories)
    )


def _show(session: Session, found: tuple[Message, ...]) -> None:
    for one in found:
        session.say(sentence(one))
    if not found:
        session.say(_("The library is whole."))
        return
    session.say()
    session.say(ngettext("{n} thing is damaged.", "{n} things are damaged.", len(found)))
