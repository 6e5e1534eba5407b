"""Pictures: what they say of themselves, and how they are cut, scaled and cleaned for others.

Only what runs in a reading process decodes one; `newsroom.formats.guard.pictures` looks at first bytes alone.
"""
