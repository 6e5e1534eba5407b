"""The house's settings, kept in the library, and a person's, kept in a file; each explains itself.

A setting carries title, help, group and bounds beside its default, so that the preferences dialog and the
command line are made from here: what is added here is shown, checked and set everywhere.
"""

from newsroom.settings.house import House
from newsroom.settings.personal import Personal
from newsroom.settings.setting import GROUPS, Kind, Setting, described

__all__ = ["GROUPS", "House", "Kind", "Personal", "Setting", "described"]
