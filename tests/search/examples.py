"""A few entries that small indexes are made of."""

from avtaleverk.search.entries import Entry

PLAN = Entry(
    "p-plan",
    "",
    "Lag individuell plan",
    "",
    "",
    "Koordinator kaller inn til ansvarsgruppe.",
    kind="prosedyre",
    prior=1.6,
)
EPIKRISE = Entry("p-epikrise", "", "Send epikrise", "", "", "Legen sender epikrisen når pasienten reiser.", prior=1.6)
AVTALE = Entry("da05", "8.3", "Delavtale 5", "8.3 Epikrise", "", "Helseforetaket skal sende epikrise.", prior=1.0)
OLD = Entry("p-gammel", "", "Send epikrise på telefaks", "", "", "Epikrise sendes på telefaks.", current=False)
SYKEHJEM = Entry("p-sykehjem", "", "Plass på sykehjem", "", "", "Kommunen gir korttidsopphold på sykehjemmet.")
FONNA = Entry(
    "fonna/p-epikrise",
    "",
    "Send epikrise",
    "",
    "",
    "Legen sender epikrisen når pasienten reiser.",
    space="fonna",
    prior=1.6,
)
