"""The table of the fields of a document, from which both the reader and the JSON Schema are made.

Which types require which fields is in `agreements/register/typer.yml` (`krever`).
"""

from avtaleverk.corpus import model
from avtaleverk.corpus.kinds import Choice, Day, DocRef, Identifier, Line, Ref, Span, Text
from avtaleverk.corpus.records import ByKey, Either, Field, Many, record

STATUSES = ("utkast", "horing", "forhandles", "mekling", "til_behandling", "gjeldende", "utgatt")
OVERORDNET = ("overordnet",)
PASIENTNAER = ("pasientnaer",)

_day, _text, _id = Day(), Text(), Identifier()

DEADLINE = record(
    model.Deadline,
    Field("id", "id", _id, "Fristens id, som prosedyrene viser til.", required=True),
    Field("hva", "what", _text, "Hva som skal gjøres.", required=True),
    Field("innen", "within", Span(), "Hvor fort: «24 timer», «straks», «ved utskrivning».", required=True),
    Field("fra", "since", _text, "Når fristen begynner å løpe."),
    Field("hvem", "by", Ref("roller"), "Rollen som har fristen.", required=True),
    Field("til", "to", Many(Ref("roller")), "Rollene som skal ha det."),
    Field("punkt", "clause", _text, "Punktet i dette dokumentet som fastsetter fristen.", required=True),
    Field("lovkrav", "law", Ref("lovkrav"), "Lovkravet fristen bygger på."),
)
SIGNATURE = record(
    model.Signature,
    Field("part", "party", _text, "Parten som har signert, eller «alle-kommuner».", required=True),
    Field("dato", "signed", _day, "Når parten signerte.", required=True),
    Field("versjon", "version", _text, "Versjonen parten signerte.", required=True),
    Field("forbehold", "reservation", _text, "Forbehold parten tok."),
)
INVOLVEMENT = record(
    model.Involvement,
    Field("hvem", "who", _text, "Organisasjonen eller utvalget som deltok.", required=True),
    Field("hvordan", "how", _text, "Hvordan de deltok.", required=True),
    Field("ar", "year", _text, "Året.", required=True),
)
DECISION = record(
    model.Decision,
    Field("organ", "organ", _id, "Organet som vedtok.", required=True),
    Field("droftet", "discussed", _day, "Når saken ble drøftet, før den ble vedtatt."),
    Field("dato", "decided", _day, "Når saken ble vedtatt.", required=True),
    Field("sak", "case", _text, "Saksnummeret."),
)
EVALUATION = record(
    model.Evaluation,
    Field("hvordan", "how", _text, "Hvordan avtalen evalueres.", required=True),
    Field("neste", "next", _day, "Neste evaluering."),
)
NOTICE = record(
    model.Notice,
    Field("av", "by", _text, "Parten som sa opp.", required=True),
    Field("dato", "given", _day, "Når avtalen ble sagt opp.", required=True),
    Field("meldt_helsedirektoratet", "directorate_told", _day, "Når RHF-et meldte fra til Helsedirektoratet."),
)
CHANGE = record(
    model.Amendment,
    Field("versjon", "version", _text, "Versjonen som endret noe.", required=True),
    Field("dato", "since", _day, "Når versjonen trådte i kraft.", required=True),
    Field("hva", "what", _text, "Hva som ble endret, i klarspråk.", required=True),
)
REVIEW = record(
    model.Review,
    Field("dato", "held", _day, "Når gjennomgangen ble gjort.", required=True),
    Field("av", "by", _text, "Hvem som gikk gjennom dokumentet.", required=True),
    Field("konklusjon", "conclusion", _text, "Hva de kom fram til.", required=True),
)
QUESTION = record(
    model.Question,
    Field("tekst", "text", _text, "Spørsmålet.", required=True),
    Field("svar", "answer", _text, "Det riktige svaret.", required=True),
    Field("galt", "wrong", Many(_text), "Svar som er gale.", required=True),
    Field("hjemmel", "clause", DocRef(clause=True), "Punktet som gir svaret."),
)
STEP = record(
    model.Step,
    Field("nr", "number", _text, "Nummeret i forløpet.", required=True),
    Field("tittel", "title", _text, "Hva som skjer i steget.", required=True),
    Field("dokumenter", "documents", Many(DocRef()), "Prosedyrene for steget."),
)
WAIVER = record(
    model.Waiver,
    Field("regel", "rule", _text, "Regelen, for eksempel AV605.", required=True),
    Field("grunn", "reason", _text, "Hvorfor regelen ikke passer her.", required=True),
    Field("til", "until", _day, "Hvor lenge unntaket gjelder.", required=True),
)

DOCUMENT = (
    Field("id", "id", _id, "Dokumentets faste id. Den gjenbrukes aldri.", required=True),
    Field("tittel", "title", Line(120), "Tittelen. For en prosedyre: oppgaven.", required=True),
    Field("type", "type", Ref("typer"), "Dokumenttypen.", required=True),
    Field("nummer", "number", Line(12), "Nummeret slik det brukes lokalt.", worlds=OVERORDNET),
    Field("sammendrag", "summary", Line(240), "Svaret i én eller to setninger.", required=True),
    Field("sprak", "language", Choice(("nb", "nn")), "Målform: nb eller nn.", required=True),
    Field("status", "status", Choice(STATUSES), "Hvor langt dokumentet er kommet.", required=True),
    Field("versjon", "version", Line(12), 'Versjonen, for eksempel "1.0".', required=True),
    Field("gyldig_fra", "valid_from", _day, "Datoen dokumentet gjelder fra.", required=True),
    Field(
        "gyldig_til", "valid_to", _day, "Siste dag dokumentet gjelder. Uten feltet gjelder det til det blir erstattet."
    ),
    Field("under", "under", DocRef(), "Avtalen dette dokumentet står under.", worlds=OVERORDNET),
    Field("hjemmel", "hjemmel", Many(DocRef(clause=True)), "Avtalepunktene dokumentet bygger på.", worlds=PASIENTNAER),
    Field("lovkrav", "lovkrav", Many(Ref("lovkrav")), "Lovkravene dokumentet oppfyller."),
    Field("bygger_paa", "builds_on", Many(Ref("kilder")), "Nasjonale kilder dokumentet bygger på."),
    Field("erstatter", "replaces", Many(DocRef()), "Dokumenter dette erstatter."),
    Field("erstattes_av", "replaced_by", Many(DocRef()), "Dokumenter som har erstattet dette."),
    Field("tidligere_id", "former_ids", Many(_id), "Id-er dokumentet har hatt før. Gamle adresser virker fortsatt."),
    Field("tidligere_punkt", "former_clauses", ByKey(_text), 'Gamle punktnumre og de nye: "4.2": "4.3".'),
    Field("parter", "parties", Many(_text), "Partene i avtalen.", worlds=OVERORDNET),
    Field("signert", "signatures", Many(SIGNATURE), "Hvem som har signert hvilken versjon når.", worlds=OVERORDNET),
    Field("brukermedvirkning", "involvement", Many(INVOLVEMENT), "Hvordan brukerne har medvirket."),
    Field("vedtak", "decisions", Many(DECISION), "Vedtakene bak dokumentet."),
    Field("evaluering", "evaluation", EVALUATION, "Hvordan og når avtalen evalueres.", worlds=OVERORDNET),
    Field("oppsagt", "notice", NOTICE, "Oppsigelse av avtalen.", worlds=OVERORDNET),
    Field("innsendt_helsedirektoratet", "sent_to_directorate", _day, "Når avtalen ble sendt inn.", worlds=OVERORDNET),
    Field("endringer", "changes", Many(CHANGE), "Hva hver versjon endret."),
    Field("gjennomgang", "reviews", Many(REVIEW), "Gjennomgangene, minst én i året.", required=True),
    Field("eier_kommune", "owner_kommune", Ref("roller"), "Kommunenes ansvarlige for dokumentet.", required=True),
    Field("eier_hf", "owner_hf", Ref("roller"), "Helseforetakets ansvarlige for dokumentet.", required=True),
    Field("fagansvarlig", "clinical_lead", Line(120), "Rollen som svarer for faget. Ikke navn på person."),
    Field("roller", "roles", Many(Ref("roller")), "Rollene som må kjenne dokumentet."),
    Field("faser", "phases", Many(Ref("faser")), "Hvor i forløpet dokumentet brukes."),
    Field("tema", "topics", Many(Ref("tema")), "Temaene dokumentet handler om."),
    Field(
        "pasientgrupper", "patient_groups", Many(Ref("pasientgrupper")), "Pasientgruppene dokumentet særlig gjelder."
    ),
    Field("ansvar", "side", Choice(("kommune", "helseforetak", "begge")), "Hvem som har oppgaven.", worlds=PASIENTNAER),
    Field(
        "frister",
        "deadlines",
        Many(Either(_id, DEADLINE)),
        "Frister: fastsatt i avtaler, vist til med id i prosedyrer.",
    ),
    Field("meldinger", "messages", Many(Ref("meldinger")), "Meldingene som sendes."),
    Field("satser", "rates", Many(Ref("satser")), "Satsene som gjelder."),
    Field("kontakter", "contacts", Many(Ref("roller")), "Rollene leseren trenger telefonnummeret til."),
    Field("sporsmal", "questions", Many(QUESTION), "Spørsmål til selvtesten.", worlds=PASIENTNAER),
    Field("steg", "steps", Many(STEP), "Stegene i et forløp.", worlds=PASIENTNAER),
    Field("ingen_prosedyre", "no_procedure", _text, "Hvorfor avtalen ikke trenger en prosedyre.", worlds=OVERORDNET),
    Field("unntak", "waivers", Many(WAIVER), "Regler som er satt til side her, med grunn og sluttdato."),
    Field("sokeord", "search_words", Many(_text), "Ord folk søker med, og som ikke står på siden."),
)
