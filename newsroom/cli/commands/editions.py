"""``newsroom edition``: a day's stories page by page, what they lack, and all of them sent out as one."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Annotated, Any

from typer import Argument, Option, Typer

from newsroom.cli import shapes
from newsroom.cli.arguments import LARGEST_ID
from newsroom.cli.commands.exporting import give_report
from newsroom.cli.failures import Usage
from newsroom.cli.help import Group, Leaf
from newsroom.cli.session import Session
from newsroom.cli.speech import when, word
from newsroom.desk import Desk
from newsroom.desk.editions import glance
from newsroom.desk.topic_cells import length_words, read_day
from newsroom.domain.edition import Edition, Line, Part
from newsroom.domain.edition_order import inserted, moved, removed
from newsroom.domain.errors import WrongValue
from newsroom.translation import N_, _, msg


def add(app: Typer, session: Session) -> None:
    """Add the commands."""
    group = Typer(cls=Group, add_completion=False, rich_markup_mode=None)
    _add_reading(group, session)
    _add_making(group, session)
    _add_filling(group, session)
    _add_order(group, session)
    _add_export(group, session)
    app.add_typer(group, name="edition", help=_("Editions: stories page by page."), cls=Group)


def _text(name: str, metavar: str, words: str) -> Any:
    return Option(name, metavar=metavar, help=words, show_default=False)


def _number() -> Any:
    return Argument(metavar="EDITION", max=LARGEST_ID, help=_("An edition’s number."))


def _place() -> Any:
    return Argument(metavar="N", min=1, help=_("A line of the edition, as shown."))


def _add_reading(group: Typer, session: Session) -> None:
    @group.command("list", cls=Leaf, help=_("List the editions of these weeks, the latest first."))
    def show_list(
        day: Annotated[str, _text("--day", "TIME", _("Around this day; otherwise today."))] = "",
    ) -> None:
        with session.desk() as desk:
            found, zone = desk.editions.around(read_day(day, desk)), desk.zone
        listed = [
            {
                "id": one.id,
                "name": one.name,
                "day": one.day.isoformat(),
                "hour": shapes.time(one.hour, zone),
                "stories": one.stories,
            }
            for one in found
        ]
        rows = [
            (str(one.id), one.day.isoformat(), one.name, when(one.hour, zone), str(one.stories))
            for one in found
        ]
        heads = (_("No."), _("Day"), _("Edition"), _("Appears"), _("Stories"))
        empty = _("There are no editions yet.")
        session.give(
            {"editions": listed},
            lambda: session.table(heads, rows, numbers=(0, 4)) if rows else session.say(empty),
        )

    @group.command("show", cls=Leaf, help=_("Show an edition, and what is lacking."))
    def show(number: Annotated[int, _number()]) -> None:
        with session.desk() as desk:
            _give(session, desk, desk.editions.edition(number))


def _add_making(group: Typer, session: Session) -> None:
    named = _("When it appears; pages of stories under embargo obey it.")

    @group.command("new", cls=Leaf, help=_("Begin an edition."))
    def new(
        name: Annotated[str, Argument(metavar="NAME", help=_("What it is called."))],
        day: Annotated[str, _text("--day", "TIME", _("The day, such as tomorrow; otherwise today."))] = "",
        hour: Annotated[str, _text("--hour", "TIME", named)] = "",
        plan: Annotated[bool, Option("--plan", help=_("With the topics of its day’s story list."))] = False,
    ) -> None:
        with session.desk() as desk:
            edition, _changes = desk.editions.new(name, day, hour)
            if plan:
                edition, _changes = desk.editions.save(desk.editions.with_topics(edition))
            _give(session, desk, edition)

    @group.command("set", cls=Leaf, help=_("Give an edition another name, day or hour."))
    def change(
        number: Annotated[int, _number()],
        name: Annotated[str, _text("--name", "NAME", _("What it is called."))] = "",
        day: Annotated[str, _text("--day", "TIME", _("The day."))] = "",
        hour: Annotated[str, _text("--hour", "TIME", named)] = "",
    ) -> None:
        def changed(desk: Desk, edition: Edition) -> Edition:
            wanted = desk.editions.named(edition, name or edition.name, day, hour)
            return wanted if hour.strip() else replace(wanted, hour=edition.hour)

        _change(session, number, changed)

    @group.command("delete", cls=Leaf, help=_("Delete an edition; its stories stay."))
    def delete(number: Annotated[int, _number()]) -> None:
        with session.desk() as desk:
            name = desk.editions.edition(number).name
            desk.editions.remove(number)
        session.give({"deleted": number}, lambda: session.say(_("Deleted: {name}", name=name)))


def _add_filling(group: Typer, session: Session) -> None:
    @group.command("add", cls=Leaf, help=_("Add stories to an edition."))
    def more(
        number: Annotated[int, _number()],
        ids: Annotated[list[int], Argument(metavar="ID...", max=LARGEST_ID, help=_("Stories."))],
        page: Annotated[
            str, _text("--page", "NAME", _("Under this page or section, made where it is not."))
        ] = "",
    ) -> None:
        def filled(desk: Desk, edition: Edition) -> Edition:
            for id_ in ids:
                desk.writing.open(id_)
            return desk.editions.with_stories(edition, ids, page)

        _change(session, number, filled)

    @group.command("page", cls=Leaf, help=_("Add a page or section."))
    def page(
        number: Annotated[int, _number()],
        title: Annotated[str, Argument(metavar="NAME", help=_("Its title."))],
        at: Annotated[
            int, Option("--at", metavar="N", min=0, help=_("Before this line."), show_default=False)
        ] = 0,
    ) -> None:
        def paged(desk: Desk, edition: Edition) -> Edition:
            wanted = replace(
                edition, parts=inserted(edition.parts, [Part("?", page=True)], at - 1 if at else None)
            )
            place = min(at - 1, len(edition.parts)) if at else len(edition.parts)
            return desk.editions.titled(wanted, place, title)

        _change(session, number, paged)

    @group.command("fill", cls=Leaf, help=_("Add the topics of a day’s story list, by section."))
    def fill(
        number: Annotated[int, _number()],
        day: Annotated[str, _text("--day", "TIME", _("The day; otherwise the edition’s own."))] = "",
    ) -> None:
        _change(
            session,
            number,
            lambda desk, one: desk.editions.with_topics(one, read_day(day, desk) if day else None),
        )


def _add_order(group: Typer, session: Session) -> None:
    @group.command("move", cls=Leaf, help=_("Move a line; a page takes its stories along."))
    def move(
        number: Annotated[int, _number()],
        place: Annotated[int, _place()],
        to: Annotated[int, Argument(metavar="N", min=1, help=_("Before this line."))],
    ) -> None:
        def placed(_desk: Desk, edition: Edition) -> Edition:
            _check(edition, place)
            return replace(edition, parts=moved(edition.parts, [place - 1], to - 1)[0])

        _change(session, number, placed)

    @group.command("remove", cls=Leaf, help=_("Take a line out; the story stays in the library."))
    def remove(number: Annotated[int, _number()], place: Annotated[int, _place()]) -> None:
        def without(_desk: Desk, edition: Edition) -> Edition:
            _check(edition, place)
            return replace(edition, parts=removed(edition.parts, [place - 1]))

        _change(session, number, without)

    @group.command("length", cls=Leaf, help=_("Order another length of a line; none takes the story’s own."))
    def length(
        number: Annotated[int, _number()],
        place: Annotated[int, _place()],
        wanted: Annotated[
            str, Argument(metavar="TEXT", help=_("Such as “80 lines”."), show_default=False)
        ] = "",
    ) -> None:
        def ordered(desk: Desk, edition: Edition) -> Edition:
            _check(edition, place)
            return desk.editions.ordered(edition, place - 1, wanted)

        _change(session, number, ordered)


def _check(edition: Edition, place: int) -> None:
    if place > len(edition.parts):
        text = N_("The edition “{name}” has {n} lines; there is no line {place}.")
        raise WrongValue(msg(text, name=edition.name, n=len(edition.parts), place=place))


def _add_export(group: Typer, session: Session) -> None:
    @group.command("export", cls=Leaf, help=_("Write the stories of an edition in its order."))
    def export(
        number: Annotated[int, _number()],
        to: Annotated[str, _text("--to", "FORMAT", _("The format, such as docx, pdf or icml."))] = "",
        profile: Annotated[str, _text("--profile", "NAME", _("A preset of the house."))] = "",
        out: Annotated[
            Path | None, _text("--out", "FILE|FOLDER", _("Where to; otherwise the folder here."))
        ] = None,
        name: Annotated[str, _text("--name", "PATTERN", _("How files are named."))] = "",
    ) -> None:
        if not (to or profile):
            raise Usage(msg(N_("Name a format with --to, or a preset with --profile.")))
        with session.desk() as desk, session.progress(_("Export")) as tell, session.interruptible() as stop:
            edition = desk.editions.edition(number)
            meant = desk.profiles.named(profile) if profile else to
            report = desk.editions.export(edition, meant, out, name, tell, stop)
        give_report(session, report)


def _change(session: Session, number: int, work: Callable[[Desk, Edition], Edition]) -> None:
    with session.desk() as desk:
        edition, _changes = desk.editions.save(work(desk, desk.editions.edition(number)))
        _give(session, desk, edition)


def _give(session: Session, desk: Desk, edition: Edition) -> None:
    lines, zone = desk.editions.lines(edition), desk.zone
    seen = glance(lines)
    shape = {
        "id": edition.id,
        "name": edition.name,
        "day": edition.day.isoformat(),
        "hour": shapes.time(edition.hour, zone),
        "stories": seen.stories,
        "ready": seen.ready,
        "lines": [_shape(line) for line in lines],
    }
    session.give(shape, partial(_show, session, edition, lines, zone))


def _shape(line: Line) -> dict[str, Any]:
    part, card, ordered = line.part, line.card, line.ordered
    return {
        "page": part.page,
        "title": _title(line),
        "story": card.id if card else None,
        "state": card.state.value if card else None,
        "length": line.now,
        "ordered": {"amount": ordered.amount, "unit": ordered.unit.value} if ordered else None,
        "lacking": sorted(mark.value for mark in line.marks),
    }


def _title(line: Line) -> str:
    return line.card.headline if line.card else line.part.title


def _show(session: Session, edition: Edition, lines: tuple[Line, ...], zone: str) -> None:
    seen = glance(lines)
    told = [edition.name, edition.day.isoformat(), when(edition.hour, zone)]
    told.append(_("{ready} of {n} ready", ready=seen.ready, n=seen.stories))
    session.say(" · ".join(filter(None, told)))
    told = [_("{n} × {what}", n=n, what=word(mark)) for mark, n in seen.marks.items()]
    if told:
        session.say(", ".join(told))
    rows = [_row(place, line) for place, line in enumerate(lines, 1)]
    if rows:
        heads = (_("Line"), _("No."), _("Headline"), _("State"), _("Length"), _("Ordered"), _("Lacking"))
        session.table(heads, rows, numbers=(0, 1, 4))


def _row(place: int, line: Line) -> tuple[str, ...]:
    if line.part.page:
        return str(place), "", f"— {line.part.title}", "", "", "", ""
    card = line.card
    return (
        str(place),
        str(card.id) if card else "",
        _title(line),
        word(card.state) if card else "",
        "" if line.now is None else str(line.now),
        length_words(line.ordered),
        ", ".join(word(mark) for mark in sorted(line.marks)),
    )
