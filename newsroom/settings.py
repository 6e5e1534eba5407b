"""The house's settings, kept in the library, and a person's, kept in a file; each explains itself.

A setting carries title, help, group and bounds beside its default, so that the preferences dialog and the
command line are made from here: what is added here is shown, checked and set everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from newsroom.translation import N_

if TYPE_CHECKING:
    from collections.abc import Mapping


class Kind(StrEnum):
    """What a setting holds, and so how it is asked for."""

    SWITCH = "switch"
    NUMBER = "number"
    CHOICE = "choice"
    TEXT = "text"
    WORDS = "words"
    ENTRIES = "entries"
    """Lines of several parts."""
    FILE = "file"
    """The SHA-256 of a file that the library keeps, or nothing."""


NEWSROOM, WRITING, LENGTH, FORMS, CHECKS, OUTPUT, TYPOGRAPHY, MARKDOWN, SNIPPETS, FURTHER = (
    N_("Newsroom"),
    N_("Language and writing"),
    N_("Length"),
    N_("Bylines and datelines"),
    N_("Findings"),
    N_("Export"),
    N_("Typography while typing"),
    N_("Markdown-like typing"),
    N_("Snippets and templates"),
    N_("Further settings"),
)
GROUPS = (NEWSROOM, WRITING, TYPOGRAPHY, MARKDOWN, SNIPPETS, LENGTH, FORMS, CHECKS, OUTPUT, FURTHER)
"""The groups in the order of the preferences."""


_KEPT = r"(?:[0-9a-f]{64})?"
_TAG = r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2}|-[0-9]{3})?"


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known about a setting; least and most bound a number, choices give each value's label."""

    name: str
    default: Any
    title: str
    help: str = ""
    group: str = FURTHER
    least: int = 0
    most: int = 1_000_000
    choices: Mapping[str, str] = field(default_factory=dict)
    parts: tuple[str, ...] = ()
    """The parts of an entry."""
    spare: int = 0
    """How many of the parts, from the last, may be left out."""
    zone: bool = False
    """Its text names a time zone."""
    pattern: str = ""
    """The regular expression that its text, or each of its words, matches."""
    must_hold: tuple[str, ...] = ()
    """Its text must hold one of these fields, such as ``{name}``."""
    elsewhere: bool = False
    """It has a place of its own in the window, too rich to be typed as a setting."""

    file: str = ""
    """It names a file that the library keeps: a template of the format of this name."""

    @property
    def kind(self) -> Kind:
        """Give what it holds, by its default."""
        if self.file:
            return Kind.FILE
        if isinstance(self.default, bool):
            return Kind.SWITCH
        if isinstance(self.default, int):
            return Kind.NUMBER
        if isinstance(self.default, tuple):
            return Kind.ENTRIES if self.parts else Kind.WORDS
        return Kind.CHOICE if self.choices else Kind.TEXT


def _setting(default: Any, title: str, text: str = "", **more: Any) -> Any:
    return field(default=default, metadata={"title": title, "help": text, **more})


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """What a newsroom has agreed on; one per library."""

    name: str = _setting("", N_("Name of the newsroom"), group=NEWSROOM)
    zone: str = _setting(
        "Europe/Berlin",
        N_("Time zone"),
        N_("Times are entered and shown in this zone"),
        group=NEWSROOM,
        zone=True,
    )
    language: str = _setting(
        "de-DE",
        N_("Language of the stories"),
        N_("A tag such as de-DE or en-GB"),
        group=WRITING,
        pattern=_TAG,
    )
    detectable: tuple[str, ...] = _setting(
        ("de", "en"), N_("Languages of the newsroom"), group=WRITING, pattern="[a-z]{2,3}"
    )
    quotes: str = _setting(
        "low",
        N_("German quotation marks"),
        group=WRITING,
        choices={"low": "„…“ ‚…‘", "guillemets": "»…« ›…‹"},
    )
    tracking: str = _setting(
        "editors",
        N_("Changes are tracked from the start"),
        N_("Whose hand shows in stories that others began"),
        group=WRITING,
        choices={
            "editors": N_("for editors and duty editors"),
            "everyone": N_("for everyone"),
            "nobody": N_("for no one"),
        },
    )
    characters_per_line: int = _setting(
        34,
        N_("Characters per line"),
        N_("Length of the house's printed line"),
        group=LENGTH,
        least=10,
        most=120,
    )
    length_tolerance: int = _setting(
        5,
        N_("Ordered length: tolerance, percent"),
        N_("What is still good, longer or shorter"),
        group=LENGTH,
        least=0,
        most=50,
    )
    print_column: int = _setting(
        0,
        N_("Print: width of the column, mm"),
        N_("0: as wide as the house's line; printed lines and the galley proof are set in it"),
        group=LENGTH,
        least=0,
        most=160,
        elsewhere=True,
    )
    print_type: str = _setting(
        "Source Serif Pro",
        N_("Print: type"),
        group=LENGTH,
        choices={face: face for face in ("Source Serif Pro", "Source Sans Pro")},
        elsewhere=True,
    )
    print_size: int = _setting(
        96,
        N_("Print: size of the type, tenths of a point"),
        N_("96 is 9.6 points"),
        group=LENGTH,
        least=60,
        most=160,
        elsewhere=True,
    )
    print_profiles: tuple[tuple[str, str], ...] = _setting(
        (), N_("Print profiles"), group=LENGTH, parts=("name", "profile"), elsewhere=True
    )
    words_per_minute: int = _setting(
        220, N_("Reading speed, words per minute"), group=LENGTH, least=80, most=600
    )
    headline_hint: int = _setting(
        90, N_("Headline: count turns amber from"), group=LENGTH, least=20, most=300
    )
    headline_warning: int = _setting(120, N_("Headline: hint from"), group=LENGTH, least=20, most=300)
    dateline_pattern: str = _setting(
        "{place} –",
        N_("Form of the dateline"),
        N_("{place} stands for the place"),
        group=FORMS,
        must_hold=("{place}",),
    )
    byline_pattern: str = _setting(
        "{name}",
        N_("Form of the byline"),
        N_("{name} stands for the names, as in “Von {name}”"),
        group=FORMS,
        must_hold=("{name}",),
    )
    sign_off_pattern: str = _setting(
        "{initials}",
        N_("Form of the sign-off"),
        N_("{initials} stands for the sign-off, as in “({initials})”"),
        group=FORMS,
        must_hold=("{initials}",),
    )
    agencies: tuple[str, ...] = _setting(
        ("ona",),
        N_("Further agencies"),
        N_("Signs as in “Berlin (dpa) -”, besides the usual agencies"),
        group=FORMS,
    )
    lookalike_days: int = _setting(
        30,
        N_("Similar headlines: window of days"),
        N_("For what is merely like; what is equal or very like always counts. 0: all stories"),
        group=CHECKS,
        least=0,
        most=3650,
    )
    lookalike_threshold: int = _setting(
        76, N_("Similar headlines: least likeness"), group=CHECKS, least=50, most=100
    )
    standing_heads: tuple[str, ...] = _setting(
        ("Wetter", "Lotto", "Kurz notiert", "Das Wetter", "Lottozahlen", "News in brief"),
        N_("Standing heads"),
        N_("Headlines that come back every day and resemble themselves"),
        group=CHECKS,
    )
    house_words: tuple[tuple[str, str, str, str], ...] = _setting(
        (),
        N_("House rules"),
        N_("Word, wanted word, reason, and quotes-too where quotations count"),
        group=CHECKS,
        parts=("word", "wanted", "reason", "quotes"),
        spare=2,
    )
    learned_words: tuple[str, ...] = _setting(
        (),
        N_("Learned words of the house"),
        N_("Spelling knows them for everyone in this library"),
        group=WRITING,
        elsewhere=True,
    )
    print_days_later: int = _setting(
        0, N_("Print appears after the web, days"), N_("0: on the same day"), group=OUTPUT, least=0, most=7
    )
    indesign_styles: tuple[tuple[str, str], ...] = _setting(
        (), N_("InDesign styles"), group=OUTPUT, parts=("element", "style"), spare=1, elsewhere=True
    )
    indesign_pictures: bool = _setting(
        True,
        N_("InDesign: pictures stand in the text"),
        N_("As anchored frames; otherwise a line names each picture’s file"),
        group=OUTPUT,
    )
    tagged_text: str = _setting(
        "UNICODE-WIN",
        N_("InDesign: Tagged Text is made for"),
        group=OUTPUT,
        choices={"UNICODE-WIN": N_("Windows"), "UNICODE-MAC": N_("Mac"),
                 "ASCII-WIN": N_("Windows, old versions (ASCII)"), "ASCII-MAC": N_("Mac, old versions (ASCII)")},
    )  # fmt: skip
    severities: tuple[tuple[str, str, str], ...] = _setting(
        (),
        N_("Checklist"),
        N_("Rule, transition, and off, recommended or required"),
        group=CHECKS,
        parts=("rule", "transition", "severity"),
    )
    picture_web_side: int = _setting(
        1600, N_("Pictures on the web: longest side, pixels"), group=OUTPUT, least=320, most=8000
    )
    picture_quality: int = _setting(
        82, N_("Pictures on the web: quality of JPEG and WebP"), group=OUTPUT, least=40, most=100
    )
    picture_dpi: int = _setting(
        200, N_("Pictures in print: dots per inch"), group=OUTPUT, least=72, most=1200
    )
    picture_print_width: int = _setting(
        90,
        N_("Pictures in print: usual width, millimetres"),
        N_("A picture with too few pixels for it is a finding"),
        group=OUTPUT,
        least=20,
        most=600,
    )
    docx_template: str = _setting(
        "",
        N_("Word: template of the house"),
        N_("A .docx whose styles and page win; styles that it lacks are added"),
        group=OUTPUT,
        file="docx",
        pattern=_KEPT,
    )
    html_template: str = _setting(
        "",
        N_("HTML: template of the house"),
        N_("A Jinja template for the page, instead of the program's own"),
        group=OUTPUT,
        file="html",
        pattern=_KEPT,
    )
    file_pattern: str = _setting("{date}-{slug}", N_("Names of exported files"), group=OUTPUT)
    export_profiles: tuple[tuple[str, str], ...] = _setting(
        (), N_("Presets of exports"), group=OUTPUT, parts=("name", "profile"), elsewhere=True
    )
    four_eyes: bool = _setting(
        False,
        N_("Four-eyes rule"),
        N_("No one approves their own story; off in a one-person library"),
        group=NEWSROOM,
    )
    snippets: tuple[tuple[str, str], ...] = _setting(
        (), N_("Snippets of the house"), group=SNIPPETS, parts=("abbreviation", "text"), elsewhere=True
    )
    templates: tuple[tuple[str, str], ...] = _setting(
        (), N_("Story templates of the house"), group=SNIPPETS, parts=("name", "story"), elsewhere=True
    )
    sample_templates: bool = _setting(
        True,
        N_("Offer the templates that the program brings"),
        N_("News item, interview and commentary"),
        group=SNIPPETS,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Personal:
    """How one person likes to work; kept in a file of their own, whatever the library."""

    type_quotes: bool = _setting(
        True,
        N_("Quotation marks"),
        N_("Straight marks become those of the story's language"),
        group=TYPOGRAPHY,
    )
    type_apostrophes: bool = _setting(
        True, N_("Apostrophes"), N_("’ in “geht’s” and “don’t”"), group=TYPOGRAPHY
    )
    type_dashes: bool = _setting(
        True, N_("Dashes"), N_("A hyphen between spaces, or two hyphens, become a dash"), group=TYPOGRAPHY
    )
    type_ranges: bool = _setting(True, N_("Ranges"), N_("9–17 Uhr, 2024–2026"), group=TYPOGRAPHY)
    type_ellipsis: bool = _setting(True, N_("Ellipsis"), N_("Three full stops become …"), group=TYPOGRAPHY)
    type_no_break: bool = _setting(
        True,
        N_("No-break spaces"),
        N_("In “z. B.”, before % and units, after “Dr.”, in “27. März”, before a dash"),
        group=TYPOGRAPHY,
    )
    type_spaces: bool = _setting(
        True,
        N_("Spaces when cutting and pasting"),
        N_("Words that are pasted or dragged are parted from their neighbours; a cut leaves no double space"),
        group=TYPOGRAPHY,
    )
    check_spelling: bool = _setting(
        True, N_("Check spelling"), N_("Mark words that no dictionary knows"), group=WRITING
    )
    learned_words: tuple[str, ...] = _setting(
        (), N_("Words I have taught"), N_("Spelling knows them in all my stories"), group=WRITING
    )
    markdown_blocks: bool = _setting(
        True,
        N_("Signs at the start of a paragraph"),
        N_("“> ” quote, “- ” list, “1. ” and “2. ” numbered list, “## ” crosshead"),
        group=MARKDOWN,
    )
    markdown_marks: bool = _setting(
        True, N_("Emphasis by stars"), N_("**bold**, *italic* and _italic_; never from Bürger*innen"),
        group=MARKDOWN,
    )  # fmt: skip
    snippet_key: str = _setting(
        "tab",
        N_("Expand abbreviations"),
        N_("The key behind the abbreviation"),
        group=SNIPPETS,
        choices={"tab": N_("with Tab"), "space": N_("with the space bar"), "both": N_("with either"),
                 "off": N_("not at all")},
    )  # fmt: skip
    my_snippets: tuple[tuple[str, str], ...] = _setting(
        (), N_("My snippets"), group=SNIPPETS, parts=("abbreviation", "text"), elsewhere=True
    )
    my_templates: tuple[tuple[str, str], ...] = _setting(
        (), N_("My story templates"), group=SNIPPETS, parts=("name", "story"), elsewhere=True
    )


def described(kind: type) -> dict[str, Setting]:
    """Give what is known about each setting of a settings class, by name."""
    return {
        entry.name: Setting(name=entry.name, default=entry.default, **entry.metadata)
        for entry in fields(kind)
    }
