from __future__ import annotations

import io
import zipfile

import pytest
from lxml import etree

from newsroom.domain.article import Article
from newsroom.domain.body import Paragraph, body, plain_text
from newsroom.domain.errors import Refused
from newsroom.domain.inline import Run, text
from newsroom.domain.marks import link
from newsroom.formats import Origin, Reading, Writing, by_content
from newsroom.formats.guard.worker import Job, answer, read_here
from newsroom.formats.icml import FORMAT as ICML
from newsroom.formats.idml import FORMAT

SPACE = "http://ns.adobe.com/AdobeInDesign/idml/1.0/packaging"
WORDS = "Der Rat hat lange beraten und sich am Ende vertagt. " * 6


def story(**more):
    return Article.new(
        version=4,
        headline="Der Hafen bleibt",
        body=body(Paragraph((*text(WORDS), Run("dort", frozenset({link("https://beispiel.example/")}))))),
        **more,
    )


def text_frame(words):
    return f'<Story Self="u9"><ParagraphStyleRange><CharacterStyleRange><Content>{words}</Content></CharacterStyleRange></ParagraphStyleRange></Story>'


def page(*stories, styles=(), links=(), extra=()):
    """Give an IDML package as InDesign saves one: each text in a part of its own."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", "application/vnd.adobe.indesign-idml-package")
        sources = "".join(f'<idPkg:Story src="Stories/Story_{n}.xml"/>' for n in range(len(stories)))
        package.writestr(
            "designmap.xml", f'<Document xmlns:idPkg="{SPACE}">{sources}{"".join(links)}</Document>'
        )
        package.writestr(
            "Resources/Styles.xml", f'<idPkg:Styles xmlns:idPkg="{SPACE}">{"".join(styles)}</idPkg:Styles>'
        )
        for number, inner in enumerate(stories):
            package.writestr(
                f"Stories/Story_{number}.xml", f'<idPkg:Story xmlns:idPkg="{SPACE}">{inner}</idPkg:Story>'
            )
        for name, words in extra:
            package.writestr(name, words)
    return made.getvalue()


def placed(article):
    """Give the parts that InDesign makes of an ICML of ours when it is placed and the page is saved as IDML."""
    root = etree.fromstring(ICML.write(article, Writing()).data)

    def parts(*tags):
        return [
            etree.tostring(one, encoding="unicode", with_tail=False) for tag in tags for one in root.iter(tag)
        ]

    groups = ("RootParagraphStyleGroup", "RootCharacterStyleGroup", "RootTableStyleGroup")
    return parts("Story")[0], parts(*groups), parts("HyperlinkURLDestination", "Hyperlink")


def read(data):
    return read_here(Job("seite.idml", data), Reading())


def test_a_story_of_ours_comes_back_from_a_page_that_was_saved_whole():
    article = story()
    inner, styles, links = placed(article)
    (incoming,) = read(page(inner, text_frame("Foto: Beispiel"), text_frame(""), styles=styles, links=links))
    assert incoming.origin == Origin(article.uid, 4)
    assert incoming.article.body == article.body
    assert [str(one) for one in incoming.losses] == [
        "1 short text of the page, such as a caption, was left out."
    ]


def test_every_long_text_of_a_page_is_a_story_and_a_page_of_short_ones_gives_them_all():
    assert len(read(page(text_frame(WORDS), text_frame("kurz"), text_frame(WORDS)))) == 2
    assert [plain_text(one.article.body) for one in read(page(text_frame("kurz"), text_frame("kürzer")))] == [
        "kurz",
        "kürzer",
    ]


def test_it_is_known_by_what_it_holds_and_never_written():
    assert by_content(page(text_frame("x")), "brief.docx") is FORMAT
    assert FORMAT.write is None


@pytest.mark.parametrize(
    "data",
    [
        page(),
        page(text_frame("")),
        page(text_frame(WORDS))[:400],
        page(text_frame(WORDS), extra=[("Stories/x.xml", "<!DOCTYPE a><a/>")]),
        page(text_frame(WORDS), extra=[("../x.xml", "<a/>")]),
        page(*[text_frame("x")] * 301),
        page("<XMLElement>" * 200 + "</XMLElement>" * 200),
        page(text_frame(WORDS), extra=[("x.bin", b"\0" * (120 << 20))]),
    ],
)
def test_bad_packages_are_refused_with_a_sentence(data):
    reply = answer(Job("seite.idml", data), Reading())
    assert reply.refused
    assert not reply.trace


def test_an_indesign_document_is_refused_with_a_way_out():
    with pytest.raises(Refused, match="IDML"):
        read(b"\x06\x06\xed\xf5\xd8\x1d\x46\xe5\xbd\x31\xef\xe7\xfe\x74\xb7\x1d" + b"\0" * 99)
