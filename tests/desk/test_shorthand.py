from dataclasses import replace

import pytest

from newsroom.domain.article import Article, Byline
from newsroom.domain.body import paragraphs, plain_text
from newsroom.domain.errors import NotAllowed, WrongValue
from newsroom.domain.snippet import Snippet
from newsroom.domain.template import Template


def test_own_snippets_and_the_houses_are_kept_apart(desk):
    mine, theirs = Snippet("mfg", paragraphs(["Mit Grüßen"])), Snippet("red", paragraphs(["Redaktion"]))
    desk.shorthand.put_snippets([mine], house=False)
    desk.shorthand.put_snippets([theirs], house=True)
    assert desk.shorthand.snippets(house=False) == (mine,)
    assert desk.shorthand.snippets(house=True) == (theirs,)


def test_an_abbreviation_has_no_space(desk):
    with pytest.raises(WrongValue):
        desk.shorthand.put_snippets([Snippet("m f g", paragraphs(["x"]))], house=False)


def test_a_journalist_keeps_own_templates_and_not_the_houses(newsroom):
    newsroom.shorthand.put_template(Template(name="Rat"), house=False)
    with pytest.raises(NotAllowed):
        newsroom.shorthand.put_template(Template(name="Rat"), house=True)
    assert [one.name for one in newsroom.shorthand.templates(house=False)] == ["Rat"]


def test_fields_stand_for_what_holds_now(desk):
    desk.library.house.set_settings(replace(desk.house, dateline_pattern="{place} –"))
    story = Article.new(dateline="Kiel", authors=(Byline("Ada Muster"),), sign_off="am")
    values = desk.shorthand.values(story, "de-DE")
    assert values == {
        "date": "20.11.2026",
        "time": "13:00",
        "weekday": "Freitag",
        "author": "Ada Muster",
        "initials": "am",
        "dateline": "Kiel –",
    }


def test_a_template_of_a_name_takes_the_place_of_the_other(desk):
    desk.shorthand.put_template(Template(name=" Rat  heute "), house=True)
    desk.shorthand.put_template(Template(name="Rat heute", genre="news"), house=True)
    assert [one.genre for one in desk.shorthand.templates(house=True)] == ["news"]
    desk.shorthand.drop_template("Rat heute", house=True)
    assert desk.shorthand.templates(house=True) == ()
    with pytest.raises(WrongValue):
        desk.shorthand.put_template(Template(name=" "), house=True)


def test_a_story_begins_as_its_template_says(desk):
    template = Template(
        name="x", genre="news", headline="Rat am {weekday}", body=paragraphs(["Am {date}{cursor}."])
    )
    story = desk.shorthand.begin(template)
    assert (story.genre, story.headline) == ("news", "Rat am Freitag")
    assert plain_text(story.body) == "Am 20.11.2026."
    assert story.created_by == "Malin Torbeck"


def test_the_templates_that_are_brought_speak_the_houses_language_and_can_be_switched_off(desk):
    assert [one.name for one in desk.shorthand.brought()] == ["Meldung", "Interview", "Kommentar"]
    desk.library.house.set_settings(replace(desk.house, language="en-GB"))
    assert [one.name for one in desk.shorthand.brought()] == ["News item", "Interview", "Commentary"]
    genres = {genre.key for genre in desk.library.house.genres()}
    assert {one.genre for one in desk.shorthand.brought()} <= genres
    desk.preferences.set_typed({"sample-templates": "off"})
    assert desk.shorthand.brought() == ()
