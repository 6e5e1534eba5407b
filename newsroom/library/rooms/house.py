"""What the house decides: sections, genres, people, settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.domain.catalogue import Kind
from newsroom.domain.changeset import Changes, Touched
from newsroom.domain.errors import NotFound
from newsroom.library import catalogue, former, schema, usage
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsroom.domain.card import Genre, Section
    from newsroom.domain.person import Person
    from newsroom.library.engine import Store
    from newsroom.library.house_memory import HouseMemory
    from newsroom.settings import House


class HouseRoom:
    """Keeps the house's lists and settings."""

    def __init__(self, store: Store, memory: HouseMemory) -> None:
        self._store = store
        self._memory = memory

    def sections(self) -> tuple[Section, ...]:
        """Give the sections in their order."""
        with self._store.reading() as connection:
            return catalogue.sections(connection)

    def put_section(self, section: Section) -> Section:
        """Add a section or change it; give it as kept."""
        with self._store.writing() as connection:
            kept = catalogue.put_section(connection, section)
            schema.next_sequence(connection)
            return kept

    def add_section(self, name: str) -> Section:
        """Add a section with the next colour, at the end; give it as kept."""
        with self._store.writing() as connection:
            former.forget(connection, Kind.SECTION, name)
            catalogue.name_sections(connection, (name,))
            schema.next_sequence(connection)
            return next(one for one in catalogue.sections(connection) if one.name == name)

    def change_section(self, number: int, change: Callable[[Section], Section]) -> Changes:
        """Send a section, as it is now, through a function; raises NotFound."""
        with self._store.writing() as connection:
            found = next((one for one in catalogue.sections(connection) if one.id == number), None)
            if found is None:
                raise NotFound(msg(N_("There is no section with the number {id}."), id=number))
            catalogue.put_section(connection, change(found))
            return Changes(frozenset({Touched.SECTIONS}), seq=schema.next_sequence(connection))

    def genres(self) -> tuple[Genre, ...]:
        """Give the genres in their order."""
        with self._store.reading() as connection:
            return catalogue.genres(connection)

    def put_genre(self, genre: Genre) -> Changes:
        """Add a genre or change the one with its key."""
        with self._store.writing() as connection:
            catalogue.put_genre(connection, genre)
            former.forget(connection, Kind.GENRE, genre.key)
            return Changes(frozenset({Touched.METADATA}), seq=schema.next_sequence(connection))

    def keywords(self, prefix: str = "", limit: int = 20) -> tuple[str, ...]:
        """Give the keywords in use that begin so, the most used first."""
        with self._store.reading() as connection:
            return usage.keywords(connection, prefix, limit)

    def people(self) -> tuple[Person, ...]:
        """Give everyone the library knows."""
        with self._store.reading() as connection:
            return catalogue.people(connection)

    def person(self, name: str) -> Person | None:
        """Give a person by name, in whatever case, of now or of before, or nothing."""
        key, everyone = name.strip().casefold(), self.people()
        now = (found for found in everyone if found.name.casefold() == key)
        return next(now, next((found for found in everyone if key in found.former), None))

    def put_person(self, person: Person) -> Person:
        """Add a person or change them; give them as kept."""
        with self._store.writing() as connection:
            kept = catalogue.put_person(connection, person)
            schema.next_sequence(connection)
            return kept

    def settings(self) -> House:
        """Give the house's settings as they are kept now."""
        with self._store.reading() as connection:
            found = catalogue.house(connection)
            self._memory.keep(schema.sequence(connection), found)
        return found

    def known_settings(self) -> House:
        """Give the house's settings without reading them again; `seq` hears of what other programs set."""
        return self._memory.house or self.settings()

    def set_settings(self, house: House) -> Changes:
        """Keep the house's settings."""
        return self.amend_settings(lambda _before: house)

    def amend_settings(self, change: Callable[[House], House]) -> Changes:
        """Send the house's settings, as they are now, through a function; nobody writes in between."""
        with self._store.writing() as connection:
            catalogue.set_house(connection, change(catalogue.house(connection)))
            number = schema.next_sequence(connection)
        self._memory.hear(number)
        return Changes(frozenset({Touched.SETTINGS}), seq=number)
