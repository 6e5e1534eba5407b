"""The spaces at the seams of what is cut out of a text and put into it, as word processors mind them.

Before and after are the texts beside the place, each of its paragraph alone.
"""

from __future__ import annotations

GAPS = " \u00a0\u202f"
_OPENING = "([{„‚¿¡"
_CLOSING = ")]}"
_ENDING = ".,;:!?…"
_QUOTES = "“”»«‘’›‹\"'"
"""Marks that open in one language and close in another."""
_SIGNS = "§@#"


def closed_up(before: str, words: str, after: str) -> tuple[int, int]:
    """Give how many spaces before and behind some words are cut out with them: of two gaps one stays."""
    if not words or words[0].isspace() or words[-1].isspace():
        return 0, 0
    gap_before, gap_behind = before[-1:] in GAPS, after[:1] in GAPS
    if before and after and gap_before and gap_behind:
        return (0, 1) if before[-1] == " " or after[0] != " " else (1, 0)
    if after and gap_behind and (_at_start(before) or before[-1] in _OPENING):
        return 0, 1
    if before and gap_before and (not after or after[0] in f"\n{_ENDING}{_CLOSING}" or _closes(after)):
        return 1, 0
    return 0, 0


def gaps(before: str, words: str, after: str) -> tuple[str, str]:
    """Give the spaces that words need before and behind them to stand here; inside a word there are none."""
    if _ends(before) and _begins(after):
        return "", ""
    lead = " " if _ends(before) and _begins(words) else ""
    free = _at_start(before) or before[-1].isspace() or before[-1] in _OPENING
    trail = " " if free and _ends(words) and _begins(after) else ""
    return lead, trail


def whole(before: str, words: str, after: str) -> bool:
    """Tell whether words are whole: no part of a longer one at either end."""
    cut_before = before[-1:].isalnum() and words[:1].isalnum()
    cut_behind = after[:1].isalnum() and words[-1:].isalnum()
    return bool(words.strip()) and not cut_before and not cut_behind


def _at_start(before: str) -> bool:
    return not before or before[-1] == "\n"


def _begins(text: str) -> bool:
    """Tell whether a text begins with a word, or a mark that opens one."""
    if text[:1] in _QUOTES:
        return text[1:2].isalnum()
    return text[:1].isalnum() or text[0] in _OPENING + _SIGNS


def _ends(text: str) -> bool:
    """Tell whether a text ends with a word, or a mark that closes one."""
    if text[-1:] in _QUOTES:
        return bool(text[-2:-1].strip()) and text[-2:-1] not in _OPENING
    return text[-1:].isalnum() or text[-1] in _ENDING + _CLOSING + "%"


def _closes(after: str) -> bool:
    return after[0] in _QUOTES and not after[1:2].isalnum()
