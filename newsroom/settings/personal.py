"""How one person likes to work."""

from __future__ import annotations

from dataclasses import dataclass

from newsroom.settings.setting import MARKDOWN, SNIPPETS, TYPOGRAPHY, WRITING, setting
from newsroom.translation import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class Personal:
    """How one person likes to work; kept in a file of their own, whatever the library."""

    type_quotes: bool = setting(
        True,
        N_("Quotation marks"),
        N_("Straight marks become those of the story's language"),
        group=TYPOGRAPHY,
    )
    type_apostrophes: bool = setting(
        True, N_("Apostrophes"), N_("’ in “geht’s” and “don’t”"), group=TYPOGRAPHY
    )
    type_dashes: bool = setting(
        True, N_("Dashes"), N_("A hyphen between spaces, or two hyphens, become a dash"), group=TYPOGRAPHY
    )
    type_ranges: bool = setting(True, N_("Ranges"), N_("9–17 Uhr, 2024–2026"), group=TYPOGRAPHY)
    type_ellipsis: bool = setting(True, N_("Ellipsis"), N_("Three full stops become …"), group=TYPOGRAPHY)
    type_no_break: bool = setting(
        True,
        N_("No-break spaces"),
        N_("In “z. B.”, before % and units, after “Dr.”, in “27. März”, before a dash"),
        group=TYPOGRAPHY,
    )
    type_spaces: bool = setting(
        True,
        N_("Spaces when cutting and pasting"),
        N_("Words that are pasted or dragged are parted from their neighbours; a cut leaves no double space"),
        group=TYPOGRAPHY,
    )
    check_spelling: bool = setting(
        True, N_("Check spelling"), N_("Mark words that no dictionary knows"), group=WRITING
    )
    learned_words: tuple[str, ...] = setting(
        (), N_("Words I have taught"), N_("Spelling knows them in all my stories"), group=WRITING
    )
    my_searches: tuple[tuple[str, str], ...] = setting(
        (), N_("My saved searches"), group=WRITING, parts=("name", "query"), elsewhere=True
    )
    markdown_blocks: bool = setting(
        True,
        N_("Signs at the start of a paragraph"),
        N_("“> ” quote, “- ” list, “1. ” and “2. ” numbered list, “## ” crosshead"),
        group=MARKDOWN,
    )
    markdown_marks: bool = setting(
        True, N_("Emphasis by stars"), N_("**bold**, *italic* and _italic_; never from Bürger*innen"),
        group=MARKDOWN,
    )  # fmt: skip
    snippet_key: str = setting(
        "tab",
        N_("Expand abbreviations"),
        N_("The key behind the abbreviation"),
        group=SNIPPETS,
        choices={"tab": N_("with Tab"), "space": N_("with the space bar"), "both": N_("with either"),
                 "off": N_("not at all")},
    )  # fmt: skip
    my_snippets: tuple[tuple[str, str], ...] = setting(
        (), N_("My snippets"), group=SNIPPETS, parts=("abbreviation", "text"), elsewhere=True
    )
    my_templates: tuple[tuple[str, str], ...] = setting(
        (), N_("My story templates"), group=SNIPPETS, parts=("name", "story"), elsewhere=True
    )
