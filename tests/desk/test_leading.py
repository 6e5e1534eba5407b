from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsroom.desk.leading import ONCE, Part, chosen, doubts, lines_of, resorted
from newsroom.domain.article import Article, Byline, ImportNote
from newsroom.domain.body import Crosshead, Paragraph, paragraphs
from newsroom.domain.inline import plain, text
from newsroom.translation import msg
from tests import strategies

STORY = Article.new(
    headline="Von Imke Sanders",
    body=paragraphs(["Der Hafen bleibt ohne Kran", "Kiel.", "Der Rat tagte lange.", "Dann war Schluss."]),
    import_notes=(ImportNote("headline", msg("Guessed.")),),
)


def test_the_head_of_a_story_is_shown_line_by_line():
    assert [(line.part, line.words) for line in lines_of(STORY)][:3] == [
        (Part.HEADLINE, "Von Imke Sanders"),
        (Part.TEXT, "Der Hafen bleibt ohne Kran"),
        (Part.TEXT, "Kiel."),
    ]


def test_a_wrong_guess_is_mended_by_saying_what_each_line_is():
    parts = (Part.BYLINE, Part.HEADLINE, Part.DATELINE, Part.LEAD, Part.TEXT)
    made = resorted(STORY, parts)
    assert (made.headline, made.authors, made.dateline) == (
        "Der Hafen bleibt ohne Kran",
        (Byline("Imke Sanders"),),
        "Kiel",
    )
    assert plain(made.lead) == "Der Rat tagte lange."
    assert made.body == paragraphs(["Dann war Schluss."])
    assert made.import_notes == ()


def test_a_second_headline_makes_the_first_one_text():
    parts = tuple(line.part for line in lines_of(STORY))
    assert chosen(parts, 1, Part.HEADLINE)[:2] == (Part.TEXT, Part.HEADLINE)
    made = resorted(STORY, chosen(parts, 1, Part.HEADLINE))
    assert made.headline == "Der Hafen bleibt ohne Kran"
    assert made.body.blocks[0] == Paragraph(text("Von Imke Sanders"))


def test_a_line_can_be_a_crosshead_or_be_left_out():
    made = resorted(STORY, (Part.HEADLINE, Part.CROSSHEAD, Part.OUT, Part.TEXT, Part.TEXT))
    assert made.body.blocks[0] == Crosshead(text("Der Hafen bleibt ohne Kran"))
    assert len(made.body.blocks) == 3


def test_a_guessed_headline_and_a_missing_one_are_doubtful():
    assert len(doubts(STORY)) == 2  # guessed, and like a byline
    assert doubts(Article.new(body=paragraphs(["Text."])))
    assert doubts(Article.new(headline="Ja", body=paragraphs(["Text."]))) == ()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(strategies.articles())
def test_what_is_left_as_it_was_recognised_stays_the_same(article):
    assert resorted(article, [line.part for line in lines_of(article)]) == article


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(strategies.bodies(tracked=False, notes=False), st.data())
def test_no_word_is_lost_whatever_the_lines_are_said_to_be(body, data):
    article = Article.new(headline="Ein Titel", kicker="Hafen", body=body)
    parts = tuple(line.part for line in lines_of(article))
    for _ in range(3):
        place = data.draw(st.integers(0, len(parts) - 1))
        part = data.draw(
            st.sampled_from([one for one in Part if one not in {Part.OUT, Part.BYLINE, Part.DATELINE}])
        )
        parts = chosen(parts, place, part)
    made = resorted(article, parts)
    assert sum(part in ONCE for part in parts) == len({part for part in parts if part in ONCE})
    assert _letters(made) == _letters(article)


def _letters(article):
    from newsroom.domain.body import block_text

    whole = f"{article.kicker}{article.headline}{article.subheadline}{plain(article.lead)}"
    whole += "".join(block_text(block) for block in article.body.blocks)
    return sorted("".join(whole.split()))
