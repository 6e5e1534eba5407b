"""A house's own template: plain values, few means, limits, and a sentence with a line for each fault."""

import re
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom import resources
from newsroom.domain.article import Article
from newsroom.domain.body import Paragraph, body
from newsroom.domain.errors import Refused
from newsroom.domain.inline import text
from newsroom.formats import Writing
from newsroom.formats.html.house_template import check, fill
from newsroom.formats.html.images import Inlined
from newsroom.formats.html.page import write_page
from newsroom.formats.html.rendering import house_values
from newsroom.formats.html.values import values_of
from newsroom.settings import House
from tests.formats.html.test_writing import FULL, NOW, writing

BODY = "{{ story.body }}"


def told(template: str, article: Article = FULL) -> str:
    made = writing()
    return fill(template.encode(), values_of(article, made, Inlined(made)).values, made).decode()


@pytest.mark.parametrize(
    ("template", "page"),
    [
        ("<p>{{ story.headline }}</p>", "<p>Ein Tor &amp; mehr</p>"),
        (
            "{% for one in story.authors %}{{ loop.index }} {{ one.name }};{% endfor %}",
            "1 Ada Muster;2 Bo Beispiel;",
        ),
        ("{{ story.keywords | join(', ') }}", "Tor, Sieg"),
        ("{{ story.keywords[0] | upper }}{{ story.keywords | length }}", "TOR2"),
        ("{% if story.embargo %}x{% else %}y{% endif %}", "y"),
        ("{{ story.lead }}", "Der Vorspann."),
        ("{{ story.published.iso if story.published }}", "2025-03-27T11:25:00+01:00"),
        ("{{ story.teaser | default('leer', true) }}", "leer"),
        ("{{ say.source }}: {{ story.source }} {{ house.name }}", "Quelle: dpa Neustädter Zeitung"),
    ],
)
def test_a_template_says_what_a_story_holds(template, page):
    assert told(template) == page


@pytest.mark.parametrize(
    ("template", "words"),
    [
        ("a\n{{ story.headline", "line 2"),
        ("a\n\n{% if x %}", "line 3"),
        ("\n{{ story.headlin }}", "line 2"),
        ("{{ story.headline.__class__ }}", "line 1"),
        ("{{ story['__class__'] }}", "line 1"),
        ("{{ ''.join(story) }}", "“call” is not allowed"),
        ("{{ story.headline | replace('a', 'b') }}", "“|replace” is not allowed"),
        ("{{ story.headline | attr('x') }}", "“|attr” is not allowed"),
        ("{{ story.body | safe }}", "“|safe” is not allowed"),
        ("{% set x = 1 %}", "“assign” is not allowed"),
        ("{% macro x() %}{% endmacro %}", "“macro” is not allowed"),
        ("{% include 'page.html' %}", "“include” is not allowed"),
        ("{% extends 'page.html' %}", "“extends” is not allowed"),
        ("{{ range(10) }}", "“call” is not allowed"),
        ("{{ 'x' * 100000000 }}", "“mul” is not allowed"),
        ("{{ 9 ** 9 ** 9 }}", "“pow” is not allowed"),
        ("{{ story.headline ~ story.headline }}", "“concat” is not allowed"),
        ("{{ _meter }}", "“_meter” is not allowed"),
        ("{% for a in story recursive %}{% endfor %}", "not allowed"),
        ("{% for a in story.headline %}{% endfor %}", "only a list"),
        ("{% for a in nobody %}{% endfor %}", "line 1"),
        ("<script>alert(1)</script>", "“<script” is not allowed"),
        ("\n<p onclick='x()'>", "line 2: “onclick” is not allowed"),
        ("<a href='java&#115;cript:x()'>", "could act"),
        ("<iframe src=x></iframe>", "“<iframe” is not allowed"),
        ("<base href=x>", "“<base” is not allowed"),
        ("<meta http-equiv=refresh content=1>", "“refresh” is not allowed"),
        ("<p title={{ story.headline }}>", "quotation marks"),
    ],
)
def test_a_wrong_template_is_told_in_one_sentence(template, words):
    with pytest.raises(Refused) as caught:
        check((template + BODY).encode())
    assert words in str(caught.value.message)
    assert "\n" not in str(caught.value.message)


def test_a_page_without_the_text_of_the_story_is_no_template():
    with pytest.raises(Refused, match=re.escape("“{{ story.body }}” is missing")):
        check(b"<h1>{{ story.headline }}</h1>")


@pytest.mark.parametrize(
    "template",
    [
        "{% for a in story.keywords %}" * 20 + "{% endfor %}" * 20,
        "{% for a in story.keywords %}" * 12 + "x" * 100_000 + "{% endfor %}" * 12,
    ],
)
def test_loops_in_loops_end_soon(template):
    story = replace(FULL, keywords=tuple(f"w{number}" for number in range(50)))
    with pytest.raises(Refused, match=r"too long|more than 64 MB"):
        told(template, story)


@pytest.mark.parametrize("data", [b"\xff\xfe{", b"x" * (600 << 10), b"{{" * 5_000, b"{% if x %}" * 3_000])
def test_bytes_that_are_no_template_are_refused(data):
    with pytest.raises(Refused):
        check(data)


def test_the_sample_is_a_template_and_names_every_value():
    sample = resources.find("templates", "html", "house-sample.html").read_bytes()
    check(sample)
    made = writing()
    told_values = values_of(FULL, made, Inlined(made)).values
    comment = sample.decode().partition("{#")[2].partition("#}")[0]
    named = set(re.findall(r"\w+", comment))
    assert set(told_values) - named == set()
    assert set(house_values(made)) <= named
    assert set(told_values["pictures"][0]) <= named


def test_pages_are_written_by_the_house_s_template():
    made = Writing(
        house=House(name="Haus", html_template="t"),
        now=NOW,
        picture={"t": b"<title>{{ story.title }}</title>" + BODY.encode()}.get,
    )
    page = write_page(Article.new(headline="A < B", body=body(Paragraph(text("x")))), made)
    assert page.data == b"<title>A &lt; B</title><p>x</p>"
    with pytest.raises(Refused, match="not in the library any more"):
        write_page(FULL, replace(made, picture=lambda _asset: None))


@given(st.text(max_size=40))
def test_no_value_breaks_out_of_its_place(words):
    story = Article.new(headline=words, kicker=words, body=body(Paragraph(text(words))))
    page = told(
        "<p title='{{ story.kicker }}'>{{ story.headline }}</p><script type='application/ld+json'>{{ story.data | tojson }}</script>",
        story,
    )
    assert page.count("<p title=") == 1
    assert page.count("</script>") == 1


@given(st.text(alphabet="{}%|.()[]'\"_ storyheadlinforinendifblock\n", max_size=40))
def test_no_template_breaks_the_program(template):
    with suppress(Refused):
        check(template.encode())
