"""A damaged index of words is no damaged library: it is built anew from the stories, and that is said."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, Protocol, TypeVar, cast

from newsroom.domain.errors import LibraryDamaged, LibraryUnusable
from newsroom.library import check
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsroom.library.engine import Store

P = ParamSpec("P")
R = TypeVar("R")
MENDED = N_("The search index was damaged. It was built anew from the stories; nothing is lost.")


class Room(Protocol):
    """A room of the library."""

    _store: Store


S = TypeVar("S", bound=Room)


def mending(work: Callable[Concatenate[S, P], R]) -> Callable[Concatenate[S, P], R]:
    """Make a room's work begin once more where it met a damaged index that could be built anew."""

    @wraps(work)
    def done(self: S, *args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return work(self, *args, **kwargs)
        except LibraryDamaged:
            if not mend(self._store):
                raise
            return work(self, *args, **kwargs)

    return cast("Callable[Concatenate[S, P], R]", done)


def mend(store: Store) -> bool:
    """Build the indexes of words anew where they are damaged, and note that it was done."""
    if store.read_only:
        return False
    try:
        damaged = tuple(store.database.index_tests(store))
    except LibraryUnusable:  # more than an index is damaged
        return False
    if not damaged or not tuple(check.mended(store)):
        return False
    store.notices.append(msg(MENDED))
    return True
