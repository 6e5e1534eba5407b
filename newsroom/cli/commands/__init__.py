"""The commands, one file a family; each adds itself to the program when the language is known."""

from newsroom.cli.commands import (
    catalogue,
    checking,
    converting,
    exporting,
    house,
    importing,
    library,
    listing,
    moving,
    people,
    printing,
    proofing,
    replacing,
    rules,
    story,
    tour,
)

FAMILIES = (
    importing.add,
    listing.add,
    story.add,
    proofing.add,
    checking.add,
    replacing.add,
    exporting.add,
    converting.add,
    moving.add,
    people.add,
    catalogue.add,
    house.add,
    rules.add,
    printing.add,
    library.add,
    tour.add,
)
