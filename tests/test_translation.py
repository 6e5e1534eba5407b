"""Every word of the program is German in the German catalogue, and messages are said whole."""

from __future__ import annotations

import ast
import re
import runpy
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from babel.messages.pofile import read_po

from newsroom import resources, translation
from newsroom.domain.article import Article
from newsroom.domain.errors import NotAllowed
from newsroom.domain.four_eyes import Circumstances
from newsroom.domain.person import Person, Role
from newsroom.domain.workflow import State, Transition, guard, way_of
from newsroom.translation import _, fill, msg, msgs, ngettext, tell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from babel.messages.catalog import Catalog

ROOT = Path(__file__).resolve().parent.parent
GAP = re.compile(r"\{\w+\}|%s")
ENGLISH = re.compile(
    r"\b(the|and|with|of|is|not|are|your|this|that|from|cannot|file|files|story|stories|saved)\b",
    re.IGNORECASE,
)
COMMANDS = re.compile(r"„newsroom[^“]*“|„quotes-too“|\{\w+\}")
"""What is typed as it stands, in any language."""
POLITE = re.compile(r"\w (Sie|Ihnen|Ihren?)\b(?<!: Sie)|\bleider\b|Entschuldigung")
"""Speaking to somebody, or regretting; a sentence may begin with a plain “Sie”."""


@pytest.fixture(scope="module")
def german() -> Catalog:
    """Give the German catalogue as its source has it."""
    with resources.find("locale", "de", "LC_MESSAGES", "newsroom.po").open("rb") as file:
        return read_po(file, locale="de")


@pytest.fixture
def in_german() -> Iterator[None]:
    """Speak German for one test."""
    before = translation.language()
    translation.use("de")
    yield
    translation.use(before)


def forms(words: Any) -> tuple[str, ...]:
    """Give the one form, or the two forms, of a text."""
    return (words,) if isinstance(words, str) else tuple(words)


def pairs(catalogue: Catalog) -> list[tuple[str, str]]:
    """Give each English form with its German one."""
    entries = (entry for entry in catalogue if entry.id)
    return [pair for entry in entries for pair in zip(forms(entry.id), forms(entry.string), strict=True)]


def test_every_text_is_translated_in_each_of_its_forms(german: Catalog) -> None:
    assert [english for english, said in pairs(german) if not said.strip()] == []


def test_no_translation_is_a_guess(german: Catalog) -> None:
    assert not german.fuzzy
    assert [entry.id for entry in german if entry.id and entry.fuzzy] == []


def test_both_languages_have_the_same_gaps(german: Catalog) -> None:
    assert [
        english for english, said in pairs(german) if set(GAP.findall(english)) != set(GAP.findall(said))
    ] == []


def test_the_german_ends_as_the_english_does(german: Catalog) -> None:
    ends = re.compile(r"(?:[.:]| …)?$")
    assert [
        english for english, said in pairs(german) if ends.search(english)[0] != ends.search(said)[0]
    ] == []  # type: ignore[index]  # an end is always found


def test_no_english_is_left_in_the_german(german: Catalog) -> None:
    left = [said for _english, said in pairs(german) if ENGLISH.search(COMMANDS.sub("", said))]
    assert left == []


def test_german_texts_quote_the_german_way_and_stay_calm(german: Catalog) -> None:
    said = [text for _english, text in pairs(german)]
    assert [text for text in said if "”" in text or '"' in text or text.count("„") != text.count("“")] == []
    assert [text for text in said if "!" in text] == []
    assert [text for text in said if POLITE.search(text)] == []


@pytest.mark.long
def test_the_catalogue_knows_every_text_of_the_program(german: Catalog) -> None:
    extracted = runpy.run_path(str(ROOT / "packaging" / "catalogue.py"))["extracted"]()
    known = {entry.id for entry in german if entry.id}
    wanted = {entry.id for entry in extracted if entry.id}
    assert wanted - known == set(), "run packaging/catalogue.py"
    assert known - wanted == set(), "run packaging/catalogue.py"


@pytest.mark.long
def test_counted_sentences_are_marked_in_both_forms_at_once() -> None:
    """Forms that were marked one by one are not found together: the sentence would stay English."""
    apart = [
        f"{path.name}:{call.lineno}"
        for path in sorted((ROOT / "newsroom").rglob("*.py"))
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id in {"msgs", "ngettext"}
        if path.name != "translation.py" and not counted(call.args)
    ]
    assert apart == []


def counted(arguments: list[ast.expr]) -> bool:
    """Tell whether both forms stand there as words, or come from a pair that was marked together."""
    return isinstance(arguments[0], ast.Starred) or all(
        isinstance(one, ast.Constant) for one in arguments[:2]
    )


def test_a_checkout_without_compiled_words_speaks_german(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = resources.find("locale", "de", "LC_MESSAGES", "newsroom.po")
    copy = tmp_path / "locale" / "de" / "LC_MESSAGES" / "newsroom.po"
    copy.parent.mkdir(parents=True)
    copy.write_bytes(source.read_bytes())
    monkeypatch.setattr(resources, "find", tmp_path.joinpath)
    before = translation.language()
    try:
        translation.use("de")
        assert _("Headline") == "Überschrift"
        assert copy.with_suffix(".mo").is_file()
    finally:
        monkeypatch.undo()
        translation.use(before)


@pytest.mark.usefixtures("in_german")
def test_a_message_in_a_gap_is_said_in_the_same_language() -> None:
    text = "“{action}” is not possible from “{state}”. Ask an editor."
    said = tell(msg(text, action=msg("Publish"), state=msg("Draft")))
    assert said.startswith("„Veröffentlichen“ ist im Status „Entwurf“ nicht möglich.")


@pytest.mark.usefixtures("in_german")
def test_words_somebody_typed_are_never_translated() -> None:
    assert "„Draft“" in tell(msg("There is no state “{name}”. Choose from: {all}.", name="Draft", all="–"))


def test_a_message_in_a_gap_is_english_in_logs() -> None:
    assert str(msg("Not yet possible: {reason}", reason=msg("The headline is missing."))) == (
        "Not yet possible: The headline is missing."
    )


@pytest.mark.usefixtures("in_german")
@pytest.mark.parametrize(("n", "said"), [(1, "Eine Notiz ist offen."), (2, "2 Notizen sind offen.")])
def test_counted_messages_choose_their_form(n: int, said: str) -> None:
    assert tell(msgs("One note is open.", "{n} notes are open.", n)) == said


@pytest.mark.usefixtures("in_german")
def test_counted_words_choose_their_form() -> None:
    assert [ngettext("{n} word", "{n} words", n) for n in (0, 1, 2)] == ["0 Wörter", "1 Wort", "2 Wörter"]


@pytest.mark.parametrize(
    ("sentence", "value", "said"),
    [
        ("Fast wie „{headline}“", "„Ein Archiv“ – was gilt", "Fast wie „‚Ein Archiv‘ – was gilt“"),
        ("Nearly as “{headline}”", "“No archive”", "Nearly as “‘No archive’”"),
        ("Ohne Zeichen {headline}", "„Ein Archiv“", "Ohne Zeichen „Ein Archiv“"),
        ("„{headline}“", 'suche "genau" das', '„suche "genau" das“'),
    ],
)
def test_quotation_marks_within_quotation_marks_are_single(sentence: str, value: str, said: str) -> None:
    assert fill(sentence, {"headline": value}) == said


def test_what_somebody_typed_fills_no_gap_of_another() -> None:
    assert fill("{name} in {place}", {"name": "{place}", "place": "Orle"}) == "{place} in Orle"


@pytest.mark.parametrize(("language", "said"), [("en", "12,500 stories"), ("de", "12.500 Artikel")])
def test_counted_numbers_are_grouped_as_the_language_does(language: str, said: str) -> None:
    before = translation.use(translation.language())
    translation.use(language)
    try:
        assert ngettext("{n} story", "{n} stories", 12_500) == said
        assert tell(msgs("{n} story", "{n} stories", 12_500)) == said
        assert tell(msg("up to {most}", most=12_500)) == f"up to {said.split(maxsplit=1)[0]}"
        assert _("up to {most}", most=12_500) == f"up to {said.split(maxsplit=1)[0]}"
        assert _("in {year}", year=2026) == "in 2026"
    finally:
        translation.use(before)


def test_a_gap_without_a_value_stays() -> None:
    assert fill("{a} and {b}", {"a": 1}) == "1 and {b}"


@pytest.mark.parametrize(
    ("arguments", "environment", "found"),
    [
        (["--lang", "de"], {"LANG": "en_US.UTF-8"}, "de"),
        (["list", "--lang=de"], {}, "de"),
        ([], {"NEWSROOM_LANG": "de", "LANG": "en_US.UTF-8"}, "de"),
        ([], {"LANG": "de_AT.UTF-8"}, "de_AT.UTF-8"),
        ([], {}, "en"),
    ],
)
def test_the_language_asked_for_is_found(
    arguments: list[str], environment: dict[str, str], found: str
) -> None:
    assert translation.wanted(arguments, environment) == found


@pytest.mark.parametrize(
    ("code", "spoken"), [("de_AT.UTF-8", "de"), ("de-CH", "de"), ("fr_FR", "en"), ("", "en")]
)
def test_an_unknown_language_becomes_english(code: str, spoken: str) -> None:
    before = translation.language()
    try:
        assert translation.use(code) == spoken
    finally:
        translation.use(before)


@pytest.mark.usefixtures("in_german")
@pytest.mark.parametrize("way", [way for way in Transition if way.moves])
def test_what_a_story_may_not_do_is_named_in_german(way: Transition) -> None:
    state = next(state for state in State if way_of(way, state) is None)
    with pytest.raises(NotAllowed) as refusal:
        guard(Article.new(state=state), way, Person("Clara", Role.CHIEF), Circumstances())
    assert tell(refusal.value.message).startswith(f"„{_(way.label).removesuffix(' …')}“ ist im Status")
