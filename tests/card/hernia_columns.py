"""The reviewed assignment of every statement of the hernia card to its option.

The source lost its columns when it became text, and no comparison of texts detects a statement in the wrong column.
This list follows the table in the project's notes on the card, with the words of the source.

Each statement is given by its depth and its whole text, in card order.
"""

BEWEGEN, OPERATIE = "bewegen", "operatie"

GEEN_KLACHTEN = (1, "88 van de 100 mensen hebben geen beenklachten meer")
WEL_KLACHTEN = (1, "12 van de 100 mensen hebben nog wel beenklachten")
TERUGKOMEN = (
    0,
    "De klachten kunnen terugkomen, maar we weten niet precies wat de kans is dat de klachten terugkomen.",
)
BLIJF_BEWEGEN = (
    0,
    "Blijf regelmatig bewegen. Dit kan pijn doen, maar bewegen zorgt niet voor extra schade. "
    "Bewegen heeft geen invloed op of u weer een hernia krijgt.",
)

COLUMNS: dict[str, dict[str, list[tuple[int, str]]]] = {
    "Wat gebeurt er bij de behandeling?": {
        BEWEGEN: [
            (
                0,
                "Bewegen is goed voor een hernia. Probeer elke dag te bewegen en door te gaan met uw activiteiten, "
                "ook met uw werk als het kan. Een fysiotherapeut kan u hierbij helpen. Neem tussendoor genoeg rust.",
            ),
            (
                0,
                "Medicijnen tegen de pijn: U kunt dan beter en meer bewegen. U kunt een sterkere pijnstiller erbij "
                "krijgen als de pijn niet genoeg minder wordt.",
            ),
            (1, "Paracetamol op vaste tijden."),
            (1, "Pijnstiller die ontstekingen remt, zoals ibuprofen of naproxen."),
            (1, "Een heel sterke pijnstiller, zoals tramadol of morfine."),
            (
                1,
                "Prikken in de rug: als u veel pijn houdt ondanks genoeg pijnstillers. Een neuroloog kan u doorsturen "
                "naar een pijn-polikliniek. In de prikken zitten medicijnen tegen ontstekingen.",
            ),
        ],
        OPERATIE: [
            (0, "Voor de hernia-operatie wordt u meestal met medicijnen in slaap gebracht (narcose)."),
            (
                0,
                "Soms krijgt u alleen verdoving in uw rug (ruggenprik). Uw onderlichaam is verdoofd, maar u blijft "
                "wakker.",
            ),
            (0, "De chirurg maakt een snee in uw rug."),
            (0, "De chirurg zoekt de hernia en zenuwbaan waar de hernia tegenaan drukt."),
            (0, "De chirurg haalt een stukje van een tussenwervel-schijf weg."),
            (0, "De meeste mensen kunnen de dag na de operatie weer naar huis."),
        ],
    },
    "Wanneer worden de klachten minder?": {
        BEWEGEN: [
            (
                0,
                "Bij 75 van de 100 mensen zijn de klachten minder of bijna over binnen 12 weken (vanaf het begin van "
                "de klachten).",
            ),
            (
                0,
                "Prikken in de rug: Het is niet goed te voorspellen wie goed of minder goed reageert op de prikken. "
                "Vooral in de eerste 4 weken na de prikken is de beenpijn een beetje minder.",
            ),
            (0, "Na 1 jaar:"),
            GEEN_KLACHTEN,
            WEL_KLACHTEN,
        ],
        OPERATIE: [
            (
                0,
                "De meeste mensen hebben ongeveer 3 weken na de operatie veel minder pijn in het been. Soms wordt de "
                "pijn na 8 weken pas minder.",
            ),
            (0, "Rugpijn wordt meestal niet minder na een operatie."),
            (0, "Na 1 jaar:"),
            GEEN_KLACHTEN,
            WEL_KLACHTEN,
        ],
    },
    "Wat zijn de risico’s en bijwerkingen?": {
        BEWEGEN: [
            (0, "Bewegen heeft geen risico’s of bijwerkingen."),
            (0, "Paracetamol: is de pijnstiller met de minste bijwerkingen."),
            (0, "Pijnstiller die ontstekingen remt:"),
            (1, "Buikpijn, misselijk zijn en diarree (bij 20 van de 100 mensen)."),
            (
                1,
                "Bloeding in maag of darmen (bij minder dan 1 van de 100 mensen). Daarom krijgt u soms een extra "
                "medicijn dat uw maag beschermt.",
            ),
            (1, "Meer kans op nierproblemen, trombose en ziekten van hart en bloedvaten."),
            (0, "Heel sterke pijnstillers:"),
            (1, "Deze zijn verslavend. Dit is belangrijk om te weten voor u ermee begint."),
            (
                1,
                "Misselijk zijn, duizelig zijn (bij meer dan 10 van de 100 mensen), hoofdpijn, slaperig zijn, droge "
                "mond, weinig poepen en harde, droge poep (verstopping).",
            ),
            (1, "Let op bij autorijden of machines gebruiken."),
            (0, "Prikken in de rug:"),
            (
                1,
                "Hoofdpijn die weer overgaat, tijdelijk ergere pijn in rug of been, tijdelijk minder kracht of gevoel "
                "in het been, bloeding of ontsteking op de plek van de prik.",
            ),
        ],
        OPERATIE: [
            (0, "Minder kracht in uw been. Dit gaat vaak na een paar maanden vanzelf over."),
            (0, "Bloeding rond de zenuw in de rug (bij 5 van de 100 mensen). Dan is soms nog een operatie nodig."),
            (
                0,
                "Een lek in het vlies dat de zenuwen beschermt (bij 4 van de 100 mensen). Dit kan hoofdpijn geven en "
                "een wond die niet dicht gaat. Meestal gaat dit na een paar dagen vanzelf over.",
            ),
            (0, "Ontsteking van de wond (bij 3 van de 100 mensen)."),
            (
                0,
                "Bloedpropje in de bloedvaten van de benen (trombose). U krijgt dan een dik, rood en pijnlijk been. "
                "U moet dan langere tijd bloedverdunners gebruiken.",
            ),
            (
                0,
                "Heel ernstige problemen (bij 1 van de 1000 mensen). Zoals verlamming of pijn in het been die niet "
                "meer overgaat.",
            ),
        ],
    },
    "Wat is de kans dat mijn klachten terugkomen?": {
        BEWEGEN: [TERUGKOMEN],
        OPERATIE: [TERUGKOMEN],
    },
    "Kan ik weer de dingen doen die ik voor de behandeling deed?": {
        BEWEGEN: [
            (0, "U kunt en mag alles gewoon doen."),
            BLIJF_BEWEGEN,
            (0, "U kunt direct weer werken. Bespreek dit met uw bedrijfsarts."),
        ],
        OPERATIE: [
            (0, "U kunt en mag de meeste gewone dingen doen. De eerste 8 weken kunt u beter niet tillen."),
            BLIJF_BEWEGEN,
            (0, "De meeste mensen kunnen na 3 tot 8 weken weer werken. Bespreek dit met uw bedrijfsarts."),
        ],
    },
}

# First words of the paragraphs that the source prints without a bullet.
PARAGRAPHS = ("U heeft een hernia", "Bewegen is goed voor een hernia.", "De klachten kunnen terugkomen")
