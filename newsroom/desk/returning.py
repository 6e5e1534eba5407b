"""The way back: a file that was written from a story lands on that story, its changes as tracked changes.

A story that must not be changed by the way, as one that is approved or published, stays as it is: what came
back stands beside it as a draft of its own, linked. What fields cannot carry as tracked changes is told on
the story and taken over by hand.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import UTC
from typing import TYPE_CHECKING

from newsroom.desk.proofreading import permit
from newsroom.desk.writing import copied
from newsroom.domain.alignment import overlap
from newsroom.domain.article import ImportNote, LinkKind, StoryLink, new_uid
from newsroom.domain.body import Body, Paragraph, assets, plain_text
from newsroom.domain.change_list import entries
from newsroom.domain.changes import content_for_readers, for_readers
from newsroom.domain.changeset import Changes
from newsroom.domain.errors import EditedElsewhere, Known, NotAllowed, NotFound
from newsroom.domain.inline import plain
from newsroom.domain.notes import answered, put, resolved
from newsroom.domain.returning import Hand, Returned, Sent, returned
from newsroom.translation import N_, Message, msg, tell

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from newsroom.desk import Desk
    from newsroom.desk.batches import Source
    from newsroom.domain.article import Article
    from newsroom.domain.notes import Note, Notes
    from newsroom.formats import Incoming

CAME_BACK = "came-back"
"""What the history calls a version that a returned file made."""
NOT_TAKEN = "returned-"
"""The rules of import notes that hold what a returned file says in a field begin so."""
ALIEN = 0.15
"""A file that shares fewer of its words than this with the story it names is another story."""
_LONG = 30
"""Of texts with fewer words nothing is concluded."""
_TRIES = 3
FIELDS = {
    "kicker": N_("Kicker"),
    "headline": N_("Headline"),
    "subheadline": N_("Subheadline"),
    "lead": N_("Lead"),
    "dateline": N_("Dateline"),
    "authors": N_("Byline"),
    "sign_off": N_("Sign-off"),
    "correction_note": N_("Correction note"),
}
"""The fields that a returned file may have changed, with their titles."""


@dataclass(frozen=True, slots=True)
class Landed:
    """What became of a file that came back: the story it made a version of, or the one that stays as it is."""

    article: Article
    changes: int = 0
    authors: tuple[str, ...] = ()
    untaken: int = 0
    """How many fields wait to be taken over by hand."""
    notes: int = 0
    clashes: int = 0
    messages: tuple[Message, ...] = ()
    undo: Changes = field(default_factory=Changes)
    """Takes it back."""

    @property
    def same(self) -> bool:
        """Tell whether there was nothing to do."""
        return not (self.changes or self.untaken or self.notes)


class Returning:
    """What lands returned files on their stories."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def home(self, incoming: Incoming) -> Article | Message | None:
        """Give the story that a file came back to, or why it comes in as a new one; nothing where it is no return."""
        origin = incoming.origin
        if origin is None:
            return None
        try:
            story = self._desk.library.stories.by_uid(origin.uid)
        except NotFound:
            return msg(N_("The story it was written from is not in this library; it came in as a new story."))
        if story.trashed:
            text = N_(
                "“{headline}”, which it was written from, lies in the trash; it came in as a new story."
            )
            return msg(text, headline=story.headline)
        if _alien(story, incoming.article):
            text = N_(
                "It names “{headline}” as its story, but holds another text; it came in as a new story."
            )
            return msg(text, headline=story.headline)
        return story

    def land(
        self, story: Article, incoming: Incoming, source: Source, key: str, action: str = CAME_BACK
    ) -> Landed:
        """Save what came back as the next version of a story, or beside it where the story is closed.

        The history names the action; any other than a return tells that the story came from the file, not the
        file from the story.

        Raises EditedElsewhere where the story goes on changing meanwhile.
        """
        for left in reversed(range(_TRIES)):
            try:
                return self._land(story, incoming, source, (key, action))
            except EditedElsewhere:
                if not left:
                    raise
                story = self._desk.library.stories.article(story.id)
        raise AssertionError

    def _land(self, story: Article, incoming: Incoming, source: Source, told_by: tuple[str, str]) -> Landed:
        base, told = self._base(story, incoming)
        echo = self._echo(base, source) if told_by[1] == CAME_BACK else base
        back = incoming.article
        hand = self._hand(incoming, base)
        result = returned(
            Sent(echo.lead, base.body, echo=echo.body),
            Sent(story.lead, story.body),
            Sent(back.lead, back.body, back.changes, tuple(_new_notes(back.notes, story.notes))),
            hand,
        )
        waiting = tuple(untaken(echo, story, back, lead=result.lead_clashes))
        notes = _all_notes(story.notes, back.notes, result.notes)
        landed = Landed(
            story,
            _count(result),
            _authors(result),
            len(waiting),
            len(notes) - len(story.notes) or int(notes != story.notes),
            result.clashes,
            (*told, *_told(result)),
        )
        if landed.same:
            return landed
        self._keep_pictures(incoming, result)
        merged = replace(
            story,
            lead=result.lead,
            body=result.body,
            changes=(*story.changes, *result.changes),
            notes=notes,
            import_notes=(*other_notes(story.import_notes, waiting), *waiting),
        )
        return self._saved(landed, merged, told_by, source.path.name)

    def _saved(self, landed: Landed, merged: Article, told_by: tuple[str, str], file: str) -> Landed:
        key, action = told_by
        library, person = self._desk.library, self._desk.person
        note = " · ".join((file, *landed.authors))
        try:
            permit_text(landed.article)
        except NotAllowed:
            told = _beside(landed.article)
            link = StoryLink(LinkKind.UPDATE_OF, merged.uid)
            merged = replace(copied(merged), links=(*merged.links, link), imported=True)
            saved = library.stories.save(merged, person, "imported", note, source=key)
            landed = replace(landed, messages=(told, *landed.messages))
        else:
            ready = self._desk.writing.prepared(merged)
            saved = library.stories.save(ready, person, action, note, source=key)
        return replace(landed, article=saved.article, undo=saved.changes)

    def _base(self, story: Article, incoming: Incoming) -> tuple[Article, tuple[Message, ...]]:
        """Give the version that a file was written from, or the story as it is now, which is then told."""
        version = incoming.origin.version if incoming.origin else 0
        try:
            return self._desk.library.history.revision(story.id, version), ()
        except NotFound:
            text = N_(
                "The version it was written from is not known; it was compared with the text as it is now."
            )
            return story, (msg(text),)

    def _echo(self, base: Article, source: Source) -> Article:
        """Give what was sent as it comes back unedited: what a format cannot hold is nobody's edit."""
        from newsroom.formats import Reading, Writing, by_content

        desk, form = self._desk, by_content(source.data, source.path.name)
        if form is None or form.write is None or form.read is None:
            return base
        try:
            writing = Writing(house=desk.house, now=desk.clock(), picture=desk.library.pictures.get)
            data = form.write(base, writing).data
            reading = Reading(house=desk.house, now=desk.clock())
            return desk.guard.read((source.path.name, data), reading)[0].article
        except Known:
            return base

    def _hand(self, incoming: Incoming, base: Article) -> Hand:
        """Give who changed the file: who saved it last, or the only one whose changes stand in it."""
        origin = incoming.origin
        names = {change.author for change in incoming.article.changes if change.author}
        alone = names.pop() if len(names) == 1 else ""
        author = (origin.author if origin else "") or alone or tell(msg(N_("Unknown")))
        saved = origin.time if origin else None
        late = saved is not None and (base.modified is None or saved > base.modified)
        now = self._desk.clock()
        return Hand(
            author,
            saved if saved is not None and late and saved <= now else now,
            tell(msg(N_("Both edited this paragraph; this is how it came back. Above it stands ours."))),
            tell(msg(N_("This paragraph was deleted in the returned file, but edited here meanwhile."))),
        )

    def _keep_pictures(self, incoming: Incoming, result: Returned) -> None:
        from newsroom.desk.illustrations import keep_carried

        used = set(assets(result.body))
        keep_carried(
            {name: data for name, data in incoming.pictures.items() if name in used},
            self._desk.library.pictures.add,
        )


def take_over(article: Article, note: ImportNote, desk: Desk) -> Article:
    """Give a story with what a returned file says in a field, and without the note that holds it."""
    field = note.rule.removeprefix(NOT_TAKEN)
    given = desk.writing.set_fields(article, {field: note.removed}) if field in FIELDS else article
    return left_out(given, note)


def left_out(article: Article, note: ImportNote) -> Article:
    """Give a story without one of its import notes."""
    return replace(article, import_notes=tuple(kept for kept in article.import_notes if kept != note))


def as_new(article: Article) -> Article:
    """Give a story that came back to none as one of its own."""
    return replace(article, uid=new_uid(), id=0, version=0)


def permit_text(article: Article) -> None:
    """Raise NotAllowed where a story's text is not to be changed by a file."""
    permit(article)
    if article.body.read_only:
        raise NotAllowed(msg(N_("The story holds a part of a newer version; it can be read only.")))


def _beside(story: Article) -> Message:
    text = N_("“{headline}” is “{state}” and stays so; what came back is a draft of its own, linked to it.")
    return msg(text, headline=story.headline, state=msg(story.state.label))


def _alien(story: Article, back: Article) -> bool:
    """Tell whether a text has next to nothing in common with the story it names."""
    ours, theirs = _words(story), _words(back)
    return min(len(ours.split()), len(theirs.split())) >= _LONG and overlap(ours, theirs) < ALIEN


def _words(article: Article) -> str:
    return f"{plain(content_for_readers(article.lead))} {plain_text(for_readers(article.body))}"


def _typed(article: Article, field: str) -> str:
    """Give a field as one would type it."""
    if field == "authors":
        return ", ".join(f"{one.name} ({one.role})" if one.role else one.name for one in article.authors)
    if field == "lead":
        return plain(content_for_readers(article.lead))
    words: str = getattr(article, field)
    return words


def untaken(base: Article, story: Article, back: Article, *, lead: bool) -> Iterator[ImportNote]:
    """Give what a returned file says in fields, where it is neither what was sent nor what stands here."""
    for name, title in FIELDS.items():
        if name == "lead" and not lead:
            continue
        was, here, new = (" ".join(_typed(one, name).split()) for one in (base, story, back))
        if new and new not in (was, here):
            text = N_("{field} in the returned file: “{new}”. It was not taken over; here it is “{old}”.")
            empty = N_("{field} in the returned file: “{new}”. It was not taken over; here there is none.")
            told = msg(text if here else empty, field=msg(title), new=new, old=here)
            yield ImportNote(f"{NOT_TAKEN}{name}", told, new)


def other_notes(notes: Sequence[ImportNote], waiting: Sequence[ImportNote]) -> tuple[ImportNote, ...]:
    """Give notes without those that newer ones take the place of."""
    rules = {note.rule for note in waiting}
    return tuple(note for note in notes if note.rule not in rules)


def _key(note: Note) -> tuple[str, object, str]:
    return note.author, note.time.astimezone(UTC).replace(microsecond=0), " ".join(note.text.split())


def _new_notes(theirs: Notes, ours: Notes) -> Iterator[Note]:
    known = {_key(note) for note in ours}
    return (note for note in theirs if _key(note) not in known)


def _all_notes(ours: Notes, theirs: Notes, new: Notes) -> Notes:
    """Give the notes that stand here with the answers they got, and those that are new."""
    by_key = {_key(note): note for note in theirs}
    done = ours
    for note in ours:
        back = by_key.get(_key(note))
        if back is not None:
            done = put(done, _renewed(note, back))
    return (*done, *new)


def _renewed(note: Note, back: Note) -> Note:
    known: Mapping[tuple[str, str], object] = {
        (one.author, " ".join(one.text.split())): one for one in note.replies
    }
    made = note
    for reply in back.replies:
        if (reply.author, " ".join(reply.text.split())) not in known:
            made = answered(made, reply)
    return resolved(made) if back.resolved and not note.resolved else made


def _count(result: Returned) -> int:
    """Give how many changes there are as they are listed: what replaces words is one with what it replaced."""
    new = {change.id: change for change in result.changes}
    listed = entries(Body((Paragraph(result.lead), *result.body.blocks)), new)
    return sum(any(name in new for name in entry.ids) for entry in listed)


def _authors(result: Returned) -> tuple[str, ...]:
    """Give who made changes, the busiest first."""
    counted: Counter[str] = Counter(change.author for change in result.changes)
    return tuple(name for name, _ in counted.most_common())


def _told(result: Returned) -> Iterator[Message]:
    from newsroom.translation import msgs

    if result.clashes:
        yield msgs(
            "One paragraph was edited on both sides: both stand there, with a note.",
            "{n} paragraphs were edited on both sides: both stand there, with a note.",
            result.clashes,
        )
