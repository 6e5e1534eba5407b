"""``newsroom history``, ``compare``, ``snapshot``, ``revert`` and ``journal``: what stories were, and proof of it."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

from typer import Argument, Option, Typer

from newsroom.cli import shapes
from newsroom.cli.arguments import LARGEST_ID
from newsroom.cli.failures import sentence
from newsroom.cli.help import Group, Leaf
from newsroom.cli.session import Session
from newsroom.cli.speech import when
from newsroom.desk.history import Thinning, Two
from newsroom.domain.comparison import Row
from newsroom.domain.inlining import Fate, row_in_line
from newsroom.domain.timeline import Event, told
from newsroom.translation import Message, _, ngettext


def add(app: Typer, session: Session) -> None:
    """Add the commands."""
    _add_history(app, session)
    _add_compare(app, session)
    _add_ways_back(app, session)
    journal = Typer(cls=Group, add_completion=False, rich_markup_mode=None)
    _add_journal(journal, session)
    app.add_typer(
        journal,
        name="journal",
        help=_("Verify the journal of stories, and thin their old versions."),
        cls=Group,
    )


def _add_history(app: Typer, session: Session) -> None:
    @app.command(
        "history", cls=Leaf, help=_("Tell what happened to a story: versions and actions by person.")
    )
    def history(
        story: Annotated[int, Argument(metavar="ID", max=LARGEST_ID, help=_("The story's number."))],
        out: Annotated[
            Path | None,
            Option(metavar="FILE", help=_("Write a report: .html, .docx, .pdf."), show_default=False),
        ] = None,
    ) -> None:
        with session.desk(create=False) as desk:
            events, zone = desk.history.timeline(story), desk.zone
            losses = desk.history.report(story, out) if out else ()
        for loss in losses:
            session.remark(sentence(loss))
        shape = {"id": story, "events": [shapes.event(event, zone) for event in events]}
        if out:
            session.give({**shape, "written": str(out)}, lambda: session.say(str(out)))
        else:
            session.give(shape, lambda: _show(session, events, zone))


def _show(session: Session, events: tuple[Event, ...], zone: str) -> None:
    heads = (_("When"), _("Person"), _("Action"), _("Version"), _("Note"))
    rows = [
        (when(event.time, zone), event.person, told(event), versions_of(event), event.note)
        for event in events
    ]
    session.table(heads, rows)


def versions_of(event: Event) -> str:
    """Give the versions an event left, in few signs."""
    return f"{event.first}–{event.last}" if event.first != event.last else str(event.last or "")


def _add_compare(app: Typer, session: Session) -> None:
    @app.command("compare", cls=Leaf, help=_("Say what differs between two versions of a story."))
    def compare(
        story: Annotated[int, Argument(metavar="ID", max=LARGEST_ID, help=_("The story's number."))],
        first: Annotated[int, Argument(metavar="VERSION", min=1, max=LARGEST_ID, help=_("A version."))],
        second: Annotated[
            int,
            Argument(
                metavar="VERSION",
                max=LARGEST_ID,
                help=_("Another one; else the newest."),
                show_default=False,
            ),
        ] = 0,
    ) -> None:
        with session.desk(create=False) as desk:
            newest = desk.writing.open(story)
            desk.blocking.permit(newest)
            two = desk.history.compare(story, first, second or newest.version)
        session.give(shapes.two(two), lambda: _show_two(session, two))


def _show_two(session: Session, two: Two) -> None:
    if two.same:
        session.say(_("Both read the same."))
    for field in two.fields:
        if not field.same:
            session.say(_(field.title))
            for row in field.rows:
                if not row.same:
                    session.say(f"  {in_one(row)}")


_SIGNS = {Fate.GOES: "[-{text}-]", Fate.COMES: "{{+{text}+}}", Fate.STAYS: "{text}"}


def in_one(row: Row) -> str:
    """Give a difference in one line: [-what went-] {+what came+}."""
    if row.moved:
        place, sign = (_("moved from here"), Fate.GOES) if row.old else (_("moved to here"), Fate.COMES)
        parts = [(part.text, sign if part.differs else Fate.STAYS) for part in row.old or row.new]
        return f"({place}) {_signed(parts)}"
    words = _("formatted otherwise")
    told = f"({words}) " if row.reformed else ""
    return told + _signed((part.text, part.fate) for part in row_in_line(row))


def _signed(parts: Iterable[tuple[str, Fate]]) -> str:
    return "".join(_SIGNS[fate].format(text=text) for text, fate in parts)


def _add_ways_back(app: Typer, session: Session) -> None:
    @app.command("snapshot", cls=Leaf, help=_("Keep a story as it stands, under a name."))
    def snapshot(
        story: Annotated[int, Argument(metavar="ID", max=LARGEST_ID, help=_("The story's number."))],
        name: Annotated[str, Argument(metavar="NAME", help=_("What the snapshot is called."))],
    ) -> None:
        with session.desk(create=False) as desk:
            version = desk.history.snapshot(desk.writing.open(story), name).article.version
        _give_version(session, story, version)

    @app.command("revert", cls=Leaf, help=_("Bring a story back to an earlier version, as its next one."))
    def revert(
        story: Annotated[int, Argument(metavar="ID", max=LARGEST_ID, help=_("The story's number."))],
        version: Annotated[int, Argument(metavar="VERSION", min=1, max=LARGEST_ID, help=_("A version."))],
    ) -> None:
        with session.desk(create=False) as desk:
            saved = desk.history.restore(desk.writing.open(story), version).article
        _give_version(session, story, saved.version)


def _give_version(session: Session, story: int, version: int) -> None:
    shape = {"id": story, "version": version}
    session.give(shape, lambda: session.say(_("Story {id} is kept as version {version}.", **shape)))


def _add_journal(journal: Typer, session: Session) -> None:
    @journal.command(
        "verify", cls=Leaf, help=_("Say what was changed from outside in journals and versions.")
    )
    def verify(
        story: Annotated[
            int, Argument(metavar="ID", max=LARGEST_ID, help=_("One story; else all."), show_default=False)
        ] = 0,
    ) -> None:
        with session.desk(create=False) as desk, session.progress(_("Verify")) as tell:
            found = desk.history.verify(story or None, tell)
        session.give({"found": [sentence(one) for one in found]}, lambda: _verified(session, found))

    @journal.command("thin", cls=Leaf, help=_("Thin the versions of idle stories by the house's rule."))
    def thin() -> None:
        with (
            session.desk(create=False) as desk,
            session.progress(_("Thin")) as tell,
            session.interruptible() as stop,
        ):
            done = desk.history.thin(tell, stop)
        shape = {"stories": done.stories, "struck": done.struck, "cancelled": done.cancelled}
        session.give(shape, lambda: _thinned(session, done))


def _verified(session: Session, found: tuple[Message, ...]) -> None:
    for one in found:
        session.say(sentence(one))
    if not found:
        session.say(_("The journal was verified: nothing was changed from outside."))


def _thinned(session: Session, done: Thinning) -> None:
    session.say(ngettext("{n} version was struck.", "{n} versions were struck.", done.struck))
