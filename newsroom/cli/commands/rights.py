"""``newsroom library rights`` and ``newsroom library login``: what a server itself forbids, and to whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from typer import Argument, Option, Typer

from newsroom.cli.help import Group, Leaf
from newsroom.cli.speech import word
from newsroom.translation import _

if TYPE_CHECKING:
    from newsroom.cli.session import Session
    from newsroom.domain.login import Login, RightsReport


def add(library: Typer, session: Session) -> None:
    """Add the commands."""
    rights = Typer(cls=Group, add_completion=False, rich_markup_mode=None)

    @rights.command(
        "on", cls=Leaf, help=_("Have the server itself keep the rules, whatever program speaks with it.")
    )
    def on() -> None:
        with session.desk(create=False) as desk:
            _give(session, desk.rights.on())

    @rights.command("off", cls=Leaf, help=_("Leave the rules to the program again."))
    def off() -> None:
        with session.desk(create=False) as desk:
            _give(session, desk.rights.off())

    @rights.command("show", cls=Leaf, help=_("Say who may what on the server."))
    def show() -> None:
        with session.desk(create=False) as desk:
            _give(session, desk.rights.report())

    library.add_typer(rights, name="rights", help=_("What a library’s server itself forbids."), cls=Group)
    _add_logins(library, session)


def _add_logins(library: Typer, session: Session) -> None:
    logins = Typer(cls=Group, add_completion=False, rich_markup_mode=None)

    @logins.command("add", cls=Leaf, help=_("Give a person a login of their own."))
    def add_login(
        name: Annotated[str, Argument(metavar="NAME", help=_("The person, as in “newsroom people list”."))],
        login: Annotated[
            str,
            Option(
                "--login",
                metavar="LOGIN",
                help=_("Its name; otherwise made of the person’s."),
                show_default=False,
            ),
        ] = "",
        *,
        ask: Annotated[
            bool, Option("--ask", help=_("Type the password; otherwise one is made and shown once."))
        ] = False,
    ) -> None:
        with session.desk(create=False) as desk:
            made, password = desk.rights.give(name, login, session.new_password() if ask else "")
            _told(session, made.name, "" if ask else password)

    @logins.command("password", cls=Leaf, help=_("Give a login another password."))
    def password(
        login: Annotated[str, Argument(metavar="LOGIN", help=_("The login’s name on the server."))],
        *,
        ask: Annotated[
            bool, Option("--ask", help=_("Type the password; otherwise one is made and shown once."))
        ] = False,
    ) -> None:
        with session.desk(create=False) as desk:
            chosen = desk.rights.renew(login, session.new_password() if ask else "")
            _told(session, login, "" if ask else chosen)

    @logins.command("retire", cls=Leaf, help=_("Take a login away; what its person wrote stays."))
    def retire(
        login: Annotated[str, Argument(metavar="LOGIN", help=_("The login’s name on the server."))],
    ) -> None:
        with session.desk(create=False) as desk:
            desk.rights.retire(login)
            session.give(
                {"retired": login}, lambda: session.say(_("“{login}” cannot log in any more.", login=login))
            )

    library.add_typer(logins, name="login", help=_("Who may log in to a library on a server."), cls=Group)


def _told(session: Session, login: str, password: str) -> None:
    """Tell a login, and the password that was made, which nobody can be told again."""
    shape = {"login": login, **({"password": password} if password else {})}

    def show() -> None:
        session.say(_("Login: {login}", login=login))
        if password:
            session.say(_("Password, shown this once: {password}", password=password))

    session.give(shape, show)


def _give(session: Session, report: RightsReport) -> None:
    shape = {
        "on": report.on,
        "logins": [_shape(one) for one in report.logins],
        "without_login": list(report.without),
        "may_do_everything": list(report.everything),
        "quick_search": report.quick_search,
    }
    session.give(shape, lambda: _show(session, report))


def _shape(one: Login) -> dict[str, str]:
    allowed = one.allowed.value if one.allowed else ""
    return {"login": one.name, "person": one.person, "role": one.role.value, "allowed": allowed}


def _show(session: Session, report: RightsReport) -> None:
    if not report.on:
        session.say(
            _("The rights are off: whoever has a login may change every table, and the journal shows it.")
        )
        return
    session.say(_("The rights are on: the server itself keeps the rules."))
    rows = [(one.name, one.person, word(one.role), _allowed(one)) for one in report.logins]
    if rows:
        session.table((_("Login"), _("Person"), _("Role"), _("Server")), rows)
    if report.without:
        session.say(_("Without a login: {names}", names=", ".join(report.without)))
    if report.everything:
        session.say(_("May do everything, past all rules: {names}", names=", ".join(report.everything)))
    if not report.quick_search:
        session.say(
            _("Searches are slow in large libraries; docs/server.md tells what the administrator can do.")
        )


def _allowed(one: Login) -> str:
    if one.allowed is one.role:
        return ""
    return _("no more than {role}", role=word(one.allowed)) if one.allowed else _("nothing")
