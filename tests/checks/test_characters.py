from __future__ import annotations

import pytest

from newsroom.domain.article import Byline
from newsroom.domain.body import Paragraph, body
from newsroom.domain.inline import Run
from newsroom.domain.marks import link


@pytest.mark.parametrize(
    ("rule", "headline", "start", "end"),
    [
        ("bidi", "Fähre \u202efährt", 6, 7),
        ("zero-width", "Fäh\u200bre", 3, 4),
        ("mixed-script", "Die Bаnk schließt", 4, 8),
    ],
)
def test_a_suspect_place_in_the_headline_is_found(judge, rule, headline, start, end):
    (finding,) = judge(rule, headline=headline)
    assert (finding.place.start, finding.place.end) == (start, end)


def test_what_nobody_sees_is_taken_out_by_one_click(judge):
    (finding,) = judge("zero-width", headline="Fäh\u200bre")
    assert finding.fix.replacements[0].text == ""


def test_a_byline_and_a_link_are_judged_too(judge):
    assert judge("mixed-script", authors=(Byline("Аnna Beispiel"),))
    linked = body(Paragraph((Run("Zur "), Run("Bank", frozenset({link("https://bаnk.example")})))))
    (finding,) = judge("mixed-script", body=linked)
    assert (finding.place.block, finding.place.start, finding.place.end) == (0, 4, 8)


@pytest.mark.parametrize("headline", ["Weiß\u00adwasser", "5 μg Ω", "Familie 👨‍👩‍👧", "Привет aus Moskau"])
def test_honest_text_is_left_alone(judge, headline):
    assert not any(judge(rule, headline=headline) for rule in ("bidi", "zero-width", "mixed-script"))
