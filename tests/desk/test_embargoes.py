"""What the embargo forbids, by audience; nothing gets around it without being said."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from newsroom.desk.embargoes import audience_of, permit
from newsroom.domain.article import Article
from newsroom.domain.errors import Embargoed, WrongValue
from newsroom.domain.export_profile import ExportProfile
from newsroom.formats import Audience, Format

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
INSIDE = (Audience.PROOF, Audience.ARCHIVE)
HELD = Article.new(headline="Haushalt", embargo=NOW + timedelta(hours=2))
UNREAD = Article.new(headline="Haushalt", embargo_line="Sperrfrist: nach der Rede")


def form(audience):
    return Format(name="sample", title="Sample", extensions=(".x",), mime="x/y", audience=audience)


def chosen(audience, **more):
    return ExportProfile(format="sample", audience=audience.value, **more)


@pytest.mark.parametrize("story", [HELD, UNREAD])
@pytest.mark.parametrize("audience", Audience)
def test_only_what_stays_in_the_house_may_go_before_the_time(audience, story):
    if audience in INSIDE:
        permit(story, audience, NOW, "Europe/Berlin")
    else:
        with pytest.raises(Embargoed):
            permit(story, audience, NOW, "Europe/Berlin")
    permit(replace(HELD, embargo=NOW), audience, NOW, "Europe/Berlin")


def test_partners_who_keep_embargoes_may_have_it_but_not_one_that_nobody_could_read():
    permit(HELD, Audience.PARTNER, NOW, "Europe/Berlin", trusted=True)
    for story, audience in ((UNREAD, Audience.PARTNER), (HELD, Audience.READER)):
        with pytest.raises(Embargoed):
            permit(story, audience, NOW, "Europe/Berlin", trusted=True)


def test_a_format_for_readers_never_becomes_a_proof_an_archive_or_a_trusted_partners():
    for audience in INSIDE:
        with pytest.raises(WrongValue, match="embargo would no longer hold"):
            audience_of(form(Audience.READER), chosen(audience))
    with pytest.raises(WrongValue):
        audience_of(form(Audience.READER), chosen(Audience.PARTNER, honours_embargo=True))
    assert audience_of(form(Audience.READER), chosen(Audience.PARTNER)) is Audience.PARTNER


def test_a_stricter_audience_may_be_chosen_and_its_own_always():
    for own in Audience:
        assert audience_of(form(own), chosen(own, honours_embargo=True)) is own
        assert audience_of(form(own), chosen(Audience.READER)) is Audience.READER
    assert audience_of(form(Audience.PROOF), ExportProfile(format="sample")) is Audience.PROOF


def test_an_audience_that_does_not_exist_is_told_with_those_that_do():
    with pytest.raises(WrongValue, match="partner"):
        audience_of(form(Audience.PROOF), ExportProfile(format="sample", audience="friends"))
