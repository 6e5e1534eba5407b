"""Hypothesis strategies for texts and stories in normal form, with every block, mark and field."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from hypothesis import strategies as st

from newsroom.domain.article import (
    AiUse,
    Article,
    Byline,
    ImportNote,
    LinkKind,
    OrderedLength,
    Priority,
    StoryLink,
    Unit,
    new_uid,
)
from newsroom.domain.body import Body, Box, Crosshead, ListItem, Paragraph, Picture, Quote, Table, normal_body
from newsroom.domain.changes import Change, ChangeKind
from newsroom.domain.counterpart import Counterpart, Wording
from newsroom.domain.crop import SCALE, Crop, settled
from newsroom.domain.inline import Anchor, Footnote, LineBreak, Run, normal
from newsroom.domain.marks import TRACKED, Mark, MarkKind
from newsroom.domain.notes import Note, Reply
from newsroom.domain.workflow import State
from newsroom.translation import msg

CHANGE_IDS = ("c1", "c2", "c3", "c4")
NOTE_IDS = ("n1", "n2", "n3")
_PLAIN_MARKS = tuple(Mark(kind) for kind in MarkKind if kind not in TRACKED | {MarkKind.LINK, MarkKind.NOTE})
_LINK_MARKS = tuple(
    Mark(MarkKind.LINK, address)
    for address in ("https://beispiel.example/a?b=1&c=2", "mailto:redaktion@beispiel.example", "#oben")
)
_LETTERS = "abcdeimnorstuzÄÖÜäöüßé   \t.,:;!?-–—„“”»«‚‘’'\"&<>/\\%€0123456789\u00a0\u00ad\u202f😀日本"


def words(max_size: int = 30):
    """Text of one line as it may stand in a field or a run: mostly news, at times anything lawful."""
    anything = st.characters(exclude_categories=("Cs", "Cc", "Cn", "Zl", "Zp"), exclude_characters="\ufffc")
    return st.one_of(
        st.text(st.sampled_from(_LETTERS), max_size=max_size), st.text(anything, max_size=max_size)
    )


def marks(*, tracked: bool = True, notes: bool = True):
    """Marks of a run; tracked changes and notes take their ids from CHANGE_IDS and NOTE_IDS."""
    choices = [*_PLAIN_MARKS, *_LINK_MARKS]
    if notes:
        choices += [Mark(MarkKind.NOTE, note) for note in NOTE_IDS]
    if tracked:
        choices += [Mark(kind, change) for kind in sorted(TRACKED) for change in CHANGE_IDS]
    return st.frozensets(st.sampled_from(choices), max_size=3)


def _footnotes(chosen):
    plain = marks(tracked=False, notes=False)
    inner = st.lists(st.one_of(st.builds(Run, words(), plain), st.builds(LineBreak, plain)), max_size=3)
    return st.builds(Footnote, inner.map(tuple), chosen)


def contents(*, tracked: bool = True, notes: bool = True, max_size: int = 5):
    """Rich text of one block, in normal form."""
    chosen = marks(tracked=tracked, notes=notes)
    pieces = [st.builds(Run, words(), chosen), st.builds(LineBreak, chosen), _footnotes(chosen)]
    if notes:
        pieces.append(st.builds(Anchor, st.sampled_from(NOTE_IDS), _block_marks(tracked=tracked)))
    return st.lists(st.one_of(*pieces), max_size=max_size).map(normal)


def _block_marks(*, tracked: bool):
    choices = [Mark(kind, change) for kind in sorted(TRACKED) for change in CHANGE_IDS]
    return st.frozensets(st.sampled_from(choices), max_size=2 if tracked else 0)


def text_blocks(*, tracked: bool = True, notes: bool = True):
    """A paragraph, crosshead, quote or list item."""
    inside, ends = contents(tracked=tracked, notes=notes), _block_marks(tracked=tracked)
    return st.one_of(
        st.builds(Paragraph, inside, ends),
        st.builds(Crosshead, inside, st.integers(1, 3), ends),
        st.builds(Quote, inside, ends),
        st.builds(ListItem, inside, st.booleans(), st.integers(0, 8), ends),
    )


def crops():
    """A rectangle inside a picture."""
    edge = st.integers(0, SCALE - 1)
    return st.builds(Crop, edge, edge, st.integers(1, SCALE), st.integers(1, SCALE)).map(settled)


def blocks(*, tracked: bool = True, notes: bool = True):
    """A block of any kind that this version knows."""
    inside = contents(tracked=tracked, notes=notes, max_size=3)
    text = text_blocks(tracked=tracked, notes=notes)
    digests = st.sampled_from(("", "0" * 64, "ab" * 32))
    source_types = st.sampled_from(("", "trainedAlgorithmicMedia"))
    ends = _block_marks(tracked=tracked)
    told = (words(), words(), words(), words(), source_types)
    rows = st.lists(st.lists(inside, min_size=1, max_size=3).map(tuple), min_size=1, max_size=3).map(tuple)
    return st.one_of(
        text,
        st.builds(Picture, digests, inside, *told, crops(), ends),
        st.builds(Table, rows, st.integers(0, 3), ends),
        st.builds(Box, inside, st.lists(text, max_size=3).map(tuple), ends),
    )


def bodies(*, tracked: bool = True, notes: bool = True, max_size: int = 6):
    """A body in normal form."""
    found = st.lists(blocks(tracked=tracked, notes=notes), max_size=max_size)
    return found.map(lambda chosen: normal_body(Body(tuple(chosen))))


def times():
    """Aware datetimes of several zones, whole microseconds."""
    zones = (UTC, timezone(timedelta(hours=1)), timezone(timedelta(hours=-5, minutes=-30)))
    return st.datetimes(datetime(1970, 1, 2), datetime(2099, 12, 30), timezones=st.sampled_from(zones))  # noqa: DTZ001 - hypothesis adds the zone


def note_lists():
    """Notes under the ids NOTE_IDS, with replies."""
    replies = st.lists(st.builds(Reply, words(), times(), words()), max_size=2).map(tuple)
    one = st.builds(Note, st.sampled_from(NOTE_IDS), words(), times(), words(), replies, st.booleans())
    return st.lists(one, max_size=3, unique_by=lambda note: note.id).map(tuple)


def change_lists():
    """Tracked changes under the ids CHANGE_IDS; those of format carry the former marks."""
    former = marks(tracked=False, notes=False)
    kinds = st.sampled_from(ChangeKind)
    forms = st.sampled_from((None, Paragraph(), Crosshead(level=2), Quote(), ListItem(ordered=True, level=1)))
    one = st.builds(Change, st.sampled_from(CHANGE_IDS), kinds, words(), times(), former, forms)
    return st.lists(one, max_size=4, unique_by=lambda change: change.id).map(tuple)


def _optional(strategy):
    return st.one_of(st.none(), strategy)


def _tuples(strategy, size: int = 3):
    return st.lists(strategy, max_size=size).map(tuple)


def _messages():
    return st.builds(lambda gap: msg("Took out {gap}.", gap=gap), st.one_of(words(), st.integers(0, 9)))


def _counterparts():
    plain = contents(tracked=False, notes=False).map(normal)
    body = bodies(tracked=False, notes=False, max_size=2).map(normal_body)
    seen = st.builds(Wording, kicker=words(), headline=words(), subheadline=words(), lead=plain, body=body)
    return st.builds(Counterpart, st.builds(new_uid), seen)


def articles(*, tracked: bool = True, notes: bool = True):
    """A story that was never saved, with any value in each field; its uid is new each time."""
    line = words()
    return st.builds(
        Article,
        uid=st.builds(new_uid),
        genre=st.sampled_from(("", "report", "commentary")),
        kicker=line,
        headline=line,
        subheadline=line,
        lead=contents(tracked=tracked, notes=notes),
        body=bodies(tracked=tracked, notes=notes, max_size=4),
        teaser=line,
        web_headline=line,
        ordered_length=_optional(st.builds(OrderedLength, st.integers(1, 500), st.sampled_from(Unit))),
        dateline=line,
        authors=_tuples(st.builds(Byline, line, line)),
        sign_off=line,
        section=line,
        slug=st.sampled_from(("", "wahl", "ein-langer-weg")),
        keywords=_tuples(line),
        publish_time=_optional(times()),
        embargo=_optional(times()),
        embargo_line=line,
        language=st.sampled_from(("auto", "de-DE", "de-AT", "en-GB", "fr")),
        detected_language=st.sampled_from(("", "de", "en")),
        priority=st.sampled_from(Priority),
        source=line,
        rights=line,
        ai_use=st.sampled_from(AiUse),
        editors_note=line,
        correction_note=line,
        state=st.sampled_from(State),
        trashed=_optional(times()),
        approved_by=line,
        approved_hash=st.sampled_from(("", "12" * 32)),
        approved_at=_optional(times()),
        counterpart=_optional(_counterparts()),
        links=_tuples(st.builds(StoryLink, st.sampled_from(LinkKind), st.builds(new_uid)), 2),
        notes=note_lists() if notes else st.just(()),
        changes=change_lists() if tracked else st.just(()),
        import_notes=_tuples(st.builds(ImportNote, st.just("headline-repeated"), _messages(), line), 2),
        dismissed=st.frozensets(st.sampled_from(("a:1", "b:2")), max_size=2),
        imported=st.booleans(),
    )
