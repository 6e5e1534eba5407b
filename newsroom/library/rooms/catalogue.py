"""The catalogue: sections, genres, people and keywords with their counts, and how one gets another name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.domain.catalogue import Kind
from newsroom.domain.changeset import Changes, Touched
from newsroom.domain.errors import WrongValue
from newsroom.library import entries, former, renaming, schema, usage
from newsroom.library.mending import mending
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

    from newsroom.domain.catalogue import Entry, Renaming
    from newsroom.domain.person import Person
    from newsroom.library.engine import Store
    from newsroom.library.house_memory import HouseMemory

_TOUCHED = frozenset({Touched.SECTIONS, Touched.KEYWORDS, Touched.METADATA})


class CatalogueRoom:
    """Keeps the catalogue."""

    def __init__(self, store: Store, memory: HouseMemory, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._memory = memory
        self._clock = clock

    def entries(self, kind: Kind) -> tuple[Entry, ...]:
        """Give the sections, genres or people in their order, with their counts; of keywords the most used."""
        with self._store.reading() as connection:
            return entries.keywords(connection) if kind is Kind.KEYWORD else entries.all_of(connection, kind)

    def keywords(
        self, sought: str = "", after: tuple[int, str] | None = None, limit: int = 200
    ) -> tuple[Entry, ...]:
        """Give keywords whose folded words hold what is sought, the most used first, after a count and name."""
        with self._store.reading() as connection:
            return entries.keywords(connection, sought, after, limit)

    def keyword(self, name: str) -> Entry | None:
        """Give a keyword by its name, or nothing."""
        with self._store.reading() as connection:
            return entries.keyword(connection, name)

    def folded_keywords(self) -> list[tuple[str, str, int]]:
        """Give all keywords in use, each with its folded form and how many stories use it."""
        with self._store.reading() as connection:
            return entries.folded_keywords(connection)

    def name_of_now(self, kind: Kind, name: str) -> str:
        """Give what a name has become: itself where it was never another's."""
        with self._store.reading() as connection:
            return former.target(connection, kind, name)

    def bylines(self, person: str) -> int:
        """Give how many stories could let their byline follow a person's name."""
        with self._store.reading() as connection:
            return renaming.bylines(connection, person)

    def templates_with(self, kind: Kind, name: str) -> int:
        """Give how many story templates of the house begin with a name."""
        with self._store.reading() as connection:
            return renaming.templates_with(connection, kind, name)

    # Decisions

    def decide(self, kind: Kind, name: str, **decisions: bool) -> Changes:
        """Keep whether a genre, person or keyword is retired, or a keyword kept without stories."""
        with self._store.writing() as connection:
            usage.decide(connection, kind, former.key_of(kind, name), **decisions)
            former.forget(connection, kind, name)
            return Changes(_TOUCHED, seq=schema.next_sequence(connection))

    def put_in_order(self, kind: Kind, ids: Iterable[int]) -> Changes:
        """Put sections or genres into an order."""
        with self._store.writing() as connection:
            entries.put_in_order(connection, kind, ids)
            return Changes(_TOUCHED, seq=schema.next_sequence(connection))

    def delete(self, kind: Kind, name: str) -> Changes:
        """Delete an entry that nothing uses; raises WrongValue where a story or a template does."""
        with self._store.writing() as connection:
            entries.refuse_used(connection, kind, name)
            if renaming.templates_with(connection, kind, name):
                text = N_("A story template begins with “{name}”. Change the template first.")
                raise WrongValue(msg(text, name=name))
            entries.delete_entry(connection, kind, name)
            return Changes(_TOUCHED, seq=schema.next_sequence(connection))

    # Renaming

    def begin(self, wanted: Renaming, person: Person) -> Renaming:
        """Let a name be another from now on; its stories follow page by page. Raises WrongValue, EditedElsewhere."""
        with self._store.writing() as connection:
            begun = renaming.begin(connection, wanted, person, self._clock())
            self._memory.hear(schema.sequence(connection))
            return begun

    def undo(self, number: int, person: Person) -> Renaming:
        """Begin to take a renaming back; raises WrongValue, EditedElsewhere and NotFound."""
        with self._store.writing() as connection:
            begun = renaming.undo(connection, number, person, self._clock())
            self._memory.hear(schema.sequence(connection))
            return begun

    @mending
    def go_on(self, number: int, person: Person) -> tuple[Renaming, Changes]:
        """Change the next page of stories; give how far the work is, and what was changed."""
        with self._store.reading() as connection:
            ids, after = renaming.candidates(connection, number)
        with self._store.writing() as connection:
            job, changed = renaming.change(connection, number, ids, after, person, self._clock())
            return job, Changes(_TOUCHED, frozenset(changed), schema.sequence(connection))

    def unfinished(self) -> tuple[Renaming, ...]:
        """Give the renamings whose stories are not all changed yet, the oldest first."""
        with self._store.reading() as connection:
            return renaming.unfinished(connection)

    def left(self, longer_than: float) -> tuple[Renaming, ...]:
        """Give those of them that nobody has worked at for so many seconds."""
        now = self._clock()
        with self._store.reading() as connection:
            return tuple(
                one
                for one in renaming.unfinished(connection)
                if (now - renaming.touched(connection, one.id)).total_seconds() > longer_than
            )

    def last(self) -> Renaming | None:
        """Give the last renaming that can be taken back, or nothing."""
        with self._store.reading() as connection:
            return renaming.last(connection)
