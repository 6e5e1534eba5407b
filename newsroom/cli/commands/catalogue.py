"""``newsroom sections``, ``genres`` and ``keywords``: listed, renamed, merged, retired; and the same for people."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from typer import Argument, Option, Typer

from newsroom.cli.failures import CALLED_OFF
from newsroom.cli.help import Group, Leaf
from newsroom.cli.session import Session
from newsroom.desk import Desk
from newsroom.domain.catalogue import Entry, Kind, Preview, Renaming
from newsroom.domain.errors import NotFound
from newsroom.translation import N_, _, msg, ngettext

if TYPE_CHECKING:
    from newsroom.domain.changeset import Changes

NAMES = {Kind.SECTION: "sections", Kind.GENRE: "genres", Kind.PERSON: "people", Kind.KEYWORD: "keywords"}
Name = Annotated[str, Argument(metavar="NAME")]


def add(app: Typer, session: Session) -> None:
    """Add the commands."""
    helps = {
        Kind.SECTION: _("The sections of the house."),
        Kind.GENRE: _("The genres of the house."),
        Kind.KEYWORD: _("The keywords in use."),
    }
    for kind, words in helps.items():
        group = Typer(cls=Group, add_completion=False, rich_markup_mode=None)
        _add_list(group, session, kind)
        _add_new(group, session, kind)
        add_renaming(group, session, kind)
        add_changes(group, session, kind)
        add_tables(group, session, kind)
        app.add_typer(group, name=NAMES[kind], help=words, cls=Group)


def _add_list(group: Typer, session: Session, kind: Kind) -> None:
    if kind is not Kind.KEYWORD:

        @group.command("list", cls=Leaf, help=_("List them with their stories."))
        def list_entries() -> None:
            with session.desk() as desk:
                _give(session, kind, desk.catalogue.entries(kind))

        return

    @group.command("list", cls=Leaf, help=_("List the keywords that hold some words, the most used first."))
    def list_keywords(
        words: Annotated[str, Argument(metavar="WORDS", help=_("What the keyword holds."))] = "",
        limit: Annotated[int, Option("--limit", min=1, max=10_000, help=_("At most so many."))] = 200,
    ) -> None:
        with session.desk() as desk:
            _give(session, kind, desk.catalogue.keywords(words, limit=limit))

    @group.command("twins", cls=Leaf, help=_("List keywords that are likely meant to be one."))
    def list_twins() -> None:
        with session.desk() as desk:
            groups = desk.catalogue.twins()
        shape = {"twins": [[entry_shape(one) for one in group] for group in groups]}
        session.give(shape, partial(_show_twins, session, groups))


def _show_twins(session: Session, groups: tuple[tuple[Entry, ...], ...]) -> None:
    if not groups:
        session.say(_("No two keywords look alike."))
    for group in groups:
        session.say("  ".join(f"{one.title} ({one.live})" for one in group))


def _add_new(group: Typer, session: Session, kind: Kind) -> None:
    @group.command("add", cls=Leaf, help=_("Add one."))
    def add_entry(name: Name) -> None:
        with session.desk() as desk:
            _give(session, kind, (desk.catalogue.add(kind, name),))

    if kind is Kind.SECTION:

        @group.command("colour", cls=Leaf, help=_("Give a section a colour, such as #3b6ea5."))
        def colour(
            name: Name, value: Annotated[str, Argument(metavar="COLOUR", help=_("As #rrggbb."))]
        ) -> None:
            with session.desk() as desk:
                desk.catalogue.colour(name, value)
                _give(session, kind, (desk.catalogue.find(kind, name),))

    if kind is not Kind.KEYWORD:

        @group.command("order", cls=Leaf, help=_("Put those named first, in this order."))
        def order(names: Annotated[list[str], Argument(metavar="NAME...")]) -> None:
            with session.desk() as desk:
                ids = [desk.catalogue.find(kind, name).id for name in names]
                desk.catalogue.order(kind, ids)
                _give(session, kind, desk.catalogue.entries(kind))


def add_renaming(group: Typer, session: Session, kind: Kind) -> None:
    """Add the commands that give another name and take it back."""
    follows = Option("--bylines", help=_("Bylines of stories that are not approved follow."))

    @group.command("rename", cls=Leaf, help=_("Give another name; the stories follow."))
    def rename(
        name: Name,
        new: Annotated[str, Argument(metavar="NEW")],
        bylines: Annotated[bool, follows] = False,
        dry_run: Annotated[bool, Option("--dry-run", help=_("Only tell what would change."))] = False,
    ) -> None:
        _rename(session, kind, (name, new), merge=False, bylines=bylines, dry_run=dry_run)

    @group.command("merge", cls=Leaf, help=_("Make one of two; the stories of the first get the second."))
    def merge(
        name: Name,
        into: Annotated[str, Argument(metavar="INTO")],
        bylines: Annotated[bool, follows] = False,
        dry_run: Annotated[bool, Option("--dry-run", help=_("Only tell what would change."))] = False,
    ) -> None:
        _rename(session, kind, (name, into), merge=True, bylines=bylines, dry_run=dry_run)

    @group.command("undo", cls=Leaf, help=_("Take the last rename or merge back."))
    def undo() -> None:
        with session.desk() as desk:
            last = desk.catalogue.last()
            if last is None or last.kind is not kind:
                raise NotFound(msg(N_("There is nothing to take back here.")))
            _finish(session, desk, desk.catalogue.undo(last))

    @group.command("resume", cls=Leaf, help=_("Go on with what was called off."))
    def resume() -> None:
        with session.desk() as desk:
            jobs = [job for job in desk.catalogue.unfinished() if job.kind is kind]
            for job in jobs:
                _finish(session, desk, job)
            if not jobs:
                session.give({"renamed": None}, lambda: session.say(_("Nothing is unfinished.")))


def _rename(
    session: Session, kind: Kind, names: tuple[str, str], *, merge: bool, bylines: bool, dry_run: bool
) -> None:
    with session.desk() as desk:
        if dry_run:
            seen = desk.catalogue.preview(kind, *names)
            session.give(_preview_shape(seen), partial(_show_preview, session, seen))
            return
        _finish(session, desk, desk.catalogue.rename(kind, *names, merge=merge, bylines=bylines))


def _preview_shape(seen: Preview) -> dict[str, Any]:
    return {
        "name": seen.entry.title,
        "new": seen.name,
        "merge": seen.target is not None,
        "stories": seen.stories,
        "bylines": seen.bylines,
        "templates": seen.templates,
    }


def _show_preview(session: Session, seen: Preview) -> None:
    words = ngettext("{n} story would change.", "{n} stories would change.", seen.stories)
    session.say(f"{seen.entry.title} → {seen.name}: {words}")
    if seen.target is not None:
        session.say(_("“{name}” is there already: it would be a merge.", name=seen.name))
    if seen.bylines:
        session.say(ngettext("{n} byline could follow.", "{n} bylines could follow.", seen.bylines))


def _finish(session: Session, desk: Desk, job: Renaming) -> None:
    with session.interruptible() as cancelled, session.progress(job.note) as tell:
        job, _changes = desk.catalogue.finish(job, tell, cancelled)
    shape = {"from": job.old_title, "to": job.new_title, "stories": job.done, "finished": job.finished}
    session.give({"renamed": shape}, partial(_show_done, session, job))
    if not job.finished:
        session.code = CALLED_OFF


def _show_done(session: Session, job: Renaming) -> None:
    words = ngettext("{n} story changed.", "{n} stories changed.", job.done)
    session.say(f"{job.note}: {words}")
    if not job.finished:
        session.remark(_("Called off after {n} of {all}. “resume” goes on.", n=job.done, all=job.total))


def add_changes(group: Typer, session: Session, kind: Kind) -> None:
    """Add the commands that retire, bring back and delete."""

    @group.command("retire", cls=Leaf, help=_("Offer it no more; its stories keep it."))
    def retire(name: Name) -> None:
        _change(session, kind, name, lambda desk: desk.catalogue.retire(kind, name))

    @group.command("bring-back", cls=Leaf, help=_("Offer it again."))
    def bring_back(name: Name) -> None:
        _change(session, kind, name, lambda desk: desk.catalogue.retire(kind, name, retired=False))

    @group.command("delete", cls=Leaf, help=_("Delete it, where nothing uses it."))
    def delete(name: Name) -> None:
        with session.desk() as desk:
            title = desk.catalogue.find(kind, name).title
            desk.catalogue.delete(kind, name)
        session.give({"deleted": title}, lambda: session.say(_("“{name}” is deleted.", name=title)))


def _change(session: Session, kind: Kind, name: str, work: Any) -> None:
    with session.desk() as desk:
        _done: Changes = work(desk)
        _give(session, kind, (desk.catalogue.find(kind, name),))


def add_tables(group: Typer, session: Session, kind: Kind) -> None:
    """Add the commands that bring a list in and send it out."""

    @group.command("import", cls=Leaf, help=_("Add the names of a table, CSV or JSON."))
    def import_table(
        table: Annotated[Path, Argument(metavar="TABLE", help=_("With a column “name”, or names alone."))],
    ) -> None:
        from newsroom.desk.name_lists import bring_in

        with session.desk() as desk:
            _give(session, kind, bring_in(desk, kind, table))

    @group.command("export", cls=Leaf, help=_("Write all of them as a table."))
    def export_table(
        table: Annotated[Path, Argument(metavar="TABLE", help=_("The CSV file to write."))],
    ) -> None:
        from newsroom.desk.name_lists import send_out

        with session.desk() as desk:
            count = send_out(desk, kind, table)
        words = ngettext("{n} name written.", "{n} names written.", count)
        session.give({"file": str(table), "names": count}, lambda: session.say(words))


def entry_shape(entry: Entry) -> dict[str, Any]:
    """Give an entry with its counts."""
    own: dict[Kind, dict[str, Any]] = {
        Kind.SECTION: {"colour": entry.colour},
        Kind.GENRE: {"key": entry.name, "wants_lead": entry.wants_lead},
        Kind.PERSON: {"role": entry.role.value, "sign_off": entry.sign_off},
        Kind.KEYWORD: {},
    }
    return {
        "name": entry.title,
        **own[entry.kind],
        "retired": entry.retired,
        "stories": entry.live,
        "open": entry.open,
        "in_trash": entry.trashed,
        "former": list(entry.former),
    }


def _give(session: Session, kind: Kind, entries: tuple[Entry, ...]) -> None:
    shape = {NAMES[kind]: [entry_shape(entry) for entry in entries]}
    session.give(shape, partial(_show, session, entries))


def _show(session: Session, entries: tuple[Entry, ...]) -> None:
    if not entries:
        session.say(_("Nothing here yet."))
        return
    rows = [(_(one.title), str(one.live), str(one.open), _("yes") if one.retired else "") for one in entries]
    session.table((_("Name"), _("Stories"), _("Still open"), _("Retired")), rows, (1, 2))
