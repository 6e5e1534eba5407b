"""Reading and writing: one format is one module (or package) that offers ``FORMAT``.

File dialogs, command-line choices and menus are made from `formats`. Nobody reads bytes from outside
but through `newsroom.formats.guard`, which calls a format's reader in a worker process.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING, Protocol

from newsroom.domain.errors import NotFound
from newsroom.domain.words import Labelled
from newsroom.registry import Broken, discover
from newsroom.settings import House
from newsroom.translation import N_, Message, msg

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from newsroom.domain.article import Article
    from newsroom.domain.body import Picture
    from newsroom.domain.handover import Past


class Audience(Labelled):
    """For whom a format writes; the embargo obeys it."""

    PROOF = "proof", N_("Proof")
    PAGE = "page", N_("Page production")
    """Readers see it when the edition appears; while an embargo lasts the file is marked."""
    READER = "reader", N_("Readers")
    PARTNER = "partner", N_("Partners")
    ARCHIVE = "archive", N_("Archive")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader may know: the house, the name of the file, a base for relative dates."""

    house: House = field(default_factory=House)
    name: str = ""
    now: datetime = field(default_factory=lambda: datetime.now(UTC))
    encoding: str = ""
    """An encoding the user chose instead of the guessed one."""
    languages: tuple[str, ...] = ()
    """The languages one of which the story's shall be; where none is named it is not detected."""


@dataclass(frozen=True, slots=True)
class Origin:
    """The story of ours that a file was written from: its uid, and its version then, 0 where not told."""

    uid: str
    version: int = 0
    author: str = ""
    """Who saved the file last, where it tells."""
    time: datetime | None = None
    """When the file was saved last."""


class By(Labelled):
    """By what a line of a file was taken for a field."""

    STYLE = "style", N_("by its style")
    POSITION = "position", N_("by its place and look")
    PATTERN = "pattern", N_("by how it is written")


@dataclass(frozen=True, slots=True)
class Recognised:
    """A line of a file that was taken for a field of the story; what was only guessed can be set right."""

    field: str
    """The field's name, as ``headline`` or ``authors``."""
    line: int
    """Which of the file's paragraphs it is, counted from 1."""
    text: str
    """The line as it stood there."""
    by: By
    sure: int
    """How surely, from 0 to 100."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """One story that was read; losses say what could not be kept, pictures are bytes by their SHA-256."""

    article: Article
    losses: tuple[Message, ...] = ()
    encoding: str = ""
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    origin: Origin | None = None
    """Set where the file is one of ours that came back."""
    past: tuple[str, ...] | None = None
    """For a story that was handed over: the fingerprints of its versions, oldest first, its own the last."""
    recognised: tuple[Recognised, ...] = ()
    """Which lines were taken for which fields, in the order of the file, for whoever looks before importing."""
    address: str = ""
    """Where the story says that it stands, such as the address of a saved page: its own, wherever the file lies."""


def _no_past(_article: Article) -> Past | None:
    return None


@dataclass(frozen=True, slots=True)
class Writing:
    """What a writer may know: the house, the time, names of genres, and where pictures' bytes are."""

    house: House = field(default_factory=House)
    now: datetime = field(default_factory=lambda: datetime.now(UTC))
    language: str = "en"
    """The language of labels on a proof."""
    genres: Mapping[str, str] = field(default_factory=dict)
    picture: Callable[[str], bytes | None] = lambda _asset: None
    kept: Mapping[str, Picture] = field(default_factory=dict)
    """The pictures as the story has them, by the asset of what was made of them for this format."""
    profile: str = ""
    """The name of the house's print profile to set in; the first one where it is empty."""
    former: bytes | None = None
    """What stands at the place that is written to, for formats that keep a file's ids when it is renewed."""
    stem: str = ""
    """The name of the file that is written, without its ending; files beside it may be named after it."""
    smaller: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """For a picture the assets of its smaller versions, whose bytes `picture` gives too."""
    past: Callable[[Article], Past | None] = _no_past
    """Gives the former versions and the journal of a story, for formats that hand it over."""
    report: bool = False
    """What is written is a report on a story: it is approved by nobody and kept nowhere, and says neither."""


@dataclass(frozen=True, slots=True)
class Written:
    """The bytes of a whole file, files beside it by relative name, and what the format could not hold."""

    data: bytes
    losses: tuple[Message, ...] = ()
    beside: Mapping[str, bytes] = field(default_factory=dict)
    """Files that belong to it, such as ``karte-bilder/1a2b.jpg``; folders are parted by a slash."""


class Reader(Protocol):
    """Reads the stories of one file; raises Refused with the reason where it will not."""

    def __call__(self, data: bytes, reading: Reading) -> tuple[Incoming, ...]:
        """Give the stories of a file."""
        ...


class Writer(Protocol):
    """Writes one story as a whole file, built in memory."""

    def __call__(self, article: Article, writing: Writing) -> Written:
        """Give the bytes of a file."""
        ...


class Collector(Protocol):
    """Writes several stories as one whole file, in the order given."""

    def __call__(self, articles: Sequence[Article], writing: Writing) -> Written:
        """Give the bytes of a file."""
        ...


class Checker(Protocol):
    """Looks at a house's own template for what a format writes; raises Refused where it is none."""

    def __call__(self, data: bytes) -> None:
        """Raise Refused with the reason, or do nothing."""
        ...


def _never(_data: bytes, _name: str) -> int:
    return 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format; extensions begin with a dot; sniff tells 0 to 100 how surely bytes with a name are of it."""

    name: str
    title: str
    extensions: tuple[str, ...]
    mime: str
    audience: Audience = Audience.READER
    read: Reader | None = None
    write: Writer | None = None
    collect: Collector | None = None
    """Where several stories can stand in one file."""
    check_template: Checker | None = None
    """Where a house may have a template of its own; done in a reading process."""
    sample_template: tuple[str, ...] = ()
    """The way, under the files that ship with the program, to a template that a house can begin with."""
    sniff: Callable[[bytes, str], int] = _never
    certain: bool = False
    """Whether a file tells its fields itself, so that none is guessed and none need be looked at."""
    picture_width: int | None = None
    """How wide pictures are set, in millimetres on paper, 0 on a screen; None where none are written, or as kept."""
    picture_steps: tuple[int, ...] = ()
    """Widths in pixels in which each picture is made as well, where a page lets the browser choose."""
    hands_over: bool = False
    """It holds a story with all that belongs to it, so that another library can go on with it."""


def formats() -> Mapping[str, Format]:
    """Give all formats by name, ours and those of plug-ins."""
    return _found()[0]


def broken() -> tuple[Broken, ...]:
    """Give the plug-ins that are not usable, and why; the program works without them."""
    return _found()[1]


@cache
def _found() -> tuple[Mapping[str, Format], tuple[Broken, ...]]:
    """Give all formats and the plug-ins that are none; of two with one name the first counts, which is ours."""
    known: dict[str, Format] = {}
    faulty: list[Broken] = []
    for entry in discover(__name__, "FORMAT"):
        if isinstance(entry, Broken):
            faulty.append(entry)
        elif not isinstance(entry, Format):
            faulty.append(Broken(type(entry).__name__, msg(N_("what it offers is no format"))))
        elif entry.name in known:
            faulty.append(Broken(entry.title, msg(N_("there is a format “{name}” already"), name=entry.name)))
        else:
            known[entry.name] = entry
    return known, tuple(faulty)


def readable() -> tuple[Format, ...]:
    """Give the formats that can be read."""
    return tuple(entry for entry in formats().values() if entry.read)


def writable() -> tuple[Format, ...]:
    """Give the formats that can be written."""
    return tuple(entry for entry in formats().values() if entry.write)


def by_name(name: str) -> Format:
    """Give a format by its name; raises NotFound."""
    if name not in formats():
        raise NotFound(msg(N_("There is no format “{name}”."), name=name))
    return formats()[name]


def by_content(data: bytes, name: str) -> Format | None:
    """Give the readable format these bytes most surely are of, or None."""
    ranked = sorted(readable(), key=lambda entry: entry.sniff(data, name), reverse=True)
    return ranked[0] if ranked and ranked[0].sniff(data, name) > 0 else None
