"""Which language a text is written in. All texts are invented."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.text import language
from newsroom.text.language import UNKNOWN, detect, same_language

GERMAN = (
    "Der Stadtrat hat am Dienstagabend über die Pläne für eine neue Hafenbrücke beraten, die seit Jahren "
    "umstritten ist. Mehrere Anwohner klagten über Lärm und Staub während der Bauarbeiten."
)
ENGLISH = (
    "The council met on Tuesday evening to discuss the plans for a new harbour bridge, which has divided "
    "the town for years. Several residents complained about noise and dust during construction."
)
FOREIGN = {
    "French": "Le conseil municipal s'est réuni mardi soir pour discuter des projets du nouveau pont, qui divise la ville depuis des années.",
    "Dutch": "De gemeenteraad vergaderde dinsdagavond over de plannen voor een nieuwe brug bij de haven, die de stad al jaren verdeelt.",
    "Danish": "Byrådet mødtes tirsdag aften for at drøfte planerne om en ny bro ved havnen, som har delt byen i mange år.",
    "Finnish": "Kaupunginvaltuusto kokoontui tiistai-iltana keskustelemaan uuden sillan suunnitelmista, jotka ovat jakaneet kaupungin.",
    "Basque": "Udalbatza astearte arratsaldean bildu zen portuko zubi berriaren planak eztabaidatzeko, urteetan herria zatitu dutenak.",
    "Icelandic": "Bæjarstjórnin kom saman á þriðjudagskvöld til að ræða áætlanir um nýja brú við höfnina sem hefur klofið bæinn.",
    "Russian": "Городской совет собрался во вторник вечером, чтобы обсудить планы строительства нового моста у порта.",
    "Japanese": "市議会は火曜日の夜に集まり、何年も町を二分してきた港の新しい橋の計画について話し合った。"
    * 2,
}


@pytest.mark.parametrize(
    ("text", "code"), [(GERMAN, "de"), (ENGLISH, "en"), (GERMAN[:80], "de"), (ENGLISH[:80], "en")]
)
def test_the_newsrooms_languages_are_told_apart(text, code):
    found = detect(text)
    assert found.code == code
    assert found.certainty > 0.9


@pytest.mark.parametrize("name", FOREIGN)
def test_another_language_is_unknown(name):
    assert detect(FOREIGN[name]) == UNKNOWN


def test_a_newsroom_may_name_its_languages():
    assert detect(FOREIGN["French"], ("de", "fr")).code == "fr"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Stadtrat berät über Brücke",
        "1 2 3 " * 100,
        "https://zeitung.example/der/weg/ist/das/ziel/und/mehr",
    ],
)
def test_too_few_letters_are_unknown(text):
    assert detect(text) == UNKNOWN


def test_a_german_text_in_capitals_is_never_taken_for_another_language():
    assert detect(GERMAN.upper()).code in {"", "de"}


def test_threads_agree_on_every_text():
    texts = [GERMAN[start : start + 90] for start in range(60)] + [
        ENGLISH[start : start + 90] for start in range(60)
    ]
    alone = [detect(text) for text in texts]
    language._detect.cache_clear()
    language._judge.cache_clear()
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(detect, texts)) == alone


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("de-AT", "de", True),
        ("DE", "de_CH", True),
        ("en-GB", "en-US", True),
        ("de", "en", False),
        ("", "", False),
    ],
)
def test_tags_name_one_language_whatever_the_region(one, other, same):
    assert same_language(one, other) is same


@settings(deadline=None)
@given(st.text())
def test_any_text_gets_an_answer(text):
    found = detect(text * 3)
    assert found.code in {"", "de", "en"}
    assert 0 <= found.certainty <= 1
