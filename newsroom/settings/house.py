"""What a newsroom has agreed on."""

from __future__ import annotations

from dataclasses import dataclass

from newsroom.settings.setting import (
    CHECKS,
    DOUBLES,
    FORMS,
    LENGTH,
    NEWSROOM,
    OUTPUT,
    SNIPPETS,
    WRITING,
    setting,
)
from newsroom.translation import N_

_TEN_YEARS = 3650
_KEPT = r"(?:[0-9a-f]{64})?"
_TAG = r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2}|-[0-9]{3})?"


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """What a newsroom has agreed on; one per library."""

    name: str = setting("", N_("Name of the newsroom"), group=NEWSROOM)
    zone: str = setting(
        "Europe/Berlin",
        N_("Time zone"),
        N_("Times are entered and shown in this zone"),
        group=NEWSROOM,
        zone=True,
    )
    language: str = setting(
        "de-DE",
        N_("Language of the stories"),
        N_("A tag such as de-DE or en-GB"),
        group=WRITING,
        pattern=_TAG,
    )
    detectable: tuple[str, ...] = setting(
        ("de", "en"), N_("Languages of the newsroom"), group=WRITING, pattern="[a-z]{2,3}"
    )
    quotes: str = setting(
        "low",
        N_("German quotation marks"),
        group=WRITING,
        choices={"low": "„…“ ‚…‘", "guillemets": "»…« ›…‹"},
    )
    tracking: str = setting(
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
    characters_per_line: int = setting(
        34,
        N_("Characters per line"),
        N_("Length of the house's printed line"),
        group=LENGTH,
        least=10,
        most=120,
    )
    length_tolerance: int = setting(
        5,
        N_("Ordered length: tolerance, percent"),
        N_("What is still good, longer or shorter"),
        group=LENGTH,
        least=0,
        most=50,
    )
    print_column: int = setting(
        0,
        N_("Print: width of the column, mm"),
        N_("0: as wide as the house's line; printed lines and the galley proof are set in it"),
        group=LENGTH,
        least=0,
        most=160,
        elsewhere=True,
    )
    print_type: str = setting(
        "Source Serif Pro",
        N_("Print: type"),
        group=LENGTH,
        choices={face: face for face in ("Source Serif Pro", "Source Sans Pro")},
        elsewhere=True,
    )
    print_size: int = setting(
        96,
        N_("Print: size of the type, tenths of a point"),
        N_("96 is 9.6 points"),
        group=LENGTH,
        least=60,
        most=160,
        elsewhere=True,
    )
    print_profiles: tuple[tuple[str, str], ...] = setting(
        (), N_("Print profiles"), group=LENGTH, parts=("name", "profile"), elsewhere=True
    )
    words_per_minute: int = setting(
        220, N_("Reading speed, words per minute"), group=LENGTH, least=80, most=600
    )
    headline_hint: int = setting(90, N_("Headline: count turns amber from"), group=LENGTH, least=20, most=300)
    headline_warning: int = setting(120, N_("Headline: hint from"), group=LENGTH, least=20, most=300)
    dateline_pattern: str = setting(
        "{place} –",
        N_("Form of the dateline"),
        N_("{place} stands for the place"),
        group=FORMS,
        must_hold=("{place}",),
    )
    byline_pattern: str = setting(
        "{name}",
        N_("Form of the byline"),
        N_("{name} stands for the names, as in “Von {name}”"),
        group=FORMS,
        must_hold=("{name}",),
    )
    sign_off_pattern: str = setting(
        "{initials}",
        N_("Form of the sign-off"),
        N_("{initials} stands for the sign-off, as in “({initials})”"),
        group=FORMS,
        must_hold=("{initials}",),
    )
    agencies: tuple[str, ...] = setting(
        ("ona",),
        N_("Further agencies"),
        N_("Signs as in “Berlin (dpa) -”, besides the usual agencies"),
        group=FORMS,
    )
    lookalike_days: int = setting(
        30,
        N_("Similar headlines: window of days"),
        N_("For what is merely like; what is equal or very like always counts. 0: all stories"),
        group=DOUBLES,
        least=0,
        most=_TEN_YEARS,
    )
    lookalike_threshold: int = setting(
        76,
        N_("Similar headlines: least likeness"),
        N_(
            "Lower finds more and errs more often; at 100 only equal headlines are told. Texts are told always"
        ),
        group=DOUBLES,
        least=50,
        most=100,
    )
    standing_heads: tuple[str, ...] = setting(
        ("Wetter", "Lotto", "Kurz notiert", "Das Wetter", "Lottozahlen", "News in brief"),
        N_("Standing heads"),
        N_("Headlines that come back every day and resemble themselves"),
        group=DOUBLES,
    )
    standing_kickers: tuple[str, ...] = setting(
        (),
        N_("Standing kickers"),
        N_("Stories under these kickers are compared with no other: “Wetter”, “Service”"),
        group=DOUBLES,
    )
    house_words: tuple[tuple[str, str, str, str], ...] = setting(
        (),
        N_("House rules"),
        N_("Word, wanted word, reason, and quotes-too where quotations count"),
        group=CHECKS,
        parts=("word", "wanted", "reason", "quotes"),
        spare=2,
    )
    learned_words: tuple[str, ...] = setting(
        (),
        N_("Learned words of the house"),
        N_("Spelling knows them for everyone in this library"),
        group=WRITING,
        elsewhere=True,
    )
    print_days_later: int = setting(
        0, N_("Print appears after the web, days"), N_("0: on the same day"), group=OUTPUT, least=0, most=7
    )
    indesign_styles: tuple[tuple[str, str], ...] = setting(
        (), N_("InDesign styles"), group=OUTPUT, parts=("element", "style"), spare=1, elsewhere=True
    )
    indesign_pictures: bool = setting(
        True,
        N_("InDesign: pictures stand in the text"),
        N_("As anchored frames; otherwise a line names each picture’s file"),
        group=OUTPUT,
    )
    tagged_text: str = setting(
        "UNICODE-WIN",
        N_("InDesign: Tagged Text is made for"),
        group=OUTPUT,
        choices={"UNICODE-WIN": N_("Windows"), "UNICODE-MAC": N_("Mac"),
                 "ASCII-WIN": N_("Windows, old versions (ASCII)"), "ASCII-MAC": N_("Mac, old versions (ASCII)")},
    )  # fmt: skip
    severities: tuple[tuple[str, ...], ...] = setting(
        (),
        N_("Checklist"),
        N_("Rule, transition, and off, recommended or required; then for a genre or section alone"),
        group=CHECKS,
        parts=("rule", "transition", "severity", "genre", "section"),
        spare=2,
    )
    picture_web_side: int = setting(
        1600, N_("Pictures on the web: longest side, pixels"), group=OUTPUT, least=320, most=8000
    )
    picture_quality: int = setting(
        82, N_("Pictures on the web: quality of JPEG and WebP"), group=OUTPUT, least=40, most=100
    )
    picture_dpi: int = setting(200, N_("Pictures in print: dots per inch"), group=OUTPUT, least=72, most=1200)
    picture_print_width: int = setting(
        90,
        N_("Pictures in print: usual width, millimetres"),
        N_("A picture with too few pixels for it is a finding"),
        group=OUTPUT,
        least=20,
        most=600,
    )
    docx_template: str = setting(
        "",
        N_("Word: template of the house"),
        N_("A .docx whose styles and page win; styles that it lacks are added"),
        group=OUTPUT,
        file="docx",
        pattern=_KEPT,
    )
    html_template: str = setting(
        "",
        N_("HTML: template of the house"),
        N_("A Jinja template for the page, instead of the program's own"),
        group=OUTPUT,
        file="html",
        pattern=_KEPT,
    )
    file_pattern: str = setting("{date}-{slug}", N_("Names of exported files"), group=OUTPUT)
    export_profiles: tuple[tuple[str, str], ...] = setting(
        (), N_("Presets of exports"), group=OUTPUT, parts=("name", "profile"), elsewhere=True
    )
    channels: tuple[tuple[str, str], ...] = setting(
        (),
        N_("Channels that stories are published by"),
        group=OUTPUT,
        parts=("channel", "plan"),
        elsewhere=True,
    )
    withdrawal_notice: str = setting(
        "",
        N_("Notice in the place of a withdrawn story"),
        N_("{date} stands for the day, {headline} for the headline; without one the program’s own is used"),
        group=OUTPUT,
    )
    four_eyes: bool = setting(
        False,
        N_("Four-eyes rule"),
        N_("No one approves their own story; off in a one-person library"),
        group=NEWSROOM,
    )
    strict_sections: tuple[str, ...] = setting(
        (),
        N_("Four-eyes rule: strict sections"),
        N_("Nor does whoever changed the text last approve it there"),
        group=NEWSROOM,
    )
    second_sections: tuple[str, ...] = setting(
        (),
        N_("Four-eyes rule: sections where two approve"),
        N_("Two people must have approved exactly the same text there"),
        group=NEWSROOM,
    )
    second_look_minutes: int = setting(
        30,
        N_("Breaking news: second eyes within, minutes"),
        N_("A duty editor may publish alone; a colleague must look at it then"),
        group=NEWSROOM,
        least=5,
        most=720,
    )
    thin_after: int = setting(
        90,
        N_("Versions of idle stories are thinned after days"),
        N_(
            "Of the plain saves of a day the last stays; whatever was submitted, approved, published or named stays. 0 is never"
        ),
        group=NEWSROOM,
        least=0,
        most=_TEN_YEARS,
    )
    snippets: tuple[tuple[str, str], ...] = setting(
        (), N_("Snippets of the house"), group=SNIPPETS, parts=("abbreviation", "text"), elsewhere=True
    )
    searches: tuple[tuple[str, str], ...] = setting(
        (), N_("Saved searches of the house"), group=NEWSROOM, parts=("name", "query"), elsewhere=True
    )
    templates: tuple[tuple[str, str], ...] = setting(
        (), N_("Story templates of the house"), group=SNIPPETS, parts=("name", "story"), elsewhere=True
    )
    sample_templates: bool = setting(
        True,
        N_("Offer the templates that the program brings"),
        N_("News item, interview and commentary"),
        group=SNIPPETS,
    )
