"""What saves typing: snippets and story templates, the person's own and the house's."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from newsroom.desk.beginnings import brought
from newsroom.domain.changeset import Changes
from newsroom.domain.errors import WrongValue
from newsroom.domain.snippet import fill_words, filled, fits, read_snippets, write_snippets
from newsroom.domain.template import read_templates, write_templates
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsroom.desk import Desk
    from newsroom.domain.article import Article
    from newsroom.domain.snippet import Snippet
    from newsroom.domain.template import Template

LONGEST_NAME = 80


class Shorthand:
    """Snippets and templates; of two with one name the person's own counts."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    # Snippets

    def snippets(self, *, house: bool) -> tuple[Snippet, ...]:
        """Give the house's snippets, or the person's own."""
        kept = self._desk.preferences
        return read_snippets(kept.house.snippets if house else kept.personal.my_snippets)

    def put_snippets(self, snippets: Iterable[Snippet], *, house: bool) -> Changes:
        """Keep all snippets of the house, or of the person; raises WrongValue and NotAllowed."""
        wanted = {one.abbreviation: one for one in snippets}
        for abbreviation in wanted:
            if not fits(abbreviation):
                text = N_(
                    "“{word}” cannot be an abbreviation: it needs 1 to 40 letters or signs and no space."
                )
                raise WrongValue(msg(text, word=abbreviation))
        return self._put("snippets", write_snippets(wanted.values()), house=house)

    def _put(self, name: str, stored: tuple[tuple[str, str], ...], *, house: bool) -> Changes:
        kept = self._desk.preferences
        if house:
            return kept.set_house({name: stored})
        kept.set_personal({f"my_{name}": stored})
        return Changes()

    def values(self, article: Article, language: str) -> dict[str, str]:
        """Give what the fields of a snippet stand for in a story now."""
        from newsroom.text import dates

        house, person, now = self._desk.house, self._desk.person, self._desk.clock()
        local = now.astimezone(ZoneInfo(house.zone))
        place = house.dateline_pattern.replace("{place}", article.dateline) if article.dateline else ""
        return {
            "date": dates.show(now, house.zone, language, "day"),
            "time": f"{local:%H:%M}",
            "weekday": dates.weekday_of(local.date(), language),
            "author": ", ".join(byline.name for byline in article.authors) or person.name,
            "initials": article.sign_off or person.sign_off,
            "dateline": place,
        }

    # Templates

    def templates(self, *, house: bool) -> tuple[Template, ...]:
        """Give the house's templates, or the person's own."""
        kept = self._desk.preferences
        return read_templates(kept.house.templates if house else kept.personal.my_templates)

    def brought(self) -> tuple[Template, ...]:
        """Give the templates that the program brings, in the language of the house's stories."""
        house = self._desk.house
        return brought(house.language) if house.sample_templates else ()

    def put_template(self, template: Template, *, house: bool, made_of: Article | None = None) -> Changes:
        """Keep a template, in the place of one with its name; raises WrongValue and NotAllowed.

        One that is made of a story under a legal block is not kept.
        """
        if made_of is not None:
            self._desk.blocking.permit(made_of)
        name = " ".join(template.name.split())
        if not name or len(name) > LONGEST_NAME:
            raise WrongValue(msg(N_("A template needs a name of at most {n} characters."), n=LONGEST_NAME))
        others = [one for one in self.templates(house=house) if one.name != name]
        stored = write_templates([*others, replace(template, name=name)])
        return self._put("templates", tuple(sorted(stored, key=lambda one: one[0].casefold())), house=house)

    def drop_template(self, name: str, *, house: bool) -> Changes:
        """Forget a template; raises NotAllowed."""
        others = [one for one in self.templates(house=house) if one.name != name]
        return self._put("templates", write_templates(others), house=house)

    def begin(self, template: Template) -> Article:
        """Give a new story that begins as a template says, its fields filled."""
        story = self._desk.writing.new(**template.fields())
        language = story.spoken_language or self._desk.house.language
        values = {**self.values(story, language), "selection": "", "cursor": ""}
        return replace(
            story,
            kicker=fill_words(story.kicker, values),
            headline=fill_words(story.headline, values),
            body=filled(story.body, values),
        )
