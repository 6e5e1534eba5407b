"""Every colour and measure of the window, in one place: three palettes, and steps of four pixels."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newsroom.domain.words import Labelled
from newsroom.domain.workflow import State
from newsroom.translation import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

SANS = "Source Sans Pro"
SERIF = "Source Serif Pro"
SIDEBAR_WIDTH = 216
LIST_WIDTH = 340
PANEL_WIDTH = 312
ROW_HEIGHT = 30
CARD_HEIGHT = 100
HIT_HEIGHT = 120
MENU_HEIGHT = 29
BAR_HEIGHT = 48
HEAD_HEIGHT = 40
FOOT_HEIGHT = 30
WIDE = 1440
RADIUS = 6
TEXT_SIZE = 14
SMALL_SIZE = 13
TINY_SIZE = 12


class Scheme(Labelled):
    """Which palette the window wears."""

    SYSTEM = "system", N_("Like the system")
    LIGHT = "light", N_("Light")
    DARK = "dark", N_("Dark")
    CONTRAST = "contrast", N_("High contrast")


@dataclass(frozen=True, slots=True)
class Pair:
    """A text colour and the ground it stands on."""

    text: str
    ground: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """The colours of one look, as #rrggbb."""

    dark: bool
    ground: str
    """Under the text of a story and under lists."""
    surface: str
    """Bars and the panel."""
    side: str
    """The sidebar."""
    raised: str
    """Buttons and fields."""
    hover: str
    line: str
    edge: str
    """Around fields and buttons."""
    text: str
    muted: str
    faint: str
    """Placeholders; still readable."""
    off: str
    """Words of what cannot be used now."""
    off_ground: str
    off_words: str
    """What stands in a field that cannot be changed now; it is still read."""
    off_border: str
    """Around what cannot be used now, in the words of a style sheet: a dash where colour says little."""
    accent: str
    accent_hover: str
    on_accent: str
    accent_text: str
    """The accent as a text colour."""
    chosen: Pair
    """The chosen row of the sidebar."""
    shared: Pair
    """Words that two stories have in common."""
    card: str
    """Under the chosen card of the list."""
    good: str
    good_ground: str
    """Under the words of the button that approves."""
    good_hover: str
    on_good: str
    bar: str
    """How far an ordered length is filled that is kept."""
    bar_short: str
    bar_over: str
    track: str
    warn: str
    warn_ground: str
    warn_card: str
    warn_line: str
    note: str
    """Under words that are noted, and under those of the note at hand."""
    note_lit: str
    authors: tuple[str, ...]
    """The colours of those who changed something, one's own first."""
    bad: str
    bad_ground: str
    bad_line: str
    found: Pair
    """What a search found in a text."""
    pills: Mapping[State, Pair] = field(default_factory=dict)


LIGHT = Palette(
    dark=False,
    ground="#ffffff",
    surface="#fafbfc",
    side="#f5f7f9",
    raised="#ffffff",
    hover="#eef1f5",
    line="#e3e7ec",
    edge="#d0d6dd",
    text="#1d2329",
    muted="#5d6770",
    faint="#6a747e",
    off="#8a929b",
    off_ground="#eceff2",
    off_words="#5d6770",
    off_border="1px solid #d0d6dd",
    accent="#1f5fbf",
    accent_hover="#184fa3",
    on_accent="#ffffff",
    accent_text="#1f5fbf",
    chosen=Pair("#123f82", "#dce8f8"),
    shared=Pair("#1d2329", "#dce8f8"),
    card="#eff5fd",
    good="#17653a",
    good_ground="#17653a",
    good_hover="#12522f",
    on_good="#ffffff",
    bar="#2f9e5f",
    bar_short="#2f6fd0",
    bar_over="#dc2f2f",
    track="#e3e7ec",
    warn="#b45309",
    warn_ground="#fff7e6",
    warn_card="#fffaf0",
    found=Pair("#1d2329", "#f5d08a"),
    warn_line="#f5d08a",
    note="#ffefbf",
    note_lit="#fbd873",
    authors=("#7a35d6", "#0a6b73", "#a8480c", "#ae1f69", "#3f6212", "#1d4ed8"),
    bad="#b91c1c",
    bad_ground="#fdecec",
    bad_line="#f0b4b4",
    pills={
        State.DRAFT: Pair("#4b5560", "#e8ebef"),
        State.FOR_REVIEW: Pair("#8a5a00", "#fff3d6"),
        State.RETURNED: Pair("#9a3412", "#ffe8d9"),
        State.APPROVED: Pair("#17653a", "#dff3e6"),
        State.SCHEDULED: Pair("#1c4f9c", "#e0ecfb"),
        State.PUBLISHED: Pair("#ffffff", "#2a4d84"),
        State.WITHDRAWN: Pair("#a31919", "#fde3e3"),
    },
)

DARK = Palette(
    dark=True,
    ground="#1b1f24",
    surface="#20252b",
    side="#181c20",
    raised="#2a3038",
    hover="#2b323a",
    line="#31373f",
    edge="#434b55",
    text="#e6e9ec",
    muted="#a4adb7",
    faint="#959fa9",
    off="#7b8590",
    off_ground="#2b3138",
    off_words="#a4adb7",
    off_border="1px solid #434b55",
    accent="#2f6fd0",
    accent_hover="#3f7fe0",
    on_accent="#ffffff",
    accent_text="#79aef5",
    chosen=Pair("#b9d6ff", "#1f3a5f"),
    shared=Pair("#e6e9ec", "#1f3a5f"),
    card="#22303f",
    good="#63c28c",
    good_ground="#1f7a48",
    good_hover="#1a6b3f",
    on_good="#ffffff",
    bar="#2f9e5f",
    bar_short="#4d8fe8",
    bar_over="#ee5a5a",
    track="#3a424c",
    warn="#f0a94b",
    warn_ground="#3a2f17",
    warn_card="#332b19",
    found=Pair("#ffffff", "#6e561f"),
    warn_line="#6e561f",
    note="#453a18",
    note_lit="#6b5417",
    authors=("#c39bff", "#5cc8d0", "#f0a36b", "#f48fc0", "#b5d06b", "#8ab4ff"),
    bad="#f28a8a",
    bad_ground="#43262a",
    bad_line="#7a3c42",
    pills={
        State.DRAFT: Pair("#c3cad2", "#363d46"),
        State.FOR_REVIEW: Pair("#f0c15a", "#4a3a12"),
        State.RETURNED: Pair("#f7b48a", "#4d2f1d"),
        State.APPROVED: Pair("#86d9a8", "#1e4430"),
        State.SCHEDULED: Pair("#a6cbff", "#22406b"),
        State.PUBLISHED: Pair("#ffffff", "#345f9f"),
        State.WITHDRAWN: Pair("#f6a3a3", "#54282c"),
    },
)

CONTRAST = Palette(
    dark=True,
    ground="#000000",
    surface="#000000",
    side="#000000",
    raised="#000000",
    hover="#1c1c1c",
    line="#ffffff",
    edge="#ffffff",
    text="#ffffff",
    muted="#f0f0f0",
    faint="#e0e0e0",
    off="#b5b5b5",
    off_ground="#000000",
    off_words="#c8c8c8",
    off_border="1px dashed #b5b5b5",
    accent="#ffe34d",
    accent_hover="#fff29a",
    on_accent="#000000",
    accent_text="#ffe34d",
    chosen=Pair("#000000", "#ffe34d"),
    shared=Pair("#ffffff", "#1f3558"),
    card="#1f3558",
    good="#7dffb0",
    good_ground="#7dffb0",
    good_hover="#b5ffd3",
    on_good="#000000",
    bar="#7dffb0",
    bar_short="#7ec1ff",
    bar_over="#ff8a8a",
    track="#4a4a4a",
    warn="#ffc24d",
    warn_ground="#2b1d00",
    warn_card="#1f1500",
    found=Pair("#000000", "#ffc24d"),
    warn_line="#ffc24d",
    note="#3d2c00",
    note_lit="#6b4e00",
    authors=("#d9bfff", "#6ff0f8", "#ffbd85", "#ffa6d2", "#d3f27c", "#a9c8ff"),
    bad="#ff9a9a",
    bad_ground="#330000",
    bad_line="#ff9a9a",
    pills={
        State.DRAFT: Pair("#000000", "#e0e0e0"),
        State.FOR_REVIEW: Pair("#000000", "#ffd36b"),
        State.RETURNED: Pair("#000000", "#ffb184"),
        State.APPROVED: Pair("#000000", "#8dffb9"),
        State.SCHEDULED: Pair("#000000", "#a9d0ff"),
        State.PUBLISHED: Pair("#000000", "#ffffff"),
        State.WITHDRAWN: Pair("#000000", "#ffa0a0"),
    },
)


def palette_of(scheme: Scheme, *, system_dark: bool) -> Palette:
    """Give the palette of a look; `Scheme.SYSTEM` follows what the system wears."""
    if scheme is Scheme.SYSTEM:
        return DARK if system_dark else LIGHT
    return {Scheme.LIGHT: LIGHT, Scheme.DARK: DARK, Scheme.CONTRAST: CONTRAST}[scheme]
