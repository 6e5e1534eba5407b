"""``newsroom people``: who works here."""

from typing import Annotated

from typer import Argument, Option, Typer

from newsroom.cli import shapes
from newsroom.cli.commands.catalogue import add_changes, add_renaming, add_tables
from newsroom.cli.failures import Usage
from newsroom.cli.help import Group, Leaf
from newsroom.cli.session import Session
from newsroom.cli.speech import word
from newsroom.domain.catalogue import Kind
from newsroom.domain.person import Person, Role
from newsroom.translation import N_, _, msg


def add(app: Typer, session: Session) -> None:
    """Add the commands."""
    people = Typer(cls=Group, add_completion=False, rich_markup_mode=None)

    @people.command("add", cls=Leaf, help=_("Add a person, or give one another role."))
    def add_person(
        name: Annotated[str, Argument(metavar="NAME", help=_("The name, as in a byline."))],
        role: Annotated[
            list[str] | None,
            Option(
                metavar="|".join(Role),
                help=_("What the person is; of several the highest counts."),
                show_default=False,
            ),
        ] = None,
        sign_off: Annotated[
            str, Option(metavar="TEXT", help=_("The sign-off under a story."), show_default=False)
        ] = "",
    ) -> None:
        highest = max((_role(one) for one in role or [Role.JOURNALIST.value]), key=lambda one: one.rank)
        with session.desk() as desk:
            before = desk.house.four_eyes
            desk.people.add(name, highest, sign_off)
            _give(session, desk.people.all())
            if desk.house.four_eyes and not before:
                session.remark(_("From now on the four-eyes rule holds: no one approves their own story."))

    @people.command("list", cls=Leaf, help=_("List the people."))
    def list_people() -> None:
        with session.desk() as desk:
            _give(session, desk.people.all())

    add_renaming(people, session, Kind.PERSON)
    add_changes(people, session, Kind.PERSON)
    add_tables(people, session, Kind.PERSON)
    app.add_typer(people, name="people", help=_("Who works here."), cls=Group)


def _role(name: str) -> Role:
    for role in Role:
        if name.casefold() in {role.value, _(role.label).casefold()}:
            return role
    raise Usage(msg(N_("There is no role “{name}”. Choose from: {all}."), name=name, all=", ".join(Role)))


def _role_of(one: Person) -> str:
    return _("{role}, no longer here", role=word(one.role)) if one.retired else word(one.role)


def _give(session: Session, people: tuple[Person, ...]) -> None:
    session.give({"people": [shapes.person(one) for one in people]}, lambda: _show(session, people))


def _show(session: Session, people: tuple[Person, ...]) -> None:
    if not people:
        session.say(_("Nobody yet: this is a library of one person, without a four-eyes rule."))
        return
    rows = [(one.name, _role_of(one), one.sign_off) for one in people]
    session.table((_("Name"), _("Role"), _("Sign-off")), rows)
