from newsroom.domain.article import AUTO, Article, OrderedLength, Unit
from newsroom.domain.body import Paragraph, body, paragraphs
from newsroom.domain.inline import Run, text
from newsroom.domain.marks import Mark, MarkKind
from newsroom.domain.template import Template, read_templates, template_of, write_templates


def test_a_template_is_kept_whole():
    whole = Template(
        name="Meldung",
        genre="news",
        section="Politik",
        kicker="Rat",
        headline="Der Rat",
        lead=text("Vorspann"),
        language="de-DE",
        keywords=("Rat", "Haushalt"),
        ordered_length=OrderedLength(30, Unit.LINES),
        body=paragraphs(["Eins"]),
        editors_note="Wer sagt das?",
    )
    assert read_templates(write_templates((whole, Template(name="leer")))) == (whole, Template(name="leer"))


def test_a_damaged_template_is_left_out():
    assert read_templates((("a", "{}"), ("b", "x"), ("c", '{"body":"[]"}'))) == ()


def test_only_what_is_set_goes_into_a_story():
    assert Template(name="leer").fields() == {}
    assert Template(name="x", genre="news", language=AUTO).fields() == {"genre": "news"}


def test_a_story_becomes_a_template_without_its_changes():
    gone = frozenset({Mark(MarkKind.DELETED, "1")})
    story = Article.new(genre="report", headline="Neu", body=body(Paragraph((Run("Da"), Run(" weg", gone)))))
    made = template_of("Bericht", story)
    assert (made.genre, made.headline, made.body) == ("report", "Neu", paragraphs(["Da"]))
