"""Which headlines are alike. All headlines are invented."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.text.likeness import Kind, compare, index_terms

HEADLINES = """\
Stadtrat beschließt neuen Haushalt nach langer Debatte
Hafenbrücke wird für zwei Jahre gesperrt
Müller gewinnt überraschend die Wahl in Altenried
Bürgermeisterin stellt Pläne für neues Schwimmbad vor
Zugunglück bei Lindenau fordert drei Verletzte
Forscher entdecken seltene Orchidee im Moor
Preise für Fernwärme steigen im Herbst deutlich
Museum zeigt Bilder aus der Sammlung Grünwald
Feuerwehr rettet Hund aus vereistem See
Streik legt Nahverkehr in der Region lahm
Schüler bauen Solarboot und gewinnen Wettbewerb
Neue Fähre verbindet Inseln im Stundentakt
Landgericht verurteilt Betrüger zu vier Jahren Haft
Theater eröffnet Spielzeit mit Komödie
Bahn streicht Halt in Wiesental
Sturm deckt Dächer in Küstenorten ab
Kläranlage wird für acht Millionen Euro erneuert
Volleyballerinen ziehen ins Finale ein
Klinikum schließt Geburtsstation zum Jahresende
Wolf reißt Schafe nahe der Landesgrenze
Tarifeinigung für Beschäftigte der Stadtwerke
Ausstellung über Flößer öffnet im Zollhaus
Regierung will Mieten stärker begrenzen
Parlament stimmt für schärfere Regeln bei Plastik
Zoo freut sich über Nachwuchs bei Pinguinen
Trainer Öztürk verlässt den Verein
Brand in Lagerhalle: Hoher Sachschaden
Kirche verkauft Pfarrhaus an junge Familie
Zahl der Touristen erreicht neuen Höchststand
Hochwasser bedroht Altstadt von Grünberg
Council approves new budget after long debate
Harbour bridge to close for two years
Scientists find rare orchid in northern marsh
Dog rescued from frozen lake by firefighters
Rail strike halts commuter traffic across region
Court jails fraudster for four years
Museum shows paintings from private collection
Storm damages roofs in coastal towns
Students build solar boat and win prize
Coach leaves club after third defeat""".splitlines()

OTHER_STORIES = """\
Stadtrat beschließt neuen Haushalt nach langer Debatte | Stadtrat lehnt neuen Spielplatz nach kurzer Debatte ab
Hafenbrücke wird für zwei Jahre gesperrt | Rathausplatz wird für drei Tage gesperrt
Müller gewinnt überraschend die Wahl in Altenried | Schneider gewinnt knapp die Wahl in Neuhausen
Zugunglück bei Lindenau fordert drei Verletzte | Busunfall bei Sonnberg fordert zwei Verletzte
Preise für Fernwärme steigen im Herbst deutlich | Preise für Brennholz fallen im Frühjahr leicht
Museum zeigt Bilder aus der Sammlung Grünwald | Museum zeigt Münzen aus der Römerzeit
Feuerwehr rettet Hund aus vereistem See | Feuerwehr rettet Katze von hohem Baum
Streik legt Nahverkehr in der Region lahm | Streik im Nahverkehr beendet
Landgericht verurteilt Betrüger zu vier Jahren Haft | Landgericht spricht Angeklagten im Betrugsprozess frei
Theater eröffnet Spielzeit mit Komödie | Theater beendet Spielzeit mit Defizit
Bahn streicht Halt in Wiesental | Bahn erneuert Gleise in Bergheim
Kläranlage wird für acht Millionen Euro erneuert | Sporthalle wird für zwei Millionen Euro gebaut
Klinikum schließt Geburtsstation zum Jahresende | Klinikum eröffnet Schlaflabor zum Jahresanfang
Wolf reißt Schafe nahe der Landesgrenze | Wolf bei Altenried überfahren
Regierung will Mieten stärker begrenzen | Regierung will Steuern stärker senken
Parlament stimmt für schärfere Regeln bei Plastik | Parlament stimmt gegen schärfere Regeln bei Tempo
Zoo freut sich über Nachwuchs bei Pinguinen | Zoo freut sich über Besucherrekord
Trainer Öztürk verlässt den Verein | Stürmer Kovac verlässt den Verein
Brand in Lagerhalle: Hoher Sachschaden | Brand in Wohnhaus: Eine Verletzte
Kirche verkauft Pfarrhaus an junge Familie | Gemeinde verkauft Grundstück an Investor
Hochwasser bedroht Altstadt von Grünberg | Hochwasser zieht sich aus Tälern zurück
Das Wetter am Montag | Das Wetter am Dienstag
Das Wetter in der Region | Das Wetter im Süden
Wetter: Sonnig und warm | Wetter: Regen und kühl
Lottozahlen vom 12. März | Lottozahlen vom 19. März
Lottozahlen vom 12. März 2025 | Lottozahlen vom 2. April 2025
Kurz notiert | Kurz berichtet
Termine am 3. Mai | Termine am 10. Mai
Termine am Wochenende | Termine in der Woche
Fußball: FC Altenried gegen SV Lindenau 2:1 | Fußball: FC Sonnberg gegen TSV Neuhausen 0:3
SV Lindenau schlägt FC Altenried | SV Lindenau verliert gegen TSV Bergheim
Polizei sucht Zeugen nach Unfall in Altenried | Polizei sucht Zeugen nach Einbruch in Bergheim
Polizei fasst mutmaßlichen Einbrecher | Polizei fasst mutmaßlichen Brandstifter
Unfall auf der A9: Zwei Verletzte | Unfall auf der B27: Ein Toter
Leitartikel: Der Preis der Freiheit | Leitartikel: Der Wert der Arbeit
Kommentar zur Rentenreform | Kommentar zur Schulreform
Minister besucht Schule in Lindenau | Minister besucht Werft in Altenhafen
Kanzlerin trifft Präsidenten in Paris | Kanzlerin trifft Königin in Madrid
Interview mit der Autorin Lena Vogt | Interview mit dem Regisseur Jan Moll
Council approves new budget after long debate | Council rejects new stadium after short debate
Harbour bridge to close for two years | Town hall to close for two weeks
Dog rescued from frozen lake by firefighters | Cat rescued from burning house by neighbours
Rail strike halts commuter traffic across region | Rail operator cancels night trains across region
Court jails fraudster for four years | Court jails burglar for two years
Storm damages roofs in coastal towns | Storm uproots trees in northern villages
Coach leaves club after third defeat | Captain leaves team after first win
Weather for Monday | Weather for Tuesday
Markets open higher | Markets close lower
Morning briefing: Monday | Morning briefing: Thursday
What we know about the fire in Milton | What we know about the flood in Harrow
Der Tag in Bildern | Die Woche in Bildern
Ticker: Alles zum Streik | Ticker: Alles zur Wahl
Aktien Frankfurt: Kurse geben nach | Aktien Frankfurt: Kurse ziehen an
Dax schließt im Plus | Dax schließt im Minus
Euro steigt über 1,10 Dollar | Euro fällt unter 1,10 Dollar
Erdbeben in Chile | Erdbeben in Japan
Wahl in Polen: Erste Hochrechnungen | Wahl in Spanien: Letzte Umfragen
Neuer Chef für die Stadtwerke | Neue Chefin für das Theater
Bauer sucht Land | Bauer sucht Hof
Haushalt verabschiedet | Haushalt abgelehnt
Zwei Tote bei Lawine in Tirol | Zwei Tote bei Brand in Kiel""".splitlines()


def _typo(rng, words):
    place = rng.choice([number for number, word in enumerate(words) if len(word) >= 5])
    word, at = words[place], rng.randrange(len(words[place]) - 1)
    slips = (
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        word[:at] + word[at + 1 :],
        word[:at] + rng.choice("aeinst") + word[at + 1 :],
    )
    return [*words[:place], rng.choice(slips), *words[place + 1 :]]


def _order(rng, words):
    cut = rng.randrange(1, len(words))
    return words[cut:] + words[:cut]


def _added(rng, words):
    place = rng.randrange(len(words) + 1)
    return [*words[:place], rng.choice(["nun", "erneut", "offenbar", "doch"]), *words[place:]]


def _dropped(rng, words):
    place = rng.randrange(len(words))
    return words[:place] + words[place + 1 :]


def _umlaut(rng, words):
    form = str.maketrans(
        rng.choice([{"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"}, {"ä": "a", "ö": "o", "ü": "u"}])
    )
    return [word.translate(form) for word in words]


def _punctuation(rng, words):
    place = rng.randrange(len(words))
    return [*words[:place], f"„{words[place]}“" + rng.choice(["", ",", ":", " –"]), *words[place + 1 :]]


CHANGES = [_typo, _order, _added, _dropped, _umlaut, _punctuation]


def _changed(change, times=10):
    rng = random.Random(7)  # the same slips in every run
    return [(head, " ".join(change(rng, head.split()))) for head in HEADLINES for _ in range(times)]


@pytest.mark.parametrize("change", CHANGES)
def test_a_headline_is_found_after_a_small_change(change):
    pairs = _changed(change)
    found = [pair for pair in pairs if compare(*pair).kind]
    assert len(found) >= 0.98 * len(pairs)


@pytest.mark.parametrize("change", CHANGES)
def test_the_index_leads_to_a_headline_after_a_small_change(change):
    pairs = _changed(change)
    reached = [1 for one, other in pairs if set(index_terms(one)) & set(index_terms(other))]
    assert len(reached) >= 0.98 * len(pairs)


@pytest.mark.parametrize("pair", OTHER_STORIES)
def test_another_story_on_the_same_subject_is_not_alike(pair):
    one, other = pair.split(" | ")
    assert compare(one, other).kind is None


def test_no_two_of_the_headlines_are_alike():
    assert not [(a, b) for place, a in enumerate(HEADLINES) for b in HEADLINES[:place] if compare(a, b).kind]


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("„Rhein-Main“ wächst!", "Rhein Main WAECHST", Kind.EQUAL),
        ("EU und USA einig", "USA und EU einig", Kind.VERY_LIKE),
        (
            "Hafenbrücke wird für zwei Jahre gesperrt",
            "Hafenbrucke wird für zwei Jahre gespert",
            Kind.VERY_LIKE,
        ),
        ("Hafenbrücke wird für zwei Jahre gesperrt", "Hafenbrücke bleibt für zwei Jahre gesperrt", Kind.LIKE),
        ("Neue Chance für Beziehungen zur Insel", "Neue Chance für Beziehungen zu der Insel", Kind.VERY_LIKE),
        ("Zahl der Verletzten steigt auf 20", "Zahl der Verletzten steigt auf 30", Kind.LIKE),
        ("Zahl der Verletzten steigt im März auf 20", "Zahl der Verletzten steigt im Mai auf 30", None),
        ("Der große Ratgeber für den Garten, Teil 3", "Der große Ratgeber für den Garten, Teil 4", None),
        ("Haushalt verabschiedet", "Haushalt", None),
        ("", "Haushalt", None),
    ],
)
def test_headlines_are_told_apart_by_kind(one, other, kind):
    assert compare(one, other).kind == kind


def test_shared_words_are_shown_as_the_first_headline_writes_them():
    found = compare("MÜLLER siegt in Altenried", "Mueller siegt in Altenreid erneut")
    assert found.shared == ("MÜLLER", "siegt", "Altenried")


def test_index_terms_are_few_and_safe_for_an_index():
    terms = index_terms("Müller-Öztürk siegt 2:1, Müller jubelt")
    assert terms == ("muller", "ozturk", "siegt", "2", "1", "jubelt", "0mull", "0oztu", "0sieg", "0jube")
    sizes = [len(" ".join(index_terms(head)).encode()) for head in HEADLINES]
    assert sum(sizes) / len(sizes) <= 100


WORDS = st.lists(
    st.sampled_from(["Brand", "Brnad", "in", "Halle", "20", "30", "Montag", "März", "Öl", "Oel", "Hafen"]),
    max_size=6,
)


@given(WORDS.map(" ".join), WORDS.map(" ".join))
def test_likeness_is_mutual(one, other):
    there, back = compare(one, other), compare(other, one)
    assert (there.score, there.kind) == (back.score, back.kind)


@given(st.text(), st.text())
def test_a_score_stays_in_its_bounds(one, other):
    assert 0 <= compare(one, other).score <= 100
    assert compare(one, one).kind is Kind.EQUAL
