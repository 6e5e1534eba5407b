"""The sample stories keep the form that `resources/sample/README.md` describes."""

import re
from itertools import takewhile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "resources" / "sample"
WIRE = sorted(FOLDER.glob("*.txt"))
MARKDOWN = sorted(FOLDER.glob("[0-9]*.md"))
STORIES = WIRE + MARKDOWN
KEYS = {
    "kicker",
    "headline",
    "subheadline",
    "lead",
    "section",
    "genre",
    "language",
    "publish time",
    "keywords",
    "byline",
}


def text(name):
    return next(FOLDER.glob(name)).read_text(encoding="utf-8")


def head(story):
    lines = story.read_text(encoding="utf-8").splitlines()
    inside = takewhile(lambda line: line != "---", lines[1:])
    return dict(line.split(": ", 1) for line in inside)


def pictures():
    found = []
    for story in MARKDOWN:
        found += re.findall(
            r'^!\[[^\]]*\]\((\S+) "[^"|]+ \| [^"|]+"\)$', story.read_text(encoding="utf-8"), re.MULTILINE
        )
    return sorted(found)


def test_there_are_eight_german_and_four_english_stories():
    english = [
        path for path in STORIES if re.search(r"language: en|^Publication date", path.read_text("utf-8"))
    ]
    assert (len(STORIES), len(english)) == (12, 4)


@pytest.mark.parametrize("story", STORIES, ids=lambda path: path.stem)
def test_a_sample_is_as_long_as_a_story(story):
    assert 150 <= len(story.read_text(encoding="utf-8").split()) <= 450


@pytest.mark.parametrize("story", MARKDOWN, ids=lambda path: path.stem)
def test_the_head_of_a_markdown_story_has_known_keys_only(story):
    assert story.read_text(encoding="utf-8").startswith("---\n")
    assert head(story).keys() <= KEYS
    assert {"headline", "section", "genre", "language", "publish time"} <= head(story).keys()


@pytest.mark.parametrize("story", WIRE, ids=lambda path: path.stem)
def test_a_wire_story_opens_with_time_and_section(story):
    first, blank = story.read_text(encoding="utf-8").splitlines()[:2]
    assert re.fullmatch(
        r"(Veröffentlichungsdatum|Publication date): \d\d\.\d\d\.\d{4} \d\d:\d\d / \w+", first
    )
    assert blank == ""


def test_every_picture_is_used_once_and_is_small():
    assert pictures() == sorted(path.name for path in FOLDER.glob("*.png"))
    assert len(pictures()) >= 4
    assert max(path.stat().st_size for path in FOLDER.glob("*.png")) < 60_000


def test_one_story_bears_its_headline_twice():
    lines = text("03-*").splitlines()
    assert lines[2] == lines[4] != ""


def test_two_headlines_share_their_words():
    wire = set(text("01-*").splitlines()[2].split())
    report = set(head(next(FOLDER.glob("02-*")))["headline"].split())
    assert len({word.lower() for word in wire} & {word.lower() for word in report}) >= 6
