"""Spelling: which words of a text no dictionary knows, and what may have been meant.

Silent when unsure: names, foreign words and what a language can join freely are not marked. `speller` gives
the judge of a language, `lacking` the sentence that says why there is none.
"""

from newsroom.text.spelling.doubt import Doubt, Kind
from newsroom.text.spelling.having import lacking, speller
from newsroom.text.spelling.names import is_mistake, settled, tally
from newsroom.text.spelling.speller import Speller

__all__ = ["Doubt", "Kind", "Speller", "is_mistake", "lacking", "settled", "speller", "tally"]
