"""English headlines, each with one that looks like it and tells of something else; all invented."""

HEADLINES = """\
County council backs new hospital in Harrowby | County council rejects new bypass near Milton Cross
Fire destroys timber yard on the quayside | Flood closes timber yard on the riverbank
Rail line to Eastport stays shut until Easter | Coast road to Westport reopens before Christmas
Two climbers rescued after avalanche on Ben Carrow | Three skiers missing after storm on Ben Lorne
Mayor of Harrowby resigns over parking scandal | Mayor of Harrowby survives vote over housing plan
Scientists grow coral in abandoned swimming pool | Scientists map coral with underwater drones
Water company fined for spilling sewage into river | Water company praised for cleaning up beach
Farmers block bridge in protest over milk prices | Lorry drivers block port in protest over fuel tax
Teacher wins national prize for choir of refugees | Nurse wins national prize for clinic on wheels
Court overturns ban on evening markets | Court upholds ban on wood burning stoves
Ferry runs aground in thick fog off Lummer Point | Trawler sinks in heavy seas off Gannet Head
Library in Ashdown lends out tools and tents | School in Ashdown hands out bikes and helmets
Museum returns bronze bell to island community | Museum buys silver spoon from village church
Bakery chain recalls bread over glass fears | Dairy recalls cheese over listeria fears
University opens centre for volcano research | University closes department of classics
Wildlife park celebrates birth of twin otters | Wildlife park mourns death of oldest rhino
Striker Tom Hale signs for Milton Rovers | Keeper Tom Hale leaves Milton Rovers
Government delays reform of property tax | Government announces cut in fuel duty
Parliament passes budget by three votes | Parliament throws out bill by thirty votes
Pensioner finds Roman coins in vegetable patch | Schoolboy finds dinosaur tooth on school trip
Bus drivers accept pay deal after six weeks | Train drivers reject pay deal after long talks
Village buys its last pub for one pound | Village loses its last shop to fire
Cathedral organ falls silent for two years | Cathedral bells ring again after forty years
Police break up gang of bicycle thieves | Police warn of gang posing as builders
Storm leaves ten thousand homes without power | Heatwave leaves reservoirs half empty
Airport drops plan for third runway | Airport wins approval for night flights
Missing hiker found alive after five days | Missing sailor feared dead after search ends
Old cinema saved from demolition by volunteers | Old brewery sold to developers by council
Wolves spotted near northern villages | Lynx released in southern forest
Doctors perform first operation by remote robot | Doctors strike for first time in thirty years
Crane collapses onto school building site | Scaffolding collapses outside town hall
Orchestra plays farewell concert in empty mine | Orchestra starts tour of village halls
Fishermen net wartime bomb in harbour | Divers raise Viking anchor from lake
Car maker Hallam cuts four hundred jobs | Ship builder Merrow takes on two hundred apprentices
Residents vote against wind farm on the moor | Residents vote for toll on the old bridge
Judge frees activist who glued himself to road | Judge jails banker who lied about losses
Island school closes after last pupil leaves | Island surgery reopens after doctor returns
Beekeepers report record honey harvest | Beekeepers report losses to Asian hornets
Heritage railway reopens after landslip repairs | Heritage railway shuts after bridge strike
Poet Clara Wynne wins prize for first novel | Painter Clara Wynne shows work from prison""".splitlines()

FORMATS = """\
Milton Rovers 2-1 Harrowby Town: match report | Milton Rovers 0-3 Eastport United: match report
Weather for the weekend | Weather for the week ahead
Five things to know on Monday | Five things to know on Tuesday
Markets at noon: shares edge up | Markets at noon: shares slide
Lottery results for 3 May | Lottery results for 10 May
Court list, week 12 | Court list, week 13
Recipe of the week: leek and potato soup | Recipe of the week: plum crumble
Letters: parking charges | Letters: school meals
Crash on the M9: two hurt | Crash on the A12: one dead
Quiz: how well do you know the news? Week 8 | Quiz: how well do you know the news? Week 9""".splitlines()

SYNONYMS = {
    "backs": "supports", "destroys": "guts", "shut": "closed", "rescued": "saved", "resigns": "quits",
    "grow": "breed", "fined": "punished", "block": "blockade", "wins": "takes", "overturns": "quashes",
    "lends": "gives", "returns": "hands", "recalls": "withdraws", "opens": "launches", "celebrates": "cheers",
    "signs": "joins", "delays": "postpones", "passes": "approves", "finds": "unearths", "accept": "agree",
    "buys": "purchases", "drops": "scraps", "spotted": "seen", "perform": "carry", "collapses": "crashes",
    "cuts": "axes", "frees": "releases", "closes": "shuts", "report": "announce",
}  # fmt: skip

KICKERS = ("Breaking", "Harrowby", "After the storm", "Exclusive", "In court")
FILLERS = ("now", "again", "finally", "reportedly", "today")
