"""Reads the stories of an ICML file, tracked changes and notes included, and names what it cannot keep."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsroom.domain.errors import Refused
from newsroom.domain.style_map import style_map
from newsroom.formats import Incoming
from newsroom.formats.icml import facts, styles_in
from newsroom.formats.icml.flow_in import FlowReader
from newsroom.formats.icml.gathered import Gathered
from newsroom.formats.icml.opened import parsed, targets
from newsroom.formats.icml.origin import told
from newsroom.formats.icml.story_in import article
from newsroom.formats.icml.styles_in import Styles
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

    from newsroom.formats import Reading


def read_stories(data: bytes, reading: Reading) -> tuple[Incoming, ...]:
    """Give the stories of an ICML file; raises Refused, with its own reason for each fault."""
    root = parsed(data)
    stories = list(root.iter("Story"))
    if not stories:
        raise Refused(msg(N_("The InDesign file holds no story. Export the story as ICML once more.")))
    styles = Styles(
        style_map(reading.house.indesign_styles, reading.house.language), styles_in.declared(root)
    )
    links = targets(root)
    read = [story_of(story, styles, links, reading) for story in stories]
    return tuple(one for one in read if not _hollow(one)) or tuple(read[:1])


def story_of(story: _Element, styles: Styles, links: Mapping[str, str], reading: Reading) -> Incoming:
    """Give one story of a file."""
    known = told(story)
    gathered = Gathered(reading)
    sent = facts.styles(known.facts)
    styles = replace(styles, names=sent, house=styles.names) if sent else styles
    hyphens = known.facts.get("hyphens") is True
    reader = FlowReader(styles, links, gathered, ours=known.origin is not None, hyphens=hyphens)
    made, recognised = article(reader.parts(story), known, gathered, reading)
    return Incoming(made, tuple(gathered.losses()), origin=known.origin, recognised=recognised)


def _hollow(incoming: Incoming) -> bool:
    made = incoming.article
    return not made.headline and not made.lead and made.body.empty
