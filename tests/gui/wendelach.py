"""A German story as it is typed: straight quotation marks, hyphens, three full stops. Town and people are invented."""

KICKER = "Wendelach"
HEADLINE = "Ein Bad für alle - und jeder zahlt mit"
_LEAD = """
Elf Jahre stand das Hallenbad von Wendelach leer. Am 27. März öffnet es wieder, getragen von 1.840 Menschen,
die je 150 Euro gaben. Wie aus einer Ruine ein Treffpunkt wurde ... und was er kostet.
"""
_TEXT = """
Um 5.45 Uhr ist es noch dunkel über dem Weiher, da schließt Hedwig Brockmöller die Tür auf. "Riechen Sie
das?", fragt sie. "Chlor, Kaffee und frische Farbe. So riecht ein Montag." Die 71-jährige Rentnerin hat
früher Latein unterrichtet. Heute trägt sie einen Schlüsselbund mit 38 Schlüsseln und weiß von jedem, wozu
er gut ist.

Das Hallenbad an der Gerbergasse war seit 2015 geschlossen. Die Stadt hatte kein Geld, die Decke hatte
Risse, und in den Umkleiden wuchsen Birken. "Wir haben uns damals geschämt", sagt Bürgermeister Arno Tewes
(parteilos). Ein Gutachten aus dem Jahr 2019 nannte 6,2 Mio. Euro für die Sanierung und 4,1 Mio. Euro für
den Abriss. Der Rat entschied sich für keines von beidem. Er vertagte.

## Ein Aushang im Bioladen

Dann hing im Herbst 2021 ein Zettel im Laden von Ilka Sandmann: "Wer will wieder schwimmen?" Darunter
standen nach einer Woche 64 Namen, nach einem Monat waren es 410. Aus dem Zettel wurde ein Verein, aus dem
Verein eine Genossenschaft. Sie heißt schlicht Becken eG, und ihr gehören heute Schüler*innen,
Handwerker*innen, der 1. FC Wendelach und sogar das Kloster auf dem Sonnenhang.

"Am Anfang hat man uns ausgelacht", sagt Sandmann - sie lacht jetzt selbst. Die Bank wollte Sicherheiten
sehen, die Versicherung ein Konzept, das Land einen Träger. "Jeder hat auf den anderen gezeigt. Also haben
wir einfach angefangen." An 96 Samstagen rissen Freiwillige Fliesen heraus, schleppten Schutt, strichen
Wände. Den Kuchen backte reihum jede Straße.

Gezählt hat die Stunden Bauingenieur Cem Aydinlar, z.B. für die Förderanträge. Er kam auf 21.300. "Hätten
wir die bezahlen müssen, wäre bei uns kein Licht angegangen", sagt er. Das Land gab am Ende 2,4 Mio. Euro,
die Stadt 800.000 Euro, der Rest sind Anteile und ein Darlehen über 20 Jahre. Im Durchschnitt zahlt jeder
Haushalt der Stadt damit 9 Euro im Jahr.

## Was neu ist

Wer das alte Bad kannte, findet sich zurecht und staunt doch. Das Sprungbrett ist noch da, die Uhr mit den
roten Zeigern auch. Neu sind:

- ein Hubboden, der das Nichtschwimmerbecken von 30 auf 130 cm senkt

eine Wärmepumpe, die das Abwasser der Wäscherei nebenan nutzt

480 Solarmodule auf dem Dach

eine Umkleide für Familien und eine für Menschen im Rollstuhl

⏎

Die Energie war der schwierigste Teil, sagt Aydinlar. Früher verbrauchte das Bad 1,9 GWh im Jahr, jetzt
sollen es weniger als 0,7 GWh sein. Das Wasser hat 27 °C, freitags beim Warmbadetag 31 °C. An sonnigen Tagen
gibt das Dach Strom an die Schule ab. Im Keller zeigt er auf eine Anlage, die kaum größer ist als ein
Kleiderschrank. "Die alte füllte drei Räume. Und sie war laut wie ein Güterzug."

> Ein Bad ist der letzte Ort, an dem der Professor und der Postbote dieselbe Badehose tragen.

⏎

Diesen Satz hat die Genossenschaft an die Wand im Foyer malen lassen. Er stammt von Brockmöller. Sie weiß,
dass er nicht ganz stimmt, denn der Eintritt trennt eben doch. Deshalb gibt es drei Preise, und niemand muss
begründen, welchen er zahlt. Der kleine kostet 2 Euro, der normale 4 Euro, der große 7 Euro. In den
Probewochen wählten 22 Prozent den kleinen und 31 Prozent den großen Preis. "Das hat uns selbst überrascht",
sagt Sandmann.

## Schwimmen lernen, endlich

Für Grundschulleiterin Petra Holtgrefe ist das Bad vor allem eines: überfällig. In ihren vierten Klassen
können 17 von 52 Kindern nicht sicher schwimmen. In den vergangenen Jahren fuhr der Bus für den Unterricht
nach Altkirchen, 38 Minuten hin, 38 Minuten zurück. Vom Schwimmen blieben 20 Minuten. "Da hat man die Haare
noch nicht trocken, da ist die Stunde um", sagt sie. Künftig gehen die Klassen zu Fuß. Die Zeiten stehen
schon fest, dienstags und donnerstags von 8-12 Uhr.

Der Plan für das erste Jahr hat drei Schritte:

1. Alle Kinder der dritten Klassen machen das Seepferdchen

2. Die Älteren holen nach, was in den Jahren 2015-2026 ausfiel

Wer will, macht danach den Schein für die Wasserrettung

⏎

Die Wasserrettung selbst hat lange Zeit keinen Nachwuchs mehr gefunden. "Wie auch", sagt Ortsleiter Malte
Freese, "ohne Wasser." Er hat zuletzt Kurse in einem Baggersee gegeben, von Juni bis September, bei jedem
Wetter. Jetzt hat er eine Warteliste mit 73 Namen. Auch Erwachsene stehen darauf, der älteste ist 66 und kam
vor 40 Jahren aus einem Land ohne Küste hierher. "Er hat gesagt: 'Ich will meinen Enkeln nicht nur
zusehen'", erzählt Freese.

Auch die Vereine haben sich die Zeiten geteilt, und das war nicht leicht. Die Schwimmer des 1. FC wollten
jeden Abend zwei Bahnen, die Taucher das ganze Becken, die Rheumaliga vor allem warmes Wasser und Ruhe. "Wir
saßen drei Nächte lang zusammen, bis der Plan stand", erzählt Freese. Am Ende half ein Trick: Jeder Verein
bekam 100 Punkte und durfte damit auf Stunden bieten, wie auf einer Auktion. Wer den Freitagabend unbedingt
wollte, musste auf den Sonntag verzichten. Seitdem hat sich keiner mehr beschwert, sagt er und klopft auf
Holz. Im Sommer soll neu geboten werden, denn dann lockt das Freibad in Altkirchen und die Abende im
Hallenbad sind plötzlich leicht zu haben.

Draußen vor der Tür ist aus dem alten Parkplatz ein kleiner Park geworden. Die Gärtnerei Lohmann hat
Hainbuchen gepflanzt, die Berufsschule Bänke gebaut, ein Imker zwei Kästen mit Bienen aufgestellt. Wer nicht
schwimmen will, kann hier einfach sitzen. Das kostet nichts und war Brockmöller besonders wichtig, denn ein
Ort für alle, sagt sie, fängt nicht erst hinter der Kasse an.

## Nicht alle sind zufrieden

Es gibt auch Kritik. Die Fraktion der Freien Liste rechnet vor, dass die Stadt für das Darlehen bürgt. "Wenn
das Bad Verluste macht, zahlen am Ende alle, auch die, die nie hingehen", sagt ihr Vorsitzender Wolf
Ebeling. Er verweist auf das Bad in Altkirchen, das im vergangenen Jahr ein Minus von 412.000 Euro machte.
Die Genossenschaft hält dagegen: Sie habe keinen Bademeister auf Vorrat, keine Gastronomie und keine
Rutsche. Und sie habe 110 Ehrenamtliche, die Kasse und Aufsicht in Schichten übernehmen.

Dass das gut geht, hofft auch Tewes. Er hat im Rat für die Bürgschaft geworben und dabei zwei Freunde
verloren, wie er sagt. "Man kann eine Stadt auch kaputtsparen." Ob die Rechnung aufgeht, wird man am 31.
Dezember wissen. Dann legt die Genossenschaft ihren ersten Abschluss vor. Rechnet man mit 180 Gästen am Tag,
trägt sich das Haus. In den Probewochen kamen im Schnitt 214.

Am Montag um 6 Uhr werden die Ersten ins Wasser steigen. Die Reihenfolge hat das Los entschieden, damit
niemand in der Kälte ansteht. Gezogen wurde auch die Nummer von Hedwig Brockmöller. Sie hat sie verschenkt,
an einen Jungen aus der dritten Klasse, der ihr beim Streichen geholfen hat. Sie selbst wird an der Kasse
sitzen, mit Blick auf das Becken. "Ich habe elf Jahre gewartet", sagt sie. "Auf die eine Stunde kommt es nun
auch nicht mehr an."
"""
"""Paragraphs are parted by an empty line; a ⏎ alone is Return on an empty line, which ends a list."""


def _typed(paragraph: str) -> str:
    return " ".join(paragraph.split()).replace("⏎", "")


LEAD = _typed(_LEAD)
TEXT = tuple(map(_typed, _TEXT.split("\n\n")))
