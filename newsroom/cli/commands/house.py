"""``newsroom settings``: what the house has agreed on, and how a person likes to work."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Annotated

from typer import Argument, Typer

from newsroom.cli.failures import Usage
from newsroom.cli.help import Group, Leaf
from newsroom.cli.session import Session
from newsroom.desk.housekeeping import setting, shown
from newsroom.desk.preferences import Preferences
from newsroom.settings import House, Kind, Personal, Setting, described
from newsroom.translation import N_, _, msg


def add(app: Typer, session: Session) -> None:
    """Add the commands."""
    settings = Typer(cls=Group, add_completion=False, rich_markup_mode=None)

    @settings.command("list", cls=Leaf, help=_("List the settings of the house and your own."))
    def list_settings() -> None:
        with session.desk() as desk:
            _give(session, desk.preferences)

    @settings.command("get", cls=Leaf, help=_("Show one setting."))
    def get_setting(
        name: Annotated[str, Argument(metavar="NAME", help=_("The name of a setting."))],
    ) -> None:
        with session.desk() as desk:
            known, value = _found(desk.preferences, name)
            session.give({known.name: value}, lambda: session.say(_typed(known, value)))

    @settings.command("set", cls=Leaf, help=_("Change settings of the house or your own."))
    def set_settings(
        values: Annotated[
            list[str],
            Argument(
                metavar="NAME=VALUE...",
                help=_("A setting and its value; a template by its file, as in docx_template FILE."),
            ),
        ],
    ) -> None:
        parted = _parted(values)
        with session.desk() as desk:
            desk.preferences.set_typed(parted)
            _give(session, desk.preferences)

    app.add_typer(
        settings,
        name="settings",
        help=_("What the house has agreed on, and how you like to work."),
        cls=Group,
    )


def _parted(values: list[str]) -> dict[str, str]:
    """Part names from values; a setting that takes a file may have it as the next word."""
    parted: dict[str, str] = {}
    words = iter(values)
    for word in words:
        name, equals, typed = word.partition("=")
        known = described(House).get(name.strip().replace("-", "_"))
        if not equals:
            following = next(words, None) if known and known.kind is Kind.FILE else None
            if following is None:
                raise Usage(msg(N_("“{value}” is not NAME=VALUE."), value=word))
            typed = following
        parted[name] = typed
    return parted


def _found(kept: Preferences, name: str) -> tuple[Setting, object]:
    if name.strip().replace("-", "_") in described(Personal):
        known = setting(Personal, name)
        return known, getattr(kept.personal, known.name)
    known = setting(House, name)
    return known, getattr(kept.house, known.name)


def _give(session: Session, kept: Preferences) -> None:
    shape = {"settings": asdict(kept.house), "personal": asdict(kept.personal)}
    session.give(shape, lambda: _show(session, kept))


def _show(session: Session, kept: Preferences) -> None:
    heads = (_("Setting"), _("Meaning"), _("Value"))
    for title, held in ((_("The house"), kept.house), (_("Your own"), kept.personal)):
        session.say(title)
        session.table(heads, list(_rows(held)))


def _rows(held: House | Personal) -> Iterator[tuple[str, str, str]]:
    for name, known in described(type(held)).items():
        yield name, _(known.title), _typed(known, getattr(held, name))


def _typed(known: Setting, value: object) -> str:
    """Give a value as it is typed; of a list that is too rich for that, how long it is."""
    if known.elsewhere and isinstance(value, tuple):
        return _("{n} entries", n=len(value))
    return shown(value)
