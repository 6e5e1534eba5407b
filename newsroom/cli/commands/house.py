"""``newsroom settings``: what the house has agreed on."""

from typing import Annotated

from typer import Argument, Typer

from newsroom.cli.failures import Usage
from newsroom.cli.help import Group, Leaf
from newsroom.cli.session import Session
from newsroom.desk.housekeeping import changed, shown
from newsroom.settings import House, described
from newsroom.translation import N_, _, msg


def add(app: Typer, session: Session) -> None:
    """Add the commands."""
    settings = Typer(cls=Group, add_completion=False, rich_markup_mode=None)

    @settings.command("list", cls=Leaf, help=_("List the settings of the house."))
    def list_settings() -> None:
        with session.desk() as desk:
            _give(session, desk.house)

    @settings.command("set", cls=Leaf, help=_("Change settings of the house."))
    def set_settings(
        values: Annotated[list[str], Argument(metavar="NAME=VALUE...", help=_("A setting and its value."))],
    ) -> None:
        parted: dict[str, str] = {}
        for value in values:
            name, equals, typed = value.partition("=")
            if not equals:
                raise Usage(msg(N_("“{value}” is not NAME=VALUE."), value=value))
            parted[name] = typed
        with session.desk() as desk:
            desk.library.set_house(changed(desk.house, parted))
            _give(session, desk.house)

    app.add_typer(
        settings,
        name="settings",
        help=_("What the house has agreed on."),
        cls=Group,
    )


def _give(session: Session, house: House) -> None:
    values = {name: getattr(house, name) for name in described(House)}
    session.give({"settings": values}, lambda: _show(session, house))


def _show(session: Session, house: House) -> None:
    rows = [
        (name, _(entry["title"]), shown(getattr(house, name))) for name, entry in described(House).items()
    ]
    session.table((_("Setting"), _("Meaning"), _("Value")), rows)
