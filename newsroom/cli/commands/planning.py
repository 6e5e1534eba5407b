"""``newsroom plan``: the story list of a day, its topics written, ordered, printed and made into drafts."""

from functools import partial
from pathlib import Path
from typing import Annotated, Any

from typer import Argument, Option, Typer

from newsroom.cli import shapes
from newsroom.cli.arguments import LARGEST_ID
from newsroom.cli.failures import REFUSED, Usage, sentence
from newsroom.cli.help import Group, Leaf
from newsroom.cli.session import Session
from newsroom.desk import Desk
from newsroom.desk.plan import Begun, Planned
from newsroom.desk.topic_cells import FIELDS, cells, day_title, heads, read_day
from newsroom.domain.plan import Topic
from newsroom.translation import N_, _, msg, ngettext


def add(app: Typer, session: Session) -> None:
    """Add the commands."""
    plan = Typer(cls=Group, add_completion=False, rich_markup_mode=None)
    _add_reading(plan, session)
    _add_writing(plan, session)
    _add_order(plan, session)
    _add_drafts(plan, session)
    app.add_typer(plan, name="plan", help=_("The story list for the conference."), cls=Group)


def _text(name: str, metavar: str, words: str) -> Any:
    return Option(name, metavar=metavar, help=words, show_default=False)


def _number() -> Any:
    return Argument(metavar="ID", max=LARGEST_ID, help=_("A topic’s number in the list."))


def _numbers() -> Any:
    return Argument(metavar="ID...", max=LARGEST_ID, help=_("Topics, by their numbers in the list."))


def _add_reading(plan: Typer, session: Session) -> None:
    day_help = _("The day, such as tomorrow; otherwise today.")

    @plan.command("list", cls=Leaf, help=_("List the topics of a day in their order."))
    def show(day: Annotated[str, _text("--day", "TIME", day_help)] = "") -> None:
        with session.desk() as desk:
            _give_day(session, desk, day)

    @plan.command(
        "print", cls=Leaf, help=_("Write the list of a day on one page (PDF), or as a table (CSV).")
    )
    def write(
        file: Annotated[Path, Argument(metavar="FILE", help=_("The file to write."))],
        day: Annotated[str, _text("--day", "TIME", day_help)] = "",
    ) -> None:
        with session.desk() as desk:
            desk.plan.write(read_day(day, desk), file)
        session.give({"file": str(file)}, lambda: session.say(str(file)))


def _add_writing(plan: Typer, session: Session) -> None:
    @plan.command("add", cls=Leaf, help=_("Add a topic to the list of a day."))
    def new(
        topic: Annotated[list[str], Argument(metavar="TEXT...", help=_("What the story is about."))],
        author: Annotated[str, _text("--author", "NAME", _("Who writes it; sign-offs do too."))] = "",
        section: Annotated[str, _text("--section", "NAME", _("The section."))] = "",
        length: Annotated[str, _text("--length", "TEXT", _("The ordered length, such as “80 lines”."))] = "",
        deadline: Annotated[str, _text("--deadline", "TIME", _("When it is due."))] = "",
        picture: Annotated[bool, Option("--picture", help=_("A picture is wanted."))] = False,
        day: Annotated[str, _text("--day", "TIME", _("The day, such as tomorrow; otherwise today."))] = "",
    ) -> None:
        values = {"topic": " ".join(topic), "author": author, "section": section, "length": length}
        values |= {"deadline": deadline, "picture": "yes" if picture else ""}
        with session.desk() as desk:
            kept, _changes = desk.plan.new(read_day(day, desk), values)
            _give_one(session, desk, kept)

    @plan.command("set", cls=Leaf, help=_("Change a topic: {all}.", all=", ".join(FIELDS)))
    def change(
        number: Annotated[int, _number()],
        values: Annotated[list[str], Argument(metavar="FIELD=VALUE...", help=_("What to set."))],
    ) -> None:
        with session.desk() as desk:
            kept, _changes = desk.plan.set(desk.plan.topic(number), dict(map(_parted, values)))
            _give_one(session, desk, kept)


def _parted(value: str) -> tuple[str, str]:
    name, equals, typed = value.partition("=")
    if not equals:
        raise Usage(msg(N_("“{value}” is not FIELD=VALUE."), value=value))
    return name.strip().lower(), typed


def _add_order(plan: Typer, session: Session) -> None:
    @plan.command("move", cls=Leaf, help=_("Put a topic at a place of its day’s list."))
    def move(
        number: Annotated[int, _number()],
        place: Annotated[int, Argument(metavar="N", min=1, help=_("Its place, 1 is the first."))],
    ) -> None:
        with session.desk() as desk:
            topic = desk.plan.topic(number)
            order = [one.topic.id for one in desk.plan.of_day(topic.day) if one.topic.id != number]
            order.insert(place - 1, number)
            desk.plan.order(topic.day, order)
            _give_day(session, desk, topic.day.isoformat())

    @plan.command("remove", cls=Leaf, help=_("Take topics off the list; their stories stay."))
    def remove(numbers: Annotated[list[int], _numbers()]) -> None:
        with session.desk() as desk:
            gone = [desk.plan.topic(number).id for number in numbers]
            desk.plan.remove(gone)
        words = ngettext("{n} topic removed.", "{n} topics removed.", len(gone))
        session.give({"removed": gone}, lambda: session.say(words))


def _add_drafts(plan: Typer, session: Session) -> None:
    @plan.command("draft", cls=Leaf, help=_("Make drafts of topics, each for its author until its deadline."))
    def draft(numbers: Annotated[list[int], _numbers()]) -> None:
        with session.desk() as desk:
            begun = desk.plan.begin(numbers)
        if begun.refused and not begun.stories:
            raise begun.refused[0].error
        session.give(_drafts(begun), partial(_show_drafts, session, begun))
        session.code = REFUSED if begun.refused else 0


def _drafts(begun: Begun) -> dict[str, Any]:
    refused = [{"topic": one.topic, "reason": sentence(one.error.message)} for one in begun.refused]
    return {"stories": [{"topic": one, "id": id_} for one, id_ in begun.stories.items()], "refused": refused}


def _show_drafts(session: Session, begun: Begun) -> None:
    for topic, story in begun.stories.items():
        session.say(_("Topic {topic} is story {id} now.", topic=topic, id=story))
    for one in begun.refused:
        session.remark(_("Topic {topic}: {reason}", topic=one.topic, reason=sentence(one.error.message)))


def _give_one(session: Session, desk: Desk, topic: Topic) -> None:
    (planned,) = desk.plan.with_stories([topic])
    zone = desk.zone
    session.give(shape(planned, zone), lambda: _show(session, [planned], zone))


def _give_day(session: Session, desk: Desk, typed: str) -> None:
    day, zone = read_day(typed, desk), desk.zone
    found = desk.plan.of_day(day)

    def show() -> None:
        session.say(day_title(day, zone))
        _show(session, list(found), zone)

    session.give({"day": day.isoformat(), "topics": [shape(one, zone) for one in found]}, show)


def _show(session: Session, found: list[Planned], zone: str) -> None:
    if not found:
        session.say(_("No topics yet."))
        return
    rows = [(str(one.topic.id), *cells(one, one.topic.day, zone)) for one in found]
    session.table((_("No."), *heads()), rows, numbers=(0,))


def shape(planned: Planned, zone: str) -> dict[str, Any]:
    """Give a topic for programs."""
    one, card = planned.topic, planned.card
    return {
        "id": one.id,
        "day": one.day.isoformat(),
        "topic": one.topic,
        "author": one.author,
        "section": one.section,
        "length": {"amount": one.length.amount, "unit": one.length.unit.value} if one.length else None,
        "deadline": shapes.time(one.deadline, zone),
        "picture": one.picture,
        "story": card.id if card else None,
        "state": card.state.value if card else None,
    }
