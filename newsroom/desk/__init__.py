"""The use cases: write, submit, approve, bring in, send out. The one door for window and command line.

No Qt, no SQL and no parsing here: the desk asks the library to keep, the formats to read and write, the
checks to judge, and says who did what.
"""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Self

from newsroom.desk.liveness import new_session

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from newsroom.desk.agenda import Agenda
    from newsroom.desk.approval import Approval
    from newsroom.desk.assigning import Assigning
    from newsroom.desk.blocking import Blocking
    from newsroom.desk.care import Care
    from newsroom.desk.catalogue import Catalogue
    from newsroom.desk.checklists import Checklists
    from newsroom.desk.doubles import Doubles
    from newsroom.desk.editing import Editing
    from newsroom.desk.editions import Editions
    from newsroom.desk.erasing import Erasing
    from newsroom.desk.history import History
    from newsroom.desk.house_rules import HouseRules
    from newsroom.desk.intake import Intake
    from newsroom.desk.lists import Lists
    from newsroom.desk.moving import Moving
    from newsroom.desk.notices import Notices
    from newsroom.desk.output import Output
    from newsroom.desk.page_styles import PageStyles
    from newsroom.desk.people import People
    from newsroom.desk.pictures import Pictures
    from newsroom.desk.plan import Plan
    from newsroom.desk.preferences import Preferences
    from newsroom.desk.printing import Printing
    from newsroom.desk.profiles import Profiles
    from newsroom.desk.proofing import Proofing
    from newsroom.desk.publishing import Publishing
    from newsroom.desk.replacing import Replacing
    from newsroom.desk.returning import Returning
    from newsroom.desk.reviewing import Reviewing
    from newsroom.desk.rights import Rights
    from newsroom.desk.samples import Samples
    from newsroom.desk.searches import Searches
    from newsroom.desk.searching import Searching
    from newsroom.desk.shelter import Shelter
    from newsroom.desk.shorthand import Shorthand
    from newsroom.desk.versions import Versions
    from newsroom.desk.writing import Writing
    from newsroom.domain.person import Person
    from newsroom.formats.guard import Guard
    from newsroom.library.door import Library
    from newsroom.settings import House

__all__ = ["Desk", "now_utc", "open_desk"]


def now_utc() -> datetime:
    """Give the time now, aware."""
    return datetime.now(UTC)


def open_desk(
    library: str | Path | None = None,
    as_name: str = "",
    *,
    create: bool = True,
    clock: Callable[[], datetime] = now_utc,
    password: str = "",
) -> Desk:
    """Open a library, made where there is none, for a person; raises LibraryUnusable and WrongValue.

    Without a library it is the one the environment names, or the one in the user's data folder. The password
    is for one on a server; without one, it is looked for where passwords are kept.
    """
    from newsroom.desk import opening

    opened = opening.open_place(library, clock, create=create, password=password)
    try:
        person = opening.acting(opened, as_name)
        opening.keep_erased(opened, person)
        return Desk(opened, person, clock=clock)
    except BaseException:
        opened.close()
        raise


class Desk:
    """An open library with a person at it; usable from any thread."""

    def __init__(self, library: Library, person: Person, *, clock: Callable[[], datetime] = now_utc) -> None:
        self.library = library
        self.person = person
        self.clock = clock
        self.session = new_session(person.name)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_details: object) -> None:
        self.close()

    def close(self) -> None:
        """End the reading processes and close the library."""
        if "guard" in self.__dict__:
            self.guard.close()
        if "editing" in self.__dict__:
            self.editing.release()
        if "writing" in self.__dict__:
            self.writing.leave()
        self.library.close()

    def with_person(self, person: Person) -> Desk:
        """Give a desk at the same library with another person at it; this one stays to be closed."""
        return Desk(self.library, person, clock=self.clock)

    @property
    def house(self) -> House:
        """Give the settings of the house; what another program sets is known within seconds."""
        return self.library.house.known_settings()

    @property
    def zone(self) -> str:
        """Give the name of the newsroom's time zone."""
        return self.house.zone

    @cached_property
    def guard(self) -> Guard:
        """Give the processes that read files from outside; they begin at first use."""
        from newsroom.formats.guard import Guard

        return Guard()

    @cached_property
    def searching(self) -> Searching:
        """Give what finds stories by what is typed."""
        from newsroom.desk.searching import Searching

        return Searching(self)

    @cached_property
    def pictures(self) -> Pictures:
        """Give what knows the pictures of stories."""
        from newsroom.desk.pictures import Pictures

        return Pictures(self)

    @cached_property
    def page_styles(self) -> PageStyles:
        """Give what knows the styles of the house's pages."""
        from newsroom.desk.page_styles import PageStyles

        return PageStyles(self)

    @cached_property
    def writing(self) -> Writing:
        """Give what makes, opens and saves stories."""
        from newsroom.desk.writing import Writing

        return Writing(self)

    @cached_property
    def editing(self) -> Editing:
        """Give what lets one window edit a story at a time."""
        from newsroom.desk.editing import Editing

        return Editing(self)

    @cached_property
    def shelter(self) -> Shelter:
        """Give what keeps texts on this computer while the library's server is away."""
        from newsroom.desk.shelter import Shelter

        return Shelter(self)

    @cached_property
    def lists(self) -> Lists:
        """Give what lists, counts and searches."""
        from newsroom.desk.lists import Lists

        return Lists(self)

    @cached_property
    def agenda(self) -> Agenda:
        """Give what shows stories by their state and by their publish time."""
        from newsroom.desk.agenda import Agenda

        return Agenda(self)

    @cached_property
    def approval(self) -> Approval:
        """Give what moves a story from state to state."""
        from newsroom.desk.approval import Approval

        return Approval(self)

    @cached_property
    def blocking(self) -> Blocking:
        """Give what sets and lifts legal blocks."""
        from newsroom.desk.blocking import Blocking

        return Blocking(self)

    @cached_property
    def publishing(self) -> Publishing:
        """Give what sends stories out by the house's channels, and knows what went out."""
        from newsroom.desk.publishing import Publishing

        return Publishing(self)

    @cached_property
    def reviewing(self) -> Reviewing:
        """Give what people who approve are shown of a story."""
        from newsroom.desk.reviewing import Reviewing

        return Reviewing(self)

    @cached_property
    def checklists(self) -> Checklists:
        """Give what is asked before a story goes on."""
        from newsroom.desk.checklists import Checklists

        return Checklists(self)

    @cached_property
    def assigning(self) -> Assigning:
        """Give what gives stories to people, and knows what each has to do."""
        from newsroom.desk.assigning import Assigning

        return Assigning(self)

    @cached_property
    def notices(self) -> Notices:
        """Give what quietly tells people what was done with their stories."""
        from newsroom.desk.notices import Notices

        return Notices(self)

    @cached_property
    def plan(self) -> Plan:
        """Give what keeps the story list of a day."""
        from newsroom.desk.plan import Plan

        return Plan(self)

    @cached_property
    def editions(self) -> Editions:
        """Give what keeps editions and sends them out."""
        from newsroom.desk.editions import Editions

        return Editions(self)

    @cached_property
    def erasing(self) -> Erasing:
        """Give what erases stories for good."""
        from newsroom.desk.erasing import Erasing

        return Erasing(self)

    @cached_property
    def searches(self) -> Searches:
        """Give the searches that were given a name."""
        from newsroom.desk.searches import Searches

        return Searches(self)

    @cached_property
    def doubles(self) -> Doubles:
        """Give what is decided of stories that are alike."""
        from newsroom.desk.doubles import Doubles

        return Doubles(self)

    @cached_property
    def moving(self) -> Moving:
        """Give what moves many stories at once, from state to state and from hour to hour."""
        from newsroom.desk.moving import Moving

        return Moving(self)

    @cached_property
    def versions(self) -> Versions:
        """Give what knows print versions and web versions."""
        from newsroom.desk.versions import Versions

        return Versions(self)

    @cached_property
    def proofing(self) -> Proofing:
        """Give what judges, measures and mends."""
        from newsroom.desk.proofing import Proofing

        return Proofing(self)

    @cached_property
    def history(self) -> History:
        """Give what knows how stories came to be what they are."""
        from newsroom.desk.history import History

        return History(self)

    @cached_property
    def replacing(self) -> Replacing:
        """Give what finds and replaces in many stories."""
        from newsroom.desk.replacing import Replacing

        return Replacing(self)

    @cached_property
    def intake(self) -> Intake:
        """Give what brings files in."""
        from newsroom.desk.intake import Intake

        return Intake(self)

    @cached_property
    def returning(self) -> Returning:
        """Give what lands returned files on their stories."""
        from newsroom.desk.returning import Returning

        return Returning(self)

    @cached_property
    def output(self) -> Output:
        """Give what sends stories out."""
        from newsroom.desk.output import Output

        return Output(self)

    @cached_property
    def profiles(self) -> Profiles:
        """Give what knows the house's presets of exports."""
        from newsroom.desk.profiles import Profiles

        return Profiles(self)

    @cached_property
    def printing(self) -> Printing:
        """Give what knows how the house prints."""
        from newsroom.desk.printing import Printing

        return Printing(self)

    @cached_property
    def rights(self) -> Rights:
        """Give what puts rights on a library on a server, and gives people their logins."""
        from newsroom.desk.rights import Rights

        return Rights(self)

    @cached_property
    def people(self) -> People:
        """Give what knows who works here."""
        from newsroom.desk.people import People

        return People(self)

    @cached_property
    def catalogue(self) -> Catalogue:
        """Give what keeps sections, genres, people and keywords in order."""
        from newsroom.desk.catalogue import Catalogue

        return Catalogue(self)

    @cached_property
    def preferences(self) -> Preferences:
        """Give what knows and sets the settings of the house and of the person."""
        from newsroom.desk.preferences import Preferences

        return Preferences(self)

    @cached_property
    def shorthand(self) -> Shorthand:
        """Give what keeps snippets and story templates."""
        from newsroom.desk.shorthand import Shorthand

        return Shorthand(self)

    @cached_property
    def care(self) -> Care:
        """Give what keeps the library safe."""
        from newsroom.desk.care import Care

        return Care(self)

    @cached_property
    def rules(self) -> HouseRules:
        """Give what keeps the house's rules of wording and the words it has taught."""
        from newsroom.desk.house_rules import HouseRules

        return HouseRules(self)

    @cached_property
    def samples(self) -> Samples:
        """Give what fills a library with the sample stories."""
        from newsroom.desk.samples import Samples

        return Samples(self)
