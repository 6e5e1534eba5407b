"""Everything a person can do, as data: menus, bars, the palette and the list of keys are made from it."""
