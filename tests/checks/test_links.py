from __future__ import annotations

import pytest

from newsroom.domain.body import Paragraph, body
from newsroom.domain.inline import Run
from newsroom.domain.marks import link


def linked(address):
    return body(Paragraph((Run("Mehr beim "), Run("Hafenamt", frozenset({link(address)})), Run("."))))


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc",
        "https://",
        "http://[",
        "hafen",
        "mailto:",
        "http://a b.de",
    ],
)
def test_a_link_that_leads_nowhere_or_is_unsafe_is_found_at_its_words(judge, address):
    (finding,) = judge("link", body=linked(address))
    assert (finding.place.block, finding.place.start, finding.place.end) == (0, 10, 18)


@pytest.mark.parametrize("address", ["https://hafen.example/a?b=c#d", "mailto:amt@hafen.example", "#quelle"])
def test_a_good_link_is_left_alone(judge, address):
    assert not judge("link", body=linked(address))
