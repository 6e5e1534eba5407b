import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsroom.domain.body import (
    Box,
    Crosshead,
    ListItem,
    Paragraph,
    Picture,
    Quote,
    Table,
    body,
    plain_text,
)
from newsroom.domain.codec import dumps
from newsroom.domain.errors import Refused
from newsroom.domain.inline import LineBreak, Run, text
from newsroom.domain.marks import BOLD, ITALIC, STRIKE, SUBSCRIPT, SUPERSCRIPT, link
from newsroom.formats import Reading, Writing
from newsroom.formats.html.page import write_fragment, write_page
from newsroom.formats.html.reading import read
from newsroom.formats.html.sanitising import sanitise
from tests.formats.html.oracle import faults
from tests.formats.html.payloads import PAYLOADS


def taken(markup: str):
    (found,) = read(markup.encode(errors="surrogatepass"), Reading())
    return found


def blocks(markup: str):
    return taken(markup).article.body


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>Eins</p><p>Zwei</p>", body(Paragraph(text("Eins")), Paragraph(text("Zwei")))),
        ("Eins<div>Zwei</div>Drei", body(*(Paragraph(text(w)) for w in ("Eins", "Zwei", "Drei")))),
        ("<h2>Zwischen</h2><h3>Tiefer</h3>", body(Crosshead(text("Zwischen")), Crosshead(text("Tiefer"), 2))),
        ("<blockquote><p>A</p><p>B</p></blockquote>", body(Quote(text("A")), Quote(text("B")))),
        (
            "<ul><li>A<ol><li>B</li></ol></li><li>C</li></ul>",
            body(ListItem(text("A")), ListItem(text("B"), ordered=True, level=1), ListItem(text("C"))),
        ),
        (
            "<p>a <b>b <i>c</i></b><s>d</s> e<sup>2</sup><sub>3</sub></p>",
            body(
                Paragraph(
                    (
                        *text("a "),
                        *text("b ", {BOLD}),
                        *text("c", {BOLD, ITALIC}),
                        *text("d", {STRIKE}),
                        *text(" e"),
                        *text("2", {SUPERSCRIPT}),
                        *text("3", {SUBSCRIPT}),
                    )
                )
            ),
        ),
        (
            "<p><a href='https://x.example/?a=1&amp;b=2'>x</a></p>",
            body(Paragraph(text("x", {link("https://x.example/?a=1&b=2")}))),
        ),
        ("<p>a<br>b</p>", body(Paragraph((Run("a"), LineBreak(), Run("b"))))),
        ("<p>a<br><br> b</p>", body(Paragraph(text("a")), Paragraph(text("b")))),
        ("<p>  a\n  <b> b </b> c </p>", body(Paragraph((*text("a "), *text("b ", {BOLD}), *text("c"))))),
        ("<p>z.\u00a0B. 5\u202f%</p>", body(Paragraph(text("z.\u00a0B. 5\u202f%")))),
        ("<p>a <q>b <b>c</b></q>", body(Paragraph((*text("a „b "), *text("c", {BOLD}), *text("“"))))),
        ("<pre>a\n  b</pre>", body(Paragraph((Run("a"), LineBreak(), Run("  b"))))),
        (
            "<table><tr><th>A<th>B<tr><td>1<td>2</table>",
            body(Table(((text("A"), text("B")), (text("1"), text("2"))), 1)),
        ),
        ("<table><tr><td><p>Only a frame</p></table>", body(Paragraph(text("Only a frame")))),
        (
            "<table><tr><td colspan=2>A<tr><td>1<td>2</table>",
            body(Table(((text("A"), ()), (text("1"), text("2"))))),
        ),
        (
            "<figure><img src='rathaus.jpg' alt='Rathaus'><figcaption>Das Rathaus <span class=credit>Foto: A</span></figcaption></figure>",
            body(Picture("", text("Das Rathaus"), "Foto: A", alternative="Rathaus", name="rathaus.jpg")),
        ),
        (
            "<p>a<img src='https://x.example/a.png' alt='A'>b</p>",
            body(Paragraph(text("a")), Picture("", alternative="A"), Paragraph(text("b"))),
        ),
        (
            "<aside class=box><h2>Kasten</h2><p>a</p></aside>",
            body(Box(text("Kasten"), (Paragraph(text("a")),))),
        ),
        ("<p>&lt;script&gt;</p>", body(Paragraph(text("<script>")))),
        ("<p></p><p> &nbsp; </p><p>a</p>", body(Paragraph(text("a")))),
    ],
)
def test_each_element_becomes_the_block_that_it_means(markup, expected):
    assert blocks(markup) == expected


def test_the_first_h1_is_the_headline_and_a_repeated_one_is_taken_out():
    found = taken("<h1>Ein  Tor</h1><p>Ein Tor</p><p>Text</p>").article
    assert found.headline == "Ein Tor"
    assert found.body == body(Paragraph(text("Text")))
    assert found.import_notes[0].rule == "headline-repeated"


def test_without_an_h1_the_title_is_the_headline():
    assert (
        taken("<html><head><title>Titel</title></head><body><p>x</p></body></html>").article.headline
        == "Titel"
    )


def test_what_stands_around_an_article_is_left_out():
    markup = "<html><body><nav>Menü</nav><article><h1>K</h1><p>x</p></article><footer>Impressum</footer></body></html>"
    assert blocks(markup) == body(Paragraph(text("x")))


def test_head_and_language_fill_the_fields():
    found = taken(
        '<html lang="de-AT"><head><meta property="article:section" content="Sport">'
        '<meta property="article:published_time" content="2025-03-27T10:25:00Z">'
        '<meta property="article:tag" content="Tor"></head><body><h1>K</h1></body></html>'
    ).article
    assert (found.language, found.section, found.keywords) == ("de-AT", "Sport", ("Tor",))
    assert found.publish_time.isoformat() == "2025-03-27T11:25:00+01:00"


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("<script>1</script><script>2</script><p>x", "2 scripts were removed."),
        ("<p onclick=x onfocus=y>x", "2 hidden actions"),
        ("<a href='javascript:x'>x</a>", "1 unsafe link was removed; its text is kept."),
        ("<p>x<img src='https://x.example/a.png'>", "1 picture was left out; its place is kept."),
        ("<p>x<img src='data:image/png;base64,AAAA'>", "1 picture was left out"),
        ("<p style='background: url(x)'>x", "1 style with an address"),
        ("<iframe src=x></iframe><p>x", "1 embedded object"),
    ],
)
def test_what_is_removed_is_counted_and_told(markup, words):
    assert any(words in str(loss) for loss in taken(markup).losses)


@pytest.mark.parametrize("name", ["lead", "deck", "kicker", "byline", "sign-off"])
def test_a_field_that_comes_twice_is_text_the_second_time(name):
    found = taken(f"<h1>K</h1><p class={name}>Eins</p><p>Text</p><p class={name}>Zwei</p>").article
    assert plain_text(found.body) == "Text\n\nZwei"


def test_a_harmless_page_loses_nothing():
    assert taken("<h1>K</h1><p>x <b>y</b> <a href='https://x.example'>z</a></p>").losses == ()


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("<div>" * 101 + "x", "nested too deeply"),
        ("<div>" * 100_000 + "x", "nested too deeply"),
        ("<p><b>" * 100_000, "nested too deeply"),
        ("<table><tr><td>" * 7 + "x", "nested too deeply"),
        ("<ul><li>" * 21 + "x", "nested too deeply"),
        ("x" * (20 << 20) + "y", "too large"),
        ("ä" * (11 << 20), "too large"),
    ],
)
def test_what_would_choke_a_parser_is_refused(markup, words):
    with pytest.raises(Refused, match=words):
        taken(markup)


@pytest.mark.parametrize(
    "markup", ["<div>" * 90 + "x", "<table><tr><td>" * 6 + "x", "<ul><li>" * 20 + "x", "<p>x" * 5_000]
)
def test_what_is_only_deep_is_read(markup):
    assert "x" in plain_text(blocks(markup))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252", "iso-8859-2"])
def test_a_page_is_read_in_the_encoding_it_declares(encoding):
    (found,) = read(f"<meta charset={encoding}><p>Größe</p>".encode(encoding), Reading())
    assert plain_text(found.article.body) == "Größe"
    assert found.article.import_notes == ()


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_payload_lives_after_sanitising_reading_and_writing(payload):
    page = f"<article><h1>K</h1><p>davor {payload} danach</p></article>"
    clean = sanitise(page)
    assert faults(clean) == []
    assert sanitise(clean) == clean
    article = taken(page).article
    for write in (write_page, write_fragment):
        assert faults(write(article, Writing()).data.decode()) == []
    assert "javascript:" not in dumps(article.body).lower().replace("&colon;", ":") or "<" not in payload[:1]
    assert "davor" in plain_text(article.body)


pieces = st.lists(
    st.one_of(
        st.sampled_from(PAYLOADS),
        st.text(max_size=10),
        st.sampled_from(["<p>", "</p>", "<table>", "<a href='", "<!--", "'>", "&"]),
    ),
    max_size=8,
).map("".join)


@given(pieces)
@example("<p>\ud800</p>")
def test_no_mixture_of_payloads_lives(markup):
    clean = sanitise(markup.encode(errors="replace").decode())
    assert faults(clean) == []
    assert sanitise(clean) == clean
    try:
        article = taken(markup).article
    except Refused:
        return
    assert faults(write_page(article, Writing()).data.decode()) == []


def test_tests_of_the_oracle_itself_show_that_it_sees():
    seen = [payload for payload in PAYLOADS if faults(payload)]
    assert len(seen) > len(PAYLOADS) * 0.8
