"""The law of tracking: all accepted is as if it had been off, all rejected is the text as it was."""

from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.domain.body import (
    TEXT_BLOCKS,
    Body,
    Crosshead,
    ListItem,
    Paragraph,
    Quote,
    formed,
    normal_body,
)
from newsroom.domain.changes import change_ids, final, original
from newsroom.domain.deciding import accept, reject
from newsroom.domain.ledger import Ledger, Pen
from newsroom.domain.marks import BOLD, ITALIC, TRACKED, MarkKind, has, without
from newsroom.domain.tracking import erased, parted, placed, reformed, remarked, size, split, written
from tests.strategies import bodies, contents, text_blocks

LAW = settings(max_examples=60, deadline=None)
MOMENT = datetime(2026, 3, 1, 9, tzinfo=UTC)
FORMS = (Paragraph(), Crosshead(), Crosshead(level=2), Quote(), ListItem(), ListItem(ordered=True, level=2))


class Off:
    """Edits as if tracking were off."""

    def deleted(self, _marks):
        return None

    def inserted(self, marks):
        return without(marks, *TRACKED)

    def remarked(self, _marks, wanted):
        return without(wanted, *TRACKED)

    def reformed(self, block, form):
        return formed(block, form)


places = st.tuples(st.floats(0, 1, exclude_max=True), st.floats(0, 1))
plain_contents = contents(tracked=False, notes=False, max_size=2)
plain_blocks = st.lists(text_blocks(tracked=False, notes=False), min_size=1, max_size=3)
edits = st.one_of(
    st.tuples(st.just("write"), places, plain_contents),
    st.tuples(st.just("erase"), places, places),
    st.tuples(st.just("erase"), places, places),
    st.tuples(st.just("split"), places, st.sampled_from(FORMS)),
    st.tuples(st.just("place"), places, plain_blocks),
    st.tuples(st.just("mark"), places, places, st.sampled_from((BOLD, ITALIC)), st.booleans()),
    st.tuples(st.just("form"), places, places, st.sampled_from(FORMS)),
)
signed_edits = st.lists(st.tuples(st.booleans(), edits), max_size=8)


def place(lines, where):
    chosen = [
        number
        for number, block in enumerate(lines)
        if isinstance(block, TEXT_BLOCKS) or not has(block.marks, MarkKind.DELETED)
    ]
    number = chosen[int(where[0] * len(chosen))]
    block = lines[number]
    wide = size(block.content) if isinstance(block, TEXT_BLOCKS) else 1
    return number, round(where[1] * wide)


def in_final(lines, at):
    """Give the place of the final text that a place of the tracked text is."""
    line, offset = 0, 0
    for block in lines[: at[0]]:
        if isinstance(block, TEXT_BLOCKS):
            offset += living_size(block.content)
        if not has(block.marks, MarkKind.DELETED):
            line, offset = line + 1, 0
    block = lines[at[0]]
    if not isinstance(block, TEXT_BLOCKS):
        return line, at[1]
    return line, offset + living_size(parted(block.content, at[1])[0])


def living_size(content):
    return size([piece for piece in content if not has(piece.marks, MarkKind.DELETED)])


def edited(lines, edit, pen):
    """Do an edit, at places that are given in these lines."""
    kind, at, *rest = edit
    if kind in {"write", "split", "place"}:
        work = {"write": written, "split": split, "place": placed}[kind]
        return work(lines, at, rest[0], pen) if isinstance(lines[at[0]], TEXT_BLOCKS) else lines
    if kind == "mark":
        end, mark, on = rest
        return remarked(lines, at, end, lambda old: old | {mark} if on else old - {mark}, pen)
    return (
        erased(lines, at, rest[0], pen)
        if kind == "erase"
        else reformed(lines, at[0], rest[0][0], rest[1], pen)
    )


def placed_edit(lines, edit):
    """Give an edit with its places in these lines, in order."""
    kind, first, *rest = edit
    if kind in {"erase", "mark", "form"}:
        start, end = sorted((place(lines, first), place(lines, rest[0])))
        return (kind, start, end, *rest[1:])
    return (kind, place(lines, first), *rest)


def moved(lines, edit):
    kind, first, *rest = edit
    if kind in {"erase", "mark", "form"}:
        return (kind, in_final(lines, first), in_final(lines, rest[0]), *rest[1:])
    return (kind, in_final(lines, first), *rest)


def track(source, chosen):
    """Give the tracked text, the text without tracking and the changes after random edits of two people."""
    anna, bruno = Ledger("Anna", now=lambda: MOMENT), Ledger("Bruno", now=lambda: MOMENT)
    bruno.changes = anna.changes
    lines, off = source.blocks, source.blocks
    for whose, edit in chosen:
        if not final(Body(lines)).blocks:
            break
        ours = placed_edit(lines, edit)
        theirs = moved(lines, ours)
        near = next(iter(_near(lines, ours[1])), ())
        off = edited(off, theirs, Off())
        lines = edited(lines, ours, Pen(bruno if whose else anna, near))
        off = normal_body(Body(off)).blocks
        assert normal_body(Body(lines)) == Body(lines)
    return Body(lines), Body(off), tuple(anna.changes.values())


def _near(lines, at):
    block = lines[at[0]]
    if isinstance(block, TEXT_BLOCKS):
        before, behind = parted(block.content, at[1])
        yield [piece.marks for piece in (*before[-1:], *behind[:1])]


plain_bodies = bodies(tracked=False, max_size=4)


@LAW
@given(plain_bodies, signed_edits)
def test_accepting_all_is_the_text_as_if_tracking_had_been_off(source, chosen):
    tracked, off, _ = track(source, chosen)
    assert final(tracked) == off


@LAW
@given(plain_bodies, signed_edits)
def test_rejecting_all_is_the_text_as_it_was(source, chosen):
    tracked, _, changes = track(source, chosen)
    assert original(tracked, changes) == source


@LAW
@given(plain_bodies, signed_edits, st.randoms(use_true_random=False))
def test_changes_accepted_one_by_one_in_any_order_give_the_final_text(source, chosen, chance):
    tracked, off, _ = track(source, chosen)
    ids = sorted(change_ids(tracked))
    chance.shuffle(ids)
    for one in ids:
        tracked = normal_body(accept(tracked, {one}))
    assert tracked == off


@LAW
@given(plain_bodies, signed_edits, st.randoms(use_true_random=False))
def test_changes_rejected_one_by_one_in_any_order_give_the_original(source, chosen, chance):
    tracked, _, changes = track(source, chosen)
    ids = sorted(change_ids(tracked))
    chance.shuffle(ids)
    for one in ids:
        tracked = normal_body(reject(tracked, {one}, changes))
    assert tracked == source


@LAW
@given(bodies())
def test_any_text_is_settled_by_accepting_all_at_once(source):
    assert normal_body(accept(source, change_ids(source))) == final(source)
