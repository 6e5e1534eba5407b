"""Several stories in one file: wire, text and Markdown."""

from dataclasses import replace
from datetime import UTC, datetime

from newsroom.domain.article import Article
from newsroom.domain.body import paragraphs, plain_text
from newsroom.formats import Reading, Writing, by_name, wire

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
STORIES = (
    Article.new(headline="Der Hafen bleibt", section="Region", body=paragraphs(["Der Rat vertagte sich."])),
    Article.new(headline="Der Kran fällt", body=paragraphs(["Niemand war da.", "Morgen mehr."])),
    Article.new(headline="Das Wetter", publish_time=NOW, body=paragraphs(["Es regnet."])),
)


def test_wire_stories_in_one_file_are_read_as_the_stories_they_were():
    back = wire.read(wire.FORMAT.collect(STORIES, Writing()).data, Reading())
    told = [(one.article.headline, one.article.section, one.article.publish_time) for one in back]
    assert told == [(one.headline, one.section, one.publish_time) for one in STORIES]
    assert [plain_text(one.article.body) for one in back] == [plain_text(one.body) for one in STORIES]


def test_one_wire_story_is_the_same_alone_as_collected():
    for story in STORIES:
        assert wire.FORMAT.collect((story,), Writing()).data == wire.write(story, Writing()).data


def test_text_parts_stories_by_a_line_of_stars():
    text = by_name("text").collect(STORIES, Writing()).data.decode()
    assert text.startswith("Der Hafen bleibt\n\nDer Rat vertagte sich.\n\n* * *\n\nDer Kran fällt")
    assert text.endswith("Es regnet.\n")


def test_markdown_puts_each_story_under_its_headline():
    text = by_name("markdown").collect(STORIES, Writing()).data.decode()
    assert [line for line in text.split("\n") if line.startswith("# ")] == [
        f"# {one.headline}" for one in STORIES
    ]
    assert text.count("\n---\n") == 2


def test_a_loss_of_several_stories_is_told_once():
    kicked = [replace(story, kicker="Hafen") for story in STORIES]
    losses = [str(loss) for loss in wire.FORMAT.collect(kicked, Writing()).losses]
    assert losses.count("Wire text cannot hold this field: kicker.") == 1
