"""The commands, one file a family; each adds itself to the program when the language is known."""

from newsroom.cli.commands import (
    exporting,
    house,
    importing,
    library,
    listing,
    moving,
    people,
    proofing,
    story,
    tour,
)

FAMILIES = (
    importing.add,
    listing.add,
    story.add,
    proofing.add,
    exporting.add,
    moving.add,
    people.add,
    house.add,
    library.add,
    tour.add,
)
