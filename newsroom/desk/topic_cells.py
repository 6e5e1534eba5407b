"""What is typed into the cells of the story list, and what stands in them: dates and lengths in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from newsroom.desk.setting import read_length
from newsroom.domain.cleaning import cleaned
from newsroom.domain.errors import NotFound, WrongValue
from newsroom.domain.plan import LONGEST_NAME, LONGEST_TOPIC
from newsroom.domain.timetable import begins, place_of
from newsroom.translation import N_, _, language, msg, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime

    from newsroom.desk import Desk
    from newsroom.desk.plan import Planned
    from newsroom.domain.article import OrderedLength
    from newsroom.domain.plan import Topic

YES = frozenset({"yes", "y", "ja", "j", "x", "1", "+", "bild", "picture", "true"})
NO = frozenset({"", "no", "n", "nein", "0", "-", "–", "false"})
_FARTHEST = timedelta(days=3660)


def changed(topic: Topic, values: Mapping[str, str], desk: Desk) -> Topic:
    """Give a topic whose named cells hold what was typed; raises WrongValue in one sentence."""
    for name, typed in values.items():
        read = _CELLS.get(name)
        if read is None:
            text = N_("There is no field “{field}”. Fields: {all}.")
            raise WrongValue(msg(text, field=name, all=", ".join(_CELLS)))
        topic = read(topic, " ".join(cleaned(typed).split()), desk)
    return topic


def _topic(topic: Topic, typed: str, _desk: Desk) -> Topic:
    if not typed:
        raise WrongValue(msg(N_("Write what the story is about.")))
    return replace(topic, topic=_within("topic", typed, LONGEST_TOPIC))


def _within(field: str, typed: str, most: int) -> str:
    if len(typed) > most:
        raise WrongValue(msg(N_("“{field}” holds at most {n} characters."), field=field, n=most))
    return typed


def _author(topic: Topic, typed: str, desk: Desk) -> Topic:
    """Take a name or several; sign-offs and names of the house in any case become the names as they are written."""
    parts = (" ".join(part.split()) for part in typed.split(","))
    names = dict.fromkeys(_proper(part, desk) for part in parts if part)
    return replace(topic, author=_within("author", ", ".join(names), LONGEST_NAME))


def _proper(name: str, desk: Desk) -> str:
    try:
        return desk.assigning.person(name).name
    except NotFound:
        return name


def _section(topic: Topic, typed: str, desk: Desk) -> Topic:
    known = {one.name.casefold(): one.name for one in desk.library.house.sections()}
    return replace(topic, section=known.get(typed.casefold(), _within("section", typed, LONGEST_NAME)))


def _length(topic: Topic, typed: str, desk: Desk) -> Topic:
    return replace(topic, length=read_length("length", typed, desk))


def _deadline(topic: Topic, typed: str, desk: Desk) -> Topic:
    return replace(topic, deadline=read_deadline(typed, topic.day, desk))


def read_deadline(typed: str, day: date, desk: Desk) -> datetime | None:
    """Give the time that was typed; an hour alone is of the list's own day. Raises WrongValue."""
    if not typed:
        return None
    from newsroom.text import dates

    parsed = dates.parse(typed, desk.zone, desk.clock(), language())
    if parsed is not None and dates.Guess.DAY in parsed.guessed:
        parsed = dates.parse(typed, desk.zone, begins(day, desk.zone), language())
    if parsed is None:
        text = N_("“{value}” is no time, such as “15:30” or “tomorrow 9:00”.")
        raise WrongValue(msg(text, value=typed))
    return parsed.when


def _picture(topic: Topic, typed: str, _desk: Desk) -> Topic:
    if typed.casefold() not in YES | NO:
        raise WrongValue(msg(N_("“{value}” is neither yes nor no."), value=typed))
    return replace(topic, picture=typed.casefold() in YES)


def _day(topic: Topic, typed: str, desk: Desk) -> Topic:
    return replace(topic, day=read_day(typed, desk))


def read_day(typed: str, desk: Desk) -> date:
    """Give the day that was typed, today where nothing was; raises WrongValue."""
    now = desk.clock()
    today = place_of(now, desk.zone).day
    if not typed.strip():
        return today
    from newsroom.text import dates

    try:
        found = date.fromisoformat(typed.strip())
    except ValueError:
        parsed = dates.parse(typed, desk.zone, now, language())
        if parsed is None:
            text = N_("“{value}” is no day, such as “tomorrow” or “27.03.2027”.")
            raise WrongValue(msg(text, value=typed)) from None
        found = place_of(parsed.when, desk.zone).day
    if abs(found - today) > _FARTHEST:
        raise WrongValue(msg(N_("“{value}” is further away than ten years."), value=typed))
    return found


_CELLS: dict[str, Callable[[Topic, str, Desk], Topic]] = {
    "topic": _topic,
    "author": _author,
    "section": _section,
    "length": _length,
    "deadline": _deadline,
    "picture": _picture,
    "day": _day,
}
FIELDS = tuple(_CELLS)
"""The names of the cells."""


# What stands there


def length_words(length: OrderedLength | None) -> str:
    """Give an ordered length in words, in the language in use."""
    return "" if length is None else f"{length.amount} {_(length.unit.label)}"


def deadline_words(when: datetime | None, day: date, zone: str) -> str:
    """Give a deadline: its hour, and its day too where that is not the list's, and its year where that is another."""
    if when is None:
        return ""
    from newsroom.text import dates

    there = place_of(when, zone).day
    date_, _space, hour = dates.show(when, zone, language()).rpartition(" ")
    if there == day:
        return hour
    year = f"{there.year:04}"
    return f"{date_.removesuffix(year).strip() if there.year == day.year else date_} {hour}"


def state_words(planned: Planned) -> str:
    """Give how far a topic is: the state of its story, or nothing."""
    if planned.trashed:
        return _("In the trash")
    if planned.card is not None:
        return _(planned.card.state.label)
    return _("Story deleted") if planned.topic.begun else ""


def cells(planned: Planned, day: date, zone: str) -> tuple[str, ...]:
    """Give what stands in a line of the list."""
    one = planned.topic
    deadline = deadline_words(one.deadline, day, zone)
    picture = _("yes") if one.picture else ""
    return (
        one.topic,
        one.author,
        one.section,
        length_words(one.length),
        deadline,
        picture,
        state_words(planned),
    )


def heads() -> tuple[str, ...]:
    """Give the heads of the list's columns."""
    return (
        _("Topic"), _("Author"), _("Section"), _("Length"), _("Deadline"), _("Picture"), _("State"),
    )  # fmt: skip


def day_title(day: date, zone: str) -> str:
    """Give a day with its weekday, in the language in use."""
    from newsroom.text import dates

    return dates.show(begins(day, zone), zone, language(), "long").rpartition(",")[0]


def sheet(planned: Sequence[Planned], day: date, desk: Desk) -> Mapping[str, object]:
    """Give what stands on the printed page, as plain data."""
    from newsroom.text import dates

    title = day_title(day, desk.zone)
    count = ngettext("{n} topic", "{n} topics", len(planned))
    printed = _("Printed {time}", time=dates.show(desk.clock(), desk.zone, language()))
    return {
        "lang": language(),
        "label": _("Story list"),
        "title": title,
        "house": desk.house.name,
        "count": count,
        "printed": printed,
        "heads": list(heads()),
        "rows": [list(cells(one, day, desk.zone)) for one in planned],
        "empty": _("No topics yet."),
    }


def csv(planned: Sequence[Planned], desk: Desk, code: str) -> bytes:
    """Give a table for a spreadsheet; a cell that it would take for a formula is text."""
    from newsroom.formats.spreadsheet import written

    lines = (cells(one, one.topic.day, desk.zone) for one in planned)
    return written(heads(), lines, ";" if code == "de" else ",")
