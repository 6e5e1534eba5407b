from __future__ import annotations

import io
import zipfile

import pytest

from newsroom.domain.article import Article
from newsroom.domain.body import Paragraph, body
from newsroom.domain.errors import Refused
from newsroom.domain.inline import text
from newsroom.domain.style_map import StyleKind
from newsroom.formats import Writing
from newsroom.formats.guard import Guard
from newsroom.formats.icml import FORMAT
from newsroom.formats.icml.style_names import ReadStyleNames
from newsroom.settings import House

STYLES = """<?xml version="1.0" encoding="UTF-8"?><idPkg:Styles xmlns:idPkg="x"><RootParagraphStyleGroup>
<ParagraphStyle Self="ParagraphStyle/$ID/[No paragraph style]" Name="$ID/[No paragraph style]"/>
<ParagraphStyleGroup Self="ParagraphStyleGroup/A" Name="A"><ParagraphStyleGroup Self="ParagraphStyleGroup/A%3aB" Name="A:B">
<ParagraphStyle Self="ParagraphStyle/A%3aB%3aVorspann 10" Name="A:B:Vorspann 10"/><ParagraphStyle Self="u1" Name="Intro"/>
</ParagraphStyleGroup></ParagraphStyleGroup></RootParagraphStyleGroup>
<RootCharacterStyleGroup><CharacterStyle Self="CharacterStyle/100%25" Name="100%"/></RootCharacterStyleGroup></idPkg:Styles>"""


def idml(**members):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for name, words in members.items():
            package.writestr(name.replace("__", "/") + ".xml", words)
    return made.getvalue()


def test_names_of_an_idml_are_read_with_their_groups():
    with Guard(workers=1) as guard:
        found = guard.do(ReadStyleNames(idml(Resources__Styles=STYLES)))
    assert found.names[StyleKind.PARAGRAPH] == ("A:B:Vorspann 10", "A:B:Intro")
    assert found.names[StyleKind.CHARACTER] == ("100%",)
    assert found.fitting == {"lead": "A:B:Intro"}


def test_names_of_an_icml_are_read():
    story = Article.new(headline="H", body=body(Paragraph(text("x"))))
    house = House(indesign_styles=(("first", "Zeitung:GT"),))
    found = ReadStyleNames(FORMAT.write(story, Writing(house=house)).data).run()
    assert set(found.names[StyleKind.PARAGRAPH]) == {"Überschrift", "Zeitung:GT"}


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"%PDF-1.7",
        b"<a/>",
        b"<a",
        idml(word__document="<a/>"),
        idml(Resources__Styles="<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"),
        idml(Resources__Styles="<a>" * 400 + "</a>" * 400),
        idml(Resources__Styles=STYLES)[:300],
        b"\x06\x06\xed\xf5\xd8\x1d\x46\xe5\xbd\x31\xef\xe7\xfe\x74\xb7\x1d" + b"\0" * 99,
    ],
)
def test_what_holds_no_styles_is_refused_with_a_sentence(data):
    with pytest.raises(Refused):
        ReadStyleNames(data).run()
