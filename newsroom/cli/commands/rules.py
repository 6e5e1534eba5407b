"""``newsroom rules``: what the house writes instead of what."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from typer import Argument, Option, Typer

from newsroom.cli import failures
from newsroom.cli.failures import sentence
from newsroom.cli.help import Group, Leaf
from newsroom.cli.session import Session
from newsroom.domain.house_rule import HouseRule
from newsroom.translation import _, ngettext

if TYPE_CHECKING:
    from newsroom.formats.rule_table import RulesRead


def add(app: Typer, session: Session) -> None:
    """Add the commands."""
    rules = Typer(cls=Group, add_completion=False, rich_markup_mode=None)

    @rules.command("list", cls=Leaf, help=_("List the house rules."))
    def list_rules() -> None:
        with session.desk() as desk:
            _give(session, desk.rules.all())

    @rules.command(
        "import", cls=Leaf, help=_("Take in the rules of a table; those of the same word are replaced.")
    )
    def import_rules(
        table: Annotated[
            Path, Argument(metavar="TABLE", help=_("CSV or TSV: word, wanted, reason, quotations."))
        ],
        dry_run: Annotated[
            bool, Option("--dry-run", help=_("Show what the table holds, and change nothing."))
        ] = False,
    ) -> None:
        with session.desk() as desk:
            read = desk.rules.read(table)
            if read.rules and not dry_run:
                desk.rules.put(read.rules)
            _tell(session, read)

    @rules.command("export", cls=Leaf, help=_("Write the house rules as a table."))
    def export_rules(
        table: Annotated[Path, Argument(metavar="TABLE", help=_("The CSV file to write."))],
    ) -> None:
        with session.desk() as desk:
            desk.rules.write(table)
            count = len(desk.rules.all())
        session.give(
            {"file": str(table), "rules": count},
            lambda: session.say(ngettext("{n} rule written.", "{n} rules written.", count)),
        )

    app.add_typer(rules, name="rules", help=_("What the house writes instead of what."), cls=Group)


def _shape(rule: HouseRule) -> dict[str, object]:
    return {"word": rule.word, "wanted": rule.wanted, "reason": rule.reason, "in_quotes": rule.in_quotes}


def _give(session: Session, rules: tuple[HouseRule, ...]) -> None:
    session.give({"rules": [_shape(rule) for rule in rules]}, lambda: _show(session, rules))


def _show(session: Session, rules: tuple[HouseRule, ...]) -> None:
    if not rules:
        session.say(_("There is no house rule yet."))
        return
    heads = (_("Word or phrase"), _("Wanted"), _("Reason"), _("In quotations"))
    rows = [(one.word, one.wanted, one.reason, _("yes") if one.in_quotes else "") for one in rules]
    session.table(heads, rows)


def _tell(session: Session, read: "RulesRead") -> None:
    bad = [{"line": row.line, "text": row.text, "reason": sentence(row.reason)} for row in read.bad]
    session.give(
        {"rules": [_shape(rule) for rule in read.rules], "bad": bad}, lambda: _tell_read(session, read)
    )
    if read.bad:
        session.code = failures.REFUSED


def _tell_read(session: Session, read: "RulesRead") -> None:
    session.say(ngettext("{n} rule in the table.", "{n} rules in the table.", len(read.rules)))
    for row in read.bad:
        session.remark(_("Line {n}: {text}", n=row.line, text=f"{row.text} – {sentence(row.reason)}"))
