"""The rooms of the desk: what can be done there, each a use case that is made when it is first asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from newsroom.desk import Desk
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


class Rooms:
    """Gives the rooms of the desk that has them."""

    @property
    def _desk(self) -> Desk:
        return cast("Desk", self)

    @cached_property
    def pictures(self) -> Pictures:
        """Give what knows the pictures of stories."""
        from newsroom.desk.pictures import Pictures

        return Pictures(self._desk)

    @cached_property
    def page_styles(self) -> PageStyles:
        """Give what knows the styles of the house's pages."""
        from newsroom.desk.page_styles import PageStyles

        return PageStyles(self._desk)

    @cached_property
    def writing(self) -> Writing:
        """Give what makes, opens and saves stories."""
        from newsroom.desk.writing import Writing

        return Writing(self._desk)

    @cached_property
    def editing(self) -> Editing:
        """Give what lets one window edit a story at a time."""
        from newsroom.desk.editing import Editing

        return Editing(self._desk)

    @cached_property
    def shelter(self) -> Shelter:
        """Give what keeps texts on this computer while the library's server is away."""
        from newsroom.desk.shelter import Shelter

        return Shelter(self._desk)

    @cached_property
    def lists(self) -> Lists:
        """Give what lists, counts and searches."""
        from newsroom.desk.lists import Lists

        return Lists(self._desk)

    @cached_property
    def agenda(self) -> Agenda:
        """Give what shows stories by their state and by their publish time."""
        from newsroom.desk.agenda import Agenda

        return Agenda(self._desk)

    @cached_property
    def approval(self) -> Approval:
        """Give what moves a story from state to state."""
        from newsroom.desk.approval import Approval

        return Approval(self._desk)

    @cached_property
    def blocking(self) -> Blocking:
        """Give what sets and lifts legal blocks."""
        from newsroom.desk.blocking import Blocking

        return Blocking(self._desk)

    @cached_property
    def publishing(self) -> Publishing:
        """Give what sends stories out by the house's channels, and knows what went out."""
        from newsroom.desk.publishing import Publishing

        return Publishing(self._desk)

    @cached_property
    def reviewing(self) -> Reviewing:
        """Give what people who approve are shown of a story."""
        from newsroom.desk.reviewing import Reviewing

        return Reviewing(self._desk)

    @cached_property
    def checklists(self) -> Checklists:
        """Give what is asked before a story goes on."""
        from newsroom.desk.checklists import Checklists

        return Checklists(self._desk)

    @cached_property
    def assigning(self) -> Assigning:
        """Give what gives stories to people, and knows what each has to do."""
        from newsroom.desk.assigning import Assigning

        return Assigning(self._desk)

    @cached_property
    def notices(self) -> Notices:
        """Give what quietly tells people what was done with their stories."""
        from newsroom.desk.notices import Notices

        return Notices(self._desk)

    @cached_property
    def plan(self) -> Plan:
        """Give what keeps the story list of a day."""
        from newsroom.desk.plan import Plan

        return Plan(self._desk)

    @cached_property
    def editions(self) -> Editions:
        """Give what keeps editions and sends them out."""
        from newsroom.desk.editions import Editions

        return Editions(self._desk)

    @cached_property
    def erasing(self) -> Erasing:
        """Give what erases stories for good."""
        from newsroom.desk.erasing import Erasing

        return Erasing(self._desk)

    @cached_property
    def searches(self) -> Searches:
        """Give the searches that were given a name."""
        from newsroom.desk.searches import Searches

        return Searches(self._desk)

    @cached_property
    def doubles(self) -> Doubles:
        """Give what is decided of stories that are alike."""
        from newsroom.desk.doubles import Doubles

        return Doubles(self._desk)

    @cached_property
    def moving(self) -> Moving:
        """Give what moves many stories at once, from state to state and from hour to hour."""
        from newsroom.desk.moving import Moving

        return Moving(self._desk)

    @cached_property
    def versions(self) -> Versions:
        """Give what knows print versions and web versions."""
        from newsroom.desk.versions import Versions

        return Versions(self._desk)

    @cached_property
    def proofing(self) -> Proofing:
        """Give what judges, measures and mends."""
        from newsroom.desk.proofing import Proofing

        return Proofing(self._desk)

    @cached_property
    def history(self) -> History:
        """Give what knows how stories came to be what they are."""
        from newsroom.desk.history import History

        return History(self._desk)

    @cached_property
    def replacing(self) -> Replacing:
        """Give what finds and replaces in many stories."""
        from newsroom.desk.replacing import Replacing

        return Replacing(self._desk)

    @cached_property
    def intake(self) -> Intake:
        """Give what brings files in."""
        from newsroom.desk.intake import Intake

        return Intake(self._desk)

    @cached_property
    def returning(self) -> Returning:
        """Give what lands returned files on their stories."""
        from newsroom.desk.returning import Returning

        return Returning(self._desk)

    @cached_property
    def output(self) -> Output:
        """Give what sends stories out."""
        from newsroom.desk.output import Output

        return Output(self._desk)

    @cached_property
    def profiles(self) -> Profiles:
        """Give what knows the house's presets of exports."""
        from newsroom.desk.profiles import Profiles

        return Profiles(self._desk)

    @cached_property
    def printing(self) -> Printing:
        """Give what knows how the house prints."""
        from newsroom.desk.printing import Printing

        return Printing(self._desk)

    @cached_property
    def rights(self) -> Rights:
        """Give what puts rights on a library on a server, and gives people their logins."""
        from newsroom.desk.rights import Rights

        return Rights(self._desk)

    @cached_property
    def people(self) -> People:
        """Give what knows who works here."""
        from newsroom.desk.people import People

        return People(self._desk)

    @cached_property
    def catalogue(self) -> Catalogue:
        """Give what keeps sections, genres, people and keywords in order."""
        from newsroom.desk.catalogue import Catalogue

        return Catalogue(self._desk)

    @cached_property
    def preferences(self) -> Preferences:
        """Give what knows and sets the settings of the house and of the person."""
        from newsroom.desk.preferences import Preferences

        return Preferences(self._desk)

    @cached_property
    def shorthand(self) -> Shorthand:
        """Give what keeps snippets and story templates."""
        from newsroom.desk.shorthand import Shorthand

        return Shorthand(self._desk)

    @cached_property
    def care(self) -> Care:
        """Give what keeps the library safe."""
        from newsroom.desk.care import Care

        return Care(self._desk)

    @cached_property
    def rules(self) -> HouseRules:
        """Give what keeps the house's rules of wording and the words it has taught."""
        from newsroom.desk.house_rules import HouseRules

        return HouseRules(self._desk)

    @cached_property
    def samples(self) -> Samples:
        """Give what fills a library with the sample stories."""
        from newsroom.desk.samples import Samples

        return Samples(self._desk)

    @cached_property
    def searching(self) -> Searching:
        """Give what finds stories by what is typed."""
        from newsroom.desk.searching import Searching

        return Searching(self._desk)
