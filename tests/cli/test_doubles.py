"""Like stories from the command line."""

from __future__ import annotations

import pytest

HEAD = "Der Hafen von Wendelsbrück bleibt vorerst ohne neuen Kran"


@pytest.fixture
def two(ask, wire):
    files = [wire(HEAD + end, name) for end, name in (("", "a.txt"), (" heute", "b.txt"))]
    return [one["id"] for file in files for one in ask("import", file)[1]["imported"]]


def test_like_stories_are_listed_in_groups_until_somebody_decides(ask, two):
    (group,) = ask("doubles", "list")[1]["groups"]
    assert {story["id"] for story in group["stories"]} == set(two)
    assert group["pairs"][0]["headlines"] in {"like", "very-like"}
    ask("doubles", "decide", *two, "not-a-duplicate")
    assert ask("doubles", "list")[1]["groups"] == []
    ask("doubles", "decide", *two, "nothing")
    assert len(ask("doubles", "list")[1]["groups"]) == 1


def test_two_drafts_become_one(ask, two):
    assert ask("doubles", "merge", *two)[1]["merged"] == two[0]
    assert ask("doubles", "list")[1]["groups"] == []
