"""Signs of Word's symbol fonts as the usual signs that look like them."""

from __future__ import annotations

_PRIVATE = 0xF000
"""Word counts the letters of symbol fonts from here."""
_DINGS = {
    0x22: "✂", 0x28: "☎", 0x2A: "✉", 0x36: "⌛", 0x3F: "✍", 0x46: "☞", 0x4A: "☺", 0x4C: "☹", 0x4E: "☠", 0x52: "☼", 0x58: "✠",
    0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒", 0x73: "⬧", 0x74: "⧫", 0x75: "◆", 0x76: "❖", 0x77: "⬥", 0x9F: "•",
    0xA1: "○", 0xA7: "▪", 0xA8: "◻", 0xAB: "★", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xEF: "⇦",
    0xF0: "⇨", 0xF1: "⇧", 0xF2: "⇩", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_GREEK = {
    0x61: "α", 0x62: "β", 0x64: "δ", 0x65: "ε", 0x67: "γ", 0x6C: "λ", 0x6D: "μ", 0x70: "π", 0x72: "ρ", 0x73: "σ", 0x77: "ω",
    0x44: "Δ", 0x53: "Σ", 0x57: "Ω", 0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°",
    0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xBC: "…", 0xD2: "®", 0xD3: "©", 0xD4: "™",
    0xD6: "√", 0xE2: "®", 0xE3: "©", 0xE4: "™",
}  # fmt: skip
_FONTS = {"wingdings": _DINGS, "symbol": _GREEK}


def usual(font: str, code: str) -> str:
    """Give the usual sign for one of a symbol font by its hexadecimal code, or nothing where there is none."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    known = _FONTS.get(font.casefold())
    if known is not None:
        return known.get(number - _PRIVATE if number >= _PRIVATE else number, "")
    private = _PRIVATE - 0x1000 <= number <= 0xF8FF  # noqa: PLR2004 - no font has agreed on these
    return "" if private or not (0x20 <= number <= 0xFFFF) or 0xD800 <= number <= 0xDFFF else chr(number)  # noqa: PLR2004 - the first plane of Unicode
