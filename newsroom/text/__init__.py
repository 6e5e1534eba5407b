"""What we know about words: language, normal form, likeness, typography, length and dates.

Strings go in, frozen data comes out. Nothing here knows of stories, files or windows.
"""
