"""``newsroom checklist``: what is asked before a story goes on."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from typer import Argument, Option, Typer

from newsroom.cli import failures
from newsroom.cli.failures import Usage, sentence
from newsroom.cli.help import Group, Leaf
from newsroom.cli.session import Session
from newsroom.domain.checklist import MOMENTS, Demand
from newsroom.domain.finding import Severity
from newsroom.domain.workflow import Transition
from newsroom.translation import N_, _, msg, ngettext

if TYPE_CHECKING:
    from newsroom.desk.checklists import Asked
    from newsroom.formats.checklist_table import ChecklistRead

_MARKS = {Severity.REQUIRED: "●", Severity.RECOMMENDED: "○", Severity.OFF: "–"}


def add(app: Typer, session: Session) -> None:
    """Add the commands."""
    checklist = Typer(cls=Group, add_completion=False, rich_markup_mode=None)
    _add_list(checklist, session)
    _add_set(checklist, session)
    _add_files(checklist, session)
    app.add_typer(checklist, name="checklist", help=_("What is asked before a story goes on."), cls=Group)


def _add_list(checklist: Typer, session: Session) -> None:
    @checklist.command("list", cls=Leaf, help=_("List what is asked at each step."))
    def list_demands(
        genre: Annotated[
            str, Option(metavar="NAME", help=_("As it holds for a genre."), show_default=False)
        ] = "",
        section: Annotated[
            str, Option(metavar="NAME", help=_("As it holds for a section."), show_default=False)
        ] = "",
    ) -> None:
        with session.desk() as desk:
            _give(session, desk.checklists.holding(genre, section), desk.checklists.all())


def _add_set(checklist: Typer, session: Session) -> None:
    @checklist.command("set", cls=Leaf, help=_("Set how much a rule asks for: off, recommended or required."))
    def set_demand(
        rule: Annotated[str, Argument(metavar="NAME", help=_("The name of a rule."))],
        severity: Annotated[
            str, Argument(metavar="VALUE", help=_("off, recommended or required; or default."))
        ],
        at: Annotated[
            str,
            Option(metavar="|".join(MOMENTS), help=_("At this step alone."), show_default=False),
        ] = "",
        genre: Annotated[
            str, Option(metavar="NAME", help=_("For this genre alone."), show_default=False)
        ] = "",
        section: Annotated[
            str, Option(metavar="NAME", help=_("For this section alone."), show_default=False)
        ] = "",
    ) -> None:
        moment = _moment(at)
        gravity = None if severity.casefold() == "default" else _severity(severity)
        with session.desk() as desk:
            demand = Demand(rule, moment, gravity or Severity.OFF, genre, section)
            if gravity is None:
                desk.checklists.forget([demand])
            else:
                desk.checklists.put([demand])
            _give(session, desk.checklists.holding(genre, section), desk.checklists.all())


def _add_files(checklist: Typer, session: Session) -> None:
    @checklist.command("import", cls=Leaf, help=_("Take in the checklists of a table."))
    def import_demands(
        table: Annotated[
            Path,
            Argument(metavar="TABLE", help=_("CSV or TSV: rule, transition, severity, genre, section.")),
        ],
        instead: Annotated[
            bool, Option("--replace", help=_("In place of all that was set; otherwise beside it."))
        ] = False,
        dry_run: Annotated[
            bool, Option("--dry-run", help=_("Show what the table holds, and change nothing."))
        ] = False,
    ) -> None:
        with session.desk() as desk:
            read = desk.checklists.read(table)
            if not dry_run and (read.demands or instead) and not (instead and read.bad):
                (desk.checklists.replace_all if instead else desk.checklists.put)(read.demands)
        _tell(session, read)

    @checklist.command("export", cls=Leaf, help=_("Write what the house has set as a table."))
    def export_demands(
        table: Annotated[Path, Argument(metavar="TABLE", help=_("The CSV file to write."))],
    ) -> None:
        with session.desk() as desk:
            count = desk.checklists.write(table)
        session.give(
            {"file": str(table), "entries": count},
            lambda: session.say(ngettext("{n} entry written.", "{n} entries written.", count)),
        )


def _moment(name: str) -> Transition | None:
    if name and name.casefold() not in MOMENTS:
        text = N_("There is no checklist for “{name}”. Choose from: {all}.")
        raise Usage(msg(text, name=name, all=", ".join(MOMENTS)))
    return Transition(name.casefold()) if name else None


def _severity(name: str) -> Severity:
    if name.casefold() not in list(Severity):
        raise Usage(msg(N_("“{value}” is not off, recommended or required."), value=name))
    return Severity(name.casefold())


def _shape(one: Demand) -> dict[str, str]:
    return {
        "rule": one.rule,
        "transition": one.moment.value if one.moment else "",
        "severity": one.severity.value,
        "genre": one.genre,
        "section": one.section,
    }


def _give(session: Session, holding: "tuple[Asked, ...]", own: tuple[Demand, ...]) -> None:
    listed = [
        {"rule": one.rule, "transition": one.moment.value, "severity": one.severity.value, "own": one.own}
        for one in holding
    ]
    shape = {"holding": listed, "entries": [_shape(one) for one in own]}
    session.give(shape, lambda: _show(session, holding))


def _show(session: Session, holding: "tuple[Asked, ...]") -> None:
    found: dict[str, dict[Transition, str]] = {}
    for one in holding:
        found.setdefault(one.rule, {})[one.moment] = _MARKS[one.severity] + ("*" if one.own else "")
    numbers = tuple(str(number) for number, _moment in enumerate(MOMENTS, 1))
    titles = {one.rule: one.title for one in holding}
    rows = [
        (rule, _(titles[rule]), *(row.get(moment, "") for moment in MOMENTS)) for rule, row in found.items()
    ]
    session.table((_("Rule"), _("Meaning"), *numbers), rows)
    steps = (_(moment.label).removesuffix(" …") for moment in MOMENTS)
    session.say("  ".join(f"{number} {step}" for number, step in zip(numbers, steps, strict=True)))
    session.say(_("● required  ○ recommended  – off  * set by the house"))


def _tell(session: Session, read: "ChecklistRead") -> None:
    bad = [{"line": one.line, "reason": sentence(one.reason)} for one in read.bad]
    shape = {"entries": [_shape(one) for one in read.demands], "bad": bad}
    session.give(shape, lambda: _tell_read(session, read))
    if read.bad:
        session.code = failures.REFUSED


def _tell_read(session: Session, read: "ChecklistRead") -> None:
    count = len(read.demands)
    session.say(ngettext("{n} entry in the table.", "{n} entries in the table.", count))
    for one in read.bad:
        session.remark(_("Line {n}: {text}", n=one.line, text=sentence(one.reason)))
