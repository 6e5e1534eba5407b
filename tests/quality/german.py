"""German headlines, each with one that looks like it and tells of something else; all invented."""

HEADLINES = """\
Kreistag stimmt für Neubau der Realschule in Sonnberg | Kreistag stimmt für Abriss der Turnhalle in Bergheim
Feuer zerstört Sägewerk bei Lindenau | Hochwasser zerstört Sägewerk bei Altenried
Bahnstrecke nach Altenhafen bleibt bis Ostern gesperrt | Bundesstraße nach Neuhausen bleibt bis Pfingsten gesperrt
Zwei Bergsteiger aus Lawine am Hochkogel gerettet | Drei Skifahrer nach Absturz am Steinkar vermisst
Tierpark Grünwald begrüßt drei junge Luchse | Tierpark Grünwald trauert um seinen ältesten Elefanten
Oberbürgermeisterin Lena Vogt tritt zurück | Oberbürgermeisterin Lena Vogt tritt wieder an
Klinik in Moorfelde stellt Betrieb der Notaufnahme ein | Klinik in Moorfelde nimmt neue Notaufnahme in Betrieb
Stadtwerke senken Preise für Fernwärme zum Januar | Stadtwerke erhöhen Preise für Trinkwasser zum Juli
Weinbauern rechnen nach Frost mit halber Ernte | Obstbauern rechnen nach Hagel mit hohen Verlusten
Polizei fasst Bande von Fahrraddieben in Neuhausen | Polizei warnt vor Bande von Trickbetrügern in Sonnberg
Theater Altenried spielt wieder im Großen Haus | Theater Lindenau verlässt das Große Haus
Gericht kippt Bettensteuer in Küstenorten | Gericht bestätigt Zweitwohnungssteuer in Bergdörfern
Forscherin entwickelt Pflaster aus Spinnenseide | Forscher entwickelt Klebstoff aus Muschelschalen
Schwimmbad in Wiesental öffnet erst im August | Eishalle in Wiesental schließt schon im Februar
Landwirte protestieren mit Traktoren vor dem Landtag | Hebammen protestieren mit Kinderwagen vor dem Rathaus
Universität Grünberg erhält Zentrum für Wasserforschung | Universität Grünberg verliert Institut für Slawistik
Handballerinnen aus Lindenau verpassen den Aufstieg | Handballer aus Lindenau steigen überraschend ab
Wolf tappt in Altenried in Fotofalle | Wolf reißt bei Bergheim zwölf Schafe
Behörde warnt vor verunreinigtem Trinkwasser in Moorfelde | Behörde hebt Warnung vor Badeverbot in Seedorf auf
Brücke über die Lumme ist nach elf Jahren fertig | Tunnel unter der Lumme wird ein Jahr später fertig
Museum zeigt Briefe des Dichters Arno Wiesner | Museum kauft Nachlass der Malerin Else Brandt
Einwohnerzahl von Sonnberg steigt auf 50.000 | Arbeitslosenzahl in Sonnberg steigt auf 5.000
Neue Straßenbahnlinie verbindet Hafen und Universität | Neue Buslinie verbindet Flughafen und Messe
Kanzler reist mit Wirtschaftsdelegation nach Indien | Außenministerin reist zu Gesprächen nach Kenia
Regierung verschiebt Reform der Grundsteuer | Regierung beschließt Reform der Pflegeversicherung
Parlament billigt Haushalt mit knapper Mehrheit | Parlament lehnt Wahlrecht mit großer Mehrheit ab
Rentner findet Goldmünzen beim Umgraben im Garten | Schülerin findet Mammutzahn beim Spaziergang am Fluss
Lebensmittelkette ruft Haferflocken wegen Käfern zurück | Molkerei ruft Joghurt wegen Metallsplittern zurück
Orgel in der Marienkirche erklingt nach Sanierung wieder | Glocken der Marienkirche schweigen wegen Rissen im Turm
Autozulieferer Hellmann streicht 400 Stellen | Maschinenbauer Kröger stellt 300 Leute ein
Warnstreik legt Kitas in drei Landkreisen lahm | Warnstreik der Busfahrer trifft Pendler in zwei Städten
Bücherei in Bergheim verleiht jetzt auch Werkzeug | Bauhof in Bergheim verschenkt jetzt auch Kompost
Ministerin eröffnet längsten Radweg des Landes | Minister sperrt wichtigsten Radweg des Landes
Kapitän nach Kollision auf der Ostsee verurteilt | Kapitän nach Havarie auf der Nordsee freigesprochen
Stürmer Jonas Kern wechselt nach Altenried | Torwart Jonas Kern verlängert in Neuhausen
Lehrermangel: Schule in Seedorf kürzt den Unterricht | Grippewelle: Schule in Seedorf sagt den Ausflug ab
Feuerwehr rettet Pferd aus Güllegrube | Feuerwehr rettet Kind aus verschlossenem Auto
Winzerfest lockt 30.000 Besucher nach Rebheim | Winzerfest in Rebheim fällt wegen Sturms aus
Kran stürzt auf Baustelle in der Innenstadt um | Gerüst stürzt an Kirche in der Altstadt ein
Verein rettet altes Kino vor dem Abriss | Investor kauft altes Kino für den Abriss
Storchenpaar nistet auf dem Schornstein der Brauerei | Falkenpaar nistet auf dem Turm der Sparkasse
Bauamt stoppt Arbeiten am Hotel am See | Bauamt genehmigt Anbau am Heim am Park
Ermittler durchsuchen Büros der Reederei Nordmeer | Ermittler durchsuchen Wohnungen in der Südstadt
Jugendliche pflanzen tausend Bäume im Stadtwald | Unbekannte fällen hundert Bäume im Stadtwald
Stadt schenkt jedem Neugeborenen einen Apfelbaum | Stadt schenkt jedem Erstklässler eine Fahrkarte
Eisenbahnmuseum startet mit Dampflok in die Saison | Straßenbahnmuseum beendet mit Fest die Saison
Pfarrerin segnet Motorräder auf dem Marktplatz | Pfarrer traut Zwillinge auf dem Leuchtturm
Erdrutsch verschüttet Zufahrt zum Kloster | Steinschlag trifft Bus auf dem Weg zum Kloster
Kommunen fordern mehr Geld für Flüchtlingsunterkünfte | Kommunen fordern weniger Auflagen für Windräder
Ärzte operieren erstmals mit ferngesteuertem Roboter | Ärzte warnen vor Operationen in kleinen Kliniken
Mieterbund klagt gegen Wohnungskonzern | Mieterbund lobt Vergleich mit Wohnungskonzern
Schneechaos auf der Autobahn bei Hochried | Massenunfall im Nebel auf der Autobahn bei Tiefental
Zirkus darf Elefanten nicht mehr zeigen | Zirkus darf Winterquartier nicht verlassen
Gymnasium führt Smartphoneverbot ein | Gymnasium schafft Samstagsunterricht ab
Fischer finden Bombe aus dem Krieg im Netz | Taucher bergen Anker aus der Hansezeit im Hafen
Kulturhauptstadt eröffnet mit Lichterfest am Fluss | Filmfestival endet mit Preis für Debüt aus Georgien
Brauerei Lindner schließt nach 180 Jahren | Bäckerei Lindner feiert 100 Jahre
Landesregierung kauft Insel für Naturschutz | Landesregierung verkauft Schloss an Stiftung
Lokführer einigen sich mit der Bahn | Piloten drohen der Fluglinie mit Streik
Kinderchor aus Wiesental singt vor dem Papst | Blasorchester aus Moorfelde spielt vor dem König
Versuchter Einbruch in Juweliergeschäft scheitert an Hund | Einbruch in Fahrradladen gelingt trotz Alarmanlage
Waldbrand am Kaltenberg unter Kontrolle | Waldbrand am Kaltenberg breitet sich aus
Hafenkran von 1890 wird Denkmal | Wasserturm von 1905 wird Wohnhaus
Rathaus bleibt wegen Legionellen geschlossen | Hallenbad bleibt wegen Rissen geschlossen
Grüne und Linke bilden Bündnis im Stadtrat | Liberale verlassen das Bündnis im Stadtrat
Bürger stimmen gegen Olympiabewerbung | Bürger stimmen für Landesgartenschau
Gletscher am Weißhorn verliert acht Meter | Skigebiet am Weißhorn verliert zwei Lifte
Imker zählen so viele Bienenvölker wie nie | Imker beklagen Verluste durch asiatische Hornisse
Vermisster Wanderer nach fünf Tagen lebend gefunden | Vermisste Seglerin nach drei Wochen für tot erklärt
Zöllner entdecken Schildkröten im Koffer | Zöllner entdecken Bargeld im Ersatzreifen
Schachweltmeister gewinnt Turnier in Lindenau | Schachtalent verliert Finale in Bergheim
Sparkasse sprengt eigenen Tresor | Unbekannte sprengen Geldautomaten
Hotelbrand: Gäste fliehen über Leitern | Gasleck: Gäste müssen Hotel verlassen
Neues Gesetz erleichtert Bau von Balkonkraftwerken | Neues Gesetz verbietet Bau von Schottergärten
Reporterin Ida Mertens erhält Preis für Serie über Pflege | Fotograf Paul Mertens erhält Preis für Bilder vom Meer
Dorfladen in Oberau gerettet | Dorfladen in Unterau insolvent
Hitzewelle: Rekord in Talheim gemessen | Kältewelle: Rekord in Hochheim gebrochen
Schleuse am Kanal klemmt, Schiffe stauen sich | Schleuse am Kanal repariert, Schiffe fahren wieder
Staatsanwalt fordert lebenslange Haft für Brandstifter | Staatsanwalt fordert Freispruch für Altenpfleger
Gemeinde Seedorf will eigene Währung ausgeben | Gemeinde Seedorf will keine Kreisfahrt mehr""".splitlines()

FORMATS = """\
SV Lindenau schlägt den FC Altenried 2:1 | SV Lindenau schlägt den TSV Bergheim 3:0
FC Altenried verliert 0:2 in Sonnberg | FC Altenried verliert 1:3 in Neuhausen
Remis zwischen Grünberg und Moorfelde am 12. Spieltag | Remis zwischen Rebheim und Talheim am 14. Spieltag
Das Wetter am Samstag | Das Wetter am Sonntag
Wetter: Schauer im Norden, Sonne im Süden | Wetter: Nebel im Westen, Frost im Osten
Lottozahlen vom 3. Mai 2025 | Lottozahlen vom 10. Mai 2025
Polizeibericht vom 4. Juni | Polizeibericht vom 7. Juni
Termine der Woche, KW 12 | Termine der Woche, KW 13
Blitzer in Sonnberg: Hier wird am Montag gemessen | Blitzer in Sonnberg: Hier wird am Dienstag gemessen
Börse am Mittag: Dax legt leicht zu | Börse am Mittag: Dax gibt deutlich nach
Sudoku vom 2. August | Sudoku vom 3. August
Was der Tag bringt: Dienstag, 14. Mai | Was der Tag bringt: Mittwoch, 15. Mai
Notdienst der Apotheken am 1. April | Notdienst der Apotheken am 2. April
Leserbriefe zur Parkgebühr | Leserbriefe zur Grundschule
Kommentar: Die Bahn braucht Geld | Kommentar: Die Schule braucht Ruhe
Rezept der Woche: Kürbissuppe mit Ingwer | Rezept der Woche: Linseneintopf mit Speck
Gartentipp, Teil 7: Rosen schneiden | Gartentipp, Teil 8: Tomaten ausgeizen
Unser Podcast, Folge 41 | Unser Podcast, Folge 42
Unfall auf der A7: Drei Verletzte | Unfall auf der B19: Ein Schwerverletzter
Zahl der Toten nach Erdbeben in Chile steigt auf 40 | Zahl der Toten nach Fährunglück in Ghana steigt auf 25""".splitlines()

SYNONYMS = {
    "stimmt für": "befürwortet", "zerstört": "vernichtet", "gesperrt": "dicht", "begrüßt": "freut sich über",
    "tritt zurück": "gibt Amt auf", "senken": "verringern", "rechnen": "kalkulieren", "fasst": "schnappt",
    "spielt": "gastiert", "kippt": "verwirft", "entwickelt": "erfindet", "öffnet": "macht auf", "erhält": "bekommt",
    "verpassen": "versäumen", "warnt": "alarmiert", "zeigt": "präsentiert", "steigt": "klettert", "verschiebt": "vertagt",
    "billigt": "beschließt", "findet": "entdeckt", "streicht": "baut", "eröffnet": "weiht", "verurteilt": "bestraft",
    "rettet": "befreit", "lockt": "zieht", "stoppt": "unterbricht", "durchsuchen": "filzen", "pflanzen": "setzen",
    "schenkt": "gibt", "fordern": "verlangen", "schließt": "macht dicht", "kauft": "erwirbt", "gewinnt": "holt",
    "geschlossen": "zu", "entdecken": "finden", "verliert": "büßt ein", "will": "möchte",
}  # fmt: skip

KICKERS = ("Eilmeldung", "Sonnberg", "Nach dem Sturm", "Kommunalpolitik", "Exklusiv", "Aus dem Gericht")
FILLERS = ("nun", "erneut", "offenbar", "doch", "bald", "überraschend", "endgültig")
