from newsroom.desk.mending import mended
from newsroom.desk.tidying import tidying
from newsroom.domain.article import Article
from newsroom.domain.body import Body, Picture, block_text, paragraphs
from newsroom.domain.finding import Fix
from newsroom.domain.inline import plain, text
from newsroom.settings import House
from newsroom.translation import msg


def tidied(article, house=House()):  # noqa: B008 - a frozen value
    return mended(article, Fix(msg("Tidy"), tidying(article, house)))


def test_headline_lead_and_text_are_tidied_and_pictures_stay():
    story = Article.new(
        language="de-DE",
        headline='Der "Anker" - verkauft',
        lead=text("Zwei  Wochen ."),
        body=Body((Picture(asset="", name="a  b"), *paragraphs(['Er sagte: "Ja."']).blocks)),
    )
    done = tidied(story)
    assert done.headline == "Der „Anker“\u00a0– verkauft"
    assert plain(done.lead) == "Zwei Wochen."
    assert block_text(done.body.blocks[1]) == "Er sagte: „Ja.“"
    assert done.body.blocks[0] == story.body.blocks[0]


def test_the_house_chooses_its_quotation_marks():
    assert tidied(Article.new(language="de", headline='"Ja"'), House(quotes="guillemets")).headline == "»Ja«"


def test_a_story_in_an_unknown_language_is_left_alone():
    assert tidying(Article.new(language="fr", headline='"Oui" - non'), House()) == ()


def test_a_tidy_story_has_nothing_to_tidy():
    story = tidied(Article.new(language="en", headline='The "Anchor"  - sold'))
    assert tidying(story, House()) == ()
