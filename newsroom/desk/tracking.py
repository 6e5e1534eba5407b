"""Whether a story's changes are tracked from the start: by the role of who opens it, as the house has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.domain.person import Role

if TYPE_CHECKING:
    from newsroom.domain.article import Article
    from newsroom.domain.person import Person
    from newsroom.settings import House


def tracks_at_opening(house: House, person: Person, article: Article) -> bool:
    """Tell whether tracking is on when a person opens a story; in their own it never is."""
    if house.tracking == "nobody" or not article.id or article.created_by == person.name:
        return False
    return house.tracking == "everyone" or person.may_act_as(Role.EDITOR)
