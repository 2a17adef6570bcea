"""Documents whose text or fields are hostile or careless, and those that are innocent; see `hostile_cases.py`."""

from tests.checks.hostile_cases import BODY, FRONT, WHOLE, Case, field, text, whole

TEXTS = [
    text("script", "<script>alert(1)</script>", "AV702"),
    text("handler", "<img src=x onerror=alert(1)>", "AV702"),
    text("svg in the text", "<svg/onload=alert(1)>", "AV702"),
    text("iframe", '<iframe src="https://example.org"></iframe>', "AV702"),
    text("style", "<style>body{display:none}</style>", "AV702"),
    text("html comment", "<!-- skjult -->", "AV702"),
    text("html over two lines", "<img\nsrc=x>", "AV702"),
    text("javascript link", "[a](javascript:alert(1))", "AV703"),
    text("javascript in capitals", "[a](JaVaScRiPt:alert(1))", "AV703"),
    text("vbscript", "[a](vbscript:x)", "AV703"),
    text("data link", "[a](data:text/html;base64,PHNjcmlwdD4=)", "AV703"),
    text("file link", "[a](file:///etc/passwd)", "AV703"),
    text("UNC link", "[a](\\\\server\\deling)", "AV703", "AV404"),
    text("UNC link with escaped signs", "[a](\\\\\\\\server\\\\deling)", "AV703"),
    text("javascript as reference", "[a][b]\n\n[b]: javascript:alert(1)\n\n", "AV703"),
    text("javascript autolink", "<javascript:alert(1)>", "AV703"),
    text("other scheme", "[a](ftp://example.org)", "AV404"),
    text("snippet", '--8<-- "mkdocs.yml"\n\n[a](../../../mkdocs.yml)', "AV404"),
    text("link out of the folder", "[a](../../../../etc/passwd)", "AV404"),
    text("link with a space in it", "[a](p varsel.md)", "AV626"),
    text("task that is not", "\n\n- [] gjort\n", "AV626"),
    text("bold that is not", "** viktig **", "AV626"),
    text("heading that is not", "\n\n###Kveld\n", "AV626"),
    text("thousands of backticks", "`a" * 50 + "`" * 9_000, "AV702"),
    text("token", "Logg på med ghp_AbCdEfGhIjKlMnOpQrStUvWxYz0123456789.", "AV708"),
    field("number of a person in a comment", "status: gjeldende # ring 91234567", "AV609"),
    field("name of a person in a comment", "status: gjeldende # spør Ola Hansen", "AV112"),
    whole(
        "password in a comment",
        "# passord: Sommer2026!\ntema: {navn: Tema}\n",
        "AV708",
        path="agreements/register/tema.yml",
        line=1,
    ),
    field("id of a page of the site", "id: index", "AV901"),
    text("image", "![a](https://example.org/spor.gif)", "AV616"),
    field("script in the title", 'tittel: "<script>alert(1)</script>"', "AV702"),
    field("script in the summary", 'sammendrag: "Ja <img src=x onerror=alert(1)>"', "AV702"),
    text("fødselsnummer", "17822999069", "AV701"),
    text("fødselsnummer with entities", "17822&#57;99069", "AV701"),
    text("section of characters", "<![CDATA[x]]>", "AV702"),
    text("processing instruction", "<?php x ?>", "AV702"),
    text("fødselsnummer with spaces", "178229 99069", "AV701"),
    text("fødselsnummer with dots", "17.82.29.99.069", "AV701"),
    text("fødselsnummer with zero-width spaces", "178229\u200b99069", "AV701", "AV704"),
    text("fødselsnummer over two lines of a quotation", "\n\n> Nummeret er 178229\n> 99069.\n", "AV701"),
    text("fødselsnummer over two lines of a list", "\n\n- Nummeret er 178229\n  99069.\n", "AV701"),
    text("fødselsnummer in a link", "[a](https://example.org/?q=17822999069)", "AV701"),
    field("fødselsnummer in a field", "sokeord: ['17822999069']", "AV701"),
    text("mistyped fødselsnummer", "010190 12345", "AV706"),
    text("date of birth", "Født 01.02.1980", "AV706"),
    text("zero-width space in a word", "pasi\u200bent", "AV704"),
    text("soft hyphen", "pasi\u00adent", "AV704"),
    text("right-to-left override", "\u202etneisap", "AV007"),
    text("hangul filler", "a\u3164b", "AV704"),
    text("isolate", "\u2066pasient\u2069", "AV704"),
    text("sign of emoji in a word", "pasi\ufe0fent", "AV704"),
    text("tag characters", "ja\U000e0041", "AV704"),
    text("byte order mark inside", "ja\ufeffnei", "AV704"),
    text("letter and ring", "a\u030a", "AV705"),
    text("cyrillic a", "p\u0430sient", "AV707"),
    text("greek o", "kommun\u03bf", "AV707"),
    text("merge markers", "\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> x\n", "AV008"),
    text("extra cell", "\n\n| a | b |\n|---|---|\n| 1 | 2 | 48 timer |\n", "AV621"),
    text("words after an opening fence", "\n\n```Ring ikke 113\nkode\n```\n", "AV621"),
    text("unused reference", "\n\n[frist]: https://example.org\n", "AV621"),
    text("list number lost", "\n\n1. a\n3. c\n", "AV622"),
    text("plus lost", "\n\n+ 47 00 00 00 01\n", "AV623"),
    text("half done", "TODO", "AV624"),
    text("unknown number", "Ring 22 33 44 55", "AV609"),
    text("unknown address", "Skriv til ola.nordmann@example.org", "AV609"),
    text("amount without year", "Det koster 5745 kroner.", "AV607"),
    text("amount that no register has", "Det koster 9999 kroner i 2024.", "AV607"),
    text("longer deadline", "Gjør det innen 72 timer.", "AV207"),
    text("first-level heading", "\n\n# Stor\n\nTekst\n", "AV614"),
    text("words of the other language", "Ho veit ikkje kva ho skal gjere.", "AV612"),
]

GUIDE = "docs/veiledning/ny.md"
GUIDES = [
    whole(f"guidance with {words}", f"# En side\n\nDette er en side.\n\n{words}\n", code, path=GUIDE, line=5)
    for words, code in (
        ("<img src=x onerror=alert(1)>", "AV702"), ("{{ config }}", "AV702"), ("--8<-- \"mkdocs.yml\"", "AV702"),
        ("[a](javascript:alert(1))", "AV703"), ("[a](java&#115;cript:alert(1))", "AV703"),
        ("[www.helsedirektoratet.no](https://ond.eksempel.org/)", "AV703"), ("[178229](index.md)99069", "AV701"),
    )
] + [
    whole("guidance with fields", "---\ntemplate: ond.html\n---\n# En side\n\nTekst.\n", "AV614", path=GUIDE, line=1),
    whole("guidance without a title", "Tekst.\n", "AV614", path=GUIDE, line=1),
    whole("program in the guidance", b"MZ", "AV010", path="docs/veiledning/a.exe"),
    whole("drawing in the guidance", "<svg onload=alert(1)/>", "AV010", path="docs/bilder/a.svg"),
    whole("settings of a server in the guidance", "<x/>", "AV010", path="docs/web.config"),
]  # fmt: skip

INNOCENT = [
    whole("picture in the guidance", b"\x89PNG", path="docs/bilder/a.png"),
    whole("guidance that shows code", "# En side\n\nDette er `<b>` og `{{ x }}`.\n\n```\n<b>\n[a](javascript:x)\n{% x %}\n```\n", path=GUIDE),
    text("kind of code", "\n\n``` text\nkode\n```\n\n~~~~\nkode\n~~~~\n"),
    text("code of another program that is shown", "\n\n```\n{{ config }} og {% include %}\n```\n"),
    text("sámi letters", "Sámi giella: á č đ ŋ š ŧ ž"),
    text("no-break space", "24\u00a0timer og «ja»"),
    text("narrow no-break space", "10\u202f000"),
    text("a year at the start of a line", "\n\n1986. Et år\n"),
    text("a third paragraph", "\n\n3. Tredje ledd\n"),
    text("number with country code", "Ring\n\n+47 00 00 00 01\n"),
    text("hash that is no heading", "\n\n#5 er ikke en overskrift\n"),
    text("multiplication", "2*3*4 = 24"),
    text("less than", "NEWS2 < 5 og > 3"),
    text("arrows and dashes", "→ – — ± ≥ ½ °C µg"),
    text("greek unit", "5 µg og 3 Ω"),
    text("emoji", "Bra 👍"),
    text("accent", "én, idé, kafé, fôr, Zoë"),
    text("account number", "Kontonummer 1234.56.78903"),
    text("organisation number", "Org.nr. 983 971 709"),
    text("dates in a row", "Se 2026-02-19, 2026-03-19 og 178229, 99068."),
    text("eleven digits that are no person", "Ordre 99999999999"),
    text("https link", "[Helsedirektoratet](https://www.helsedirektoratet.no/)"),
    text("Norwegian letters in an address", "[Nettstedet](https://www.blålys.no/x)"),
    text("abbreviation in an address", '[Loven](https://lovdata.no/dokument/NL/lov/ "Loven") og <https://lovdata.no/NL/>, `NL`'),
    text("telephone link", "[Nødnummer](tel:113)"),
    text("autolink", "<https://www.helsedirektoratet.no>"),
    text("ampersand", "Helse & omsorg &amp; mer"),
    text("backslash", "a\\*b og C:\\mappe"),
    text("address as the words of its own link", "[helsedirektoratet.no/veiledere](https://www.helsedirektoratet.no/x) og [1.2](https://lovdata.no/)"),
    text("signs of emoji", "Bra \u2764\ufe0f og 1\ufe0f\u20e3"),
    text("code", "Skriv `a*b` i feltet"),
    text("table with alignment", "\n\n| a | b |\n|:--|--:|\n| 1 | 2 |\n"),
    text("escaped pipe", "\n\n| a | b |\n|---|---|\n| 1 \\| 2 | 3 |\n"),
    text("task", "\n\n- [x] gjort\n- [ ] ikke gjort\n"),
    text("footnote", "Se fotnoten.[^1]\n\n[^1]: Teksten.\n"),
    text("definition", "\n\nOrd\n: Forklaring\n"),
    text("admonition", '\n\n!!! note "Husk"\n    Ring.\n'),
    text("hard break", "Linje én  \nLinje to"),
    text("list that starts at four", "\n\n4. fire\n5. fem\n"),
    text("nested list", "\n\n1. a\n   - b\n   - c\n2. d\n"),
    whole("byte order mark", b"\xef\xbb\xbf" + WHOLE.encode()),
    whole("windows line ends", WHOLE.replace("\n", "\r\n").encode()),
    whole("old mac line ends", WHOLE.replace("\n", "\r").encode()),
    whole("no last newline", WHOLE.rstrip("\n")),
    whole("many blank lines", WHOLE.replace("\n\n", "\n\n\n\n")),
    whole("other file name", WHOLE, path="prosedyrer/et-helt-annet-navn.md"),
    whole("in another folder", WHOLE, path="rutiner/2026/p-ny.md"),
    field("quoted fields", "tittel: 'Varsle: «innen» 24 timer & mer * eller ! mindre'"),
    field("block text", "sammendrag: >-\n  Sykepleieren varsler\n  tildelingskontoret."),
    field("comment", "tittel: Varsle # kort"),
    field("keys like Windows words", "sokeord: [con, aux, nul, ja, nei, on, off, '0301', 1.10, null, ~]"),
]  # fmt: skip

# What no message may repeat.
SECRETS = ("AbCdEf", "Sommer2026", "AKIAIOS", "MIIEow")
KEY = "ghp_AbCdEfGhIjKlMnOpQrStUvWxYz6543210987"
SECRET = [
    text("key of a service in a link", f"[a]({KEY})", "AV708"),
    text("key of a service in the words of a link", f"[{KEY}](p-mangler.md)", "AV708"),
    text("key of another service", "Bruk AKIAIOSFODNN7EXAMPLE i portalen.", "AV708"),
    text("private key", "\n\n-----BEGIN RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEA\n-----END RSA PRIVATE KEY-----\n", "AV708"),
    field("key of a service as an id", f"id: {KEY}", "AV708"),
    field("key of a service as a keyword", f"sokeord: [{KEY}]", "AV708"),
    field("password as a field", "passord: Sommer2026", "AV708"),
    field("password where a known word belongs", 'status: "passord: Sommer2026"', "AV708"),
    whole("password in a value of a register", "tema: {navn: Passord Sommer2026}\n", "AV708", path="agreements/register/tema.yml", line=1),
    whole("NUL in a register", b"tema: {navn: Te\0ma}\n", "AV007", path="agreements/register/tema.yml", line=1),
]  # fmt: skip

DECEIVING = [
    text("entities in a reference", "[a][b]\n\n[b]: java&#115;cript:alert(1)\n\n", "AV703"),
    text("data in a reference on two lines", "[a][b]\n\n[b]:\n data:text/html,x\n\n", "AV703"),
    text("javascript with a percent", "[a](%6Aavascript:alert(1))", "AV404"),
    text("address with another machine behind @", "[a](https://www.helsedirektoratet.no@ond.eksempel.org/)", "AV703"),
    text("machine that is a number", "[Rutinen](https://3232235777/x)", "AV703"),
    text("machine in letters that are coded", "[Rutinen](https://xn--hlsenorge-q8a.no/)", "AV703"),
    text("words that are another address", "[www.helsedirektoratet.no](https://ond.eksempel.org/)", "AV703"),
    text("words that end as the address", "[direktoratet.no](https://helsedirektoratet.no/)", "AV703"),
    text("picture with a handler in its title", '![a](https://example.org/a.png "x onerror=alert(1)")', "AV616"),
    text("SVG as a picture", "![a](data:image/svg+xml;base64,PHN2Zz4=)", "AV703"),
    text("digits of another width", "Ring １１３", "AV707"),
    text("digits of another script", "Vent ٥ minutter", "AV707"),
    text("letters of mathematics", "\U0001d5e5\U0001d5f6\U0001d5fb\U0001d5f4 dem", "AV707"),
    text("digit struck through by a sign", "Vent 5\u0336 minutter", "AV705"),
    text("variation selectors", "ja\U000e0100nei", "AV704"),
    field("joiner in an id", "id: p-n\u200dy", "AV704"),
    field("title that is turned about", "tittel: Varsle \u202eenummok", "AV007"),
    field("merge key in a list", "sokeord: [{<<: {id: x}}]", "AV103"),
    field("dashes in quotation marks", 'tittel: "Varsle\n---\nkommunen"', "AV003"),
    whole("two marks of byte order", b"\xef\xbb\xbf" * 2 + WHOLE.encode(), "AV704", line=1),
    whole("ten thousand footnotes", FRONT + BODY + "".join(f"a[^{n}]\n\n[^{n}]: b\n\n" for n in range(10_000)), "AV006"),
    whole("lists in each other", FRONT + BODY + "".join("  " * n + "- a\n" for n in range(150)), "AV006"),
    Case(
        "letters of another alphabet behind @",
        lambda c: c.replace("kontakter.yml", "apent:", "epost: post@\u0430\u0435\u043e.no, apent:"),
        frozenset({"AV707"}), "agreements/prove/kontakter.yml",
    ),
    whole("joiner in a file name", WHOLE, "AV011", path="prosedyrer/p-n\u200dy.md"),
]  # fmt: skip

# Ways of writing a personal number that readers see as one, or that a rule beside it would quote; each with `NUMBER`.
_PARTS, _NUMBER = ("178229", "99069"), "17822999069"
_CODED = "".join(f"%3{digit}" for digit in _NUMBER)
_RAISED = _NUMBER.translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"))
_WIDE = _NUMBER.translate({48 + n: 0xFF10 + n for n in range(10)})
PERSONS = [
    *(
        text(f"fødselsnummer written {words}", words.format(*_PARTS), "AV701")
        for words in (
            "{}\\_{}", "{}\\-{}", "{}~~{}~~", "`{}``{}`", "{}:{}", "{}, {}", "\n\n- {}\n- {}\n", "[{}](p-varsel.md){}",
            "\n\n| A |\n|---|\n| {} |\n| {} |\n", "{}**9906**9", "{}&nbsp;{}",
        )
    ),
    Case(
        "fødselsnummer in the published addresses",
        lambda c: c.write("adresser.txt", f"prove/p-gammel -> Pasient {_NUMBER} \x1b[2J.\n"),
        frozenset({"AV701"}), "adresser.txt", 1,
    ),
    text("fødselsnummer in raised digits", _RAISED, "AV701"),
    text("fødselsnummer coded in an address", f"[a](https://example.org/?p={_CODED})", "AV701"),
    text("fødselsnummer in wide digits", _WIDE, "AV701"),
    field("fødselsnummer in two keywords", "sokeord: ['{}', '{}']".format(*_PARTS), "AV701"),
    field("fødselsnummer with an escaped digit", f'fagansvarlig: "Sykepleier \\x31{_NUMBER[1:]}"', "AV701"),
    *(
        field(f"fødselsnummer quoted as {line}", line, "AV701")
        for line in (
            f'"{_NUMBER}": x', f'"{_WIDE}": x', f'"{_NUMBER}": x\n"{_NUMBER}": y', f'lovkrav: ["{_NUMBER}"]', f'gyldig_til: "{_NUMBER}"',
            f'sprak: "{_NUMBER}"', f'type: "{_NUMBER}"', f"id: P_{_NUMBER}", f'tidligere_punkt: {{"{_NUMBER}": "3.1"}}',
            f'unntak: [{{regel: "{_NUMBER}", grunn: x, til: 2027-01-01}}]', f'sokeord: ["{_NUMBER}", "{_NUMBER}"]',
        )
    ),
    *(
        text(f"fødselsnummer quoted by {words}", words.replace("NUMBER", _NUMBER), "AV701")
        for words in (
            "[a](p-NUMBER.md)", "[a](p-178229%2099069.md)", "[a](../delavtaler/da05.md#NUMBER)", "[a](xNUMBER:y)", "innen NUMBER timer",
            "NUMBER kroner", "\n\n| a |\n|---|\n| 1 | NUMBER |\n",
        )
    ),
]  # fmt: skip

HOSTILE_TEXTS = [*GUIDES, *PERSONS, *SECRET, *DECEIVING, *TEXTS]
