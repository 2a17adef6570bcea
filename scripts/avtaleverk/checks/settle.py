"""Which findings count: waivers remove some, settings lower some, and calendar findings never block other files.

Waivers stand in the document, with a reason and an end date; severities are lowered in `pyproject.toml`, for all.
Neither has a flag on the command line.
"""

import tomllib
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from avtaleverk.checks.followers import without_followers
from avtaleverk.corpus.hints import nearest_hint
from avtaleverk.corpus.model import Corpus, Waiver
from avtaleverk.diagnostics import Diagnostic, Finding, Location, Severity
from avtaleverk.rules import RULES, declare

declare("AV510", "Unntaket er gått ut på dato", calendar=True)
declare("AV511", "Unntaket er ikke i bruk", Severity.ADVARSEL)
declare("AV516", "Regelen kan ikke settes til side")
declare("AV523", "Unntaket varer for lenge")
declare("AV013", "Innstillingen for alvorlighet kan ikke brukes")

SETTINGS = "pyproject.toml"
# No reason is good enough to waive or lower these: files that cannot be read, and what would harm a person or a reader.
NEVER_WAIVED = ("AV0", "AV701", "AV703", "AV706", "AV707", "AV709")
# Rules that compare a change with what was there before: their findings disappear once the change is made.
COMPARED = ("AV421", "AV425", "AV506", "AV514", "AV518", "AV520", "AV521", "AV522", "AV524", "AV525")
LONGEST = 2  # years that a waiver may last before somebody thinks of it again
WEIGHT = (Severity.MERKNAD, Severity.ADVARSEL, Severity.FEIL)


def settle(
    found: Iterable[Diagnostic], corpus: Corpus, today: date, lowered: Mapping[str, Severity], touched: frozenset[str]
) -> list[Diagnostic]:
    """The findings that count, sorted. `touched` holds the paths that the change under review touches."""
    kept = without_followers(_without_waived(list(found), corpus, today), corpus)
    waivers = [(d.path, waiver) for d in corpus.documents for waiver in d.waivers]
    expired = {(path, w.rule) for path, w in waivers if w.until < today and not w.rule.startswith(NEVER_WAIVED)}

    def weighed(diagnostic: Diagnostic) -> Diagnostic:
        at, code = diagnostic.at.path, diagnostic.code
        severity = lowered.get(code, diagnostic.severity)
        comes_by_itself = RULES[code].calendar or (at, code) in expired
        if comes_by_itself and severity is Severity.FEIL and at not in touched:
            severity = Severity.ADVARSEL
        return diagnostic if severity is diagnostic.severity else diagnostic._replace(severity=severity)

    return sorted(map(weighed, kept))


def _without_waived(found: list[Diagnostic], corpus: Corpus, today: date) -> list[Diagnostic]:
    waivers = [(d.path, w) for d in corpus.documents for w in d.waivers]
    valid = {(path, w.rule) for path, w in waivers if is_valid(w, today)}
    used = {(d.at.path, d.code) for d in found}
    kept = [d for d in found if (d.at.path, d.code) not in valid]
    for path, waiver in waivers:
        kept += _about(waiver, (path, waiver.rule) in used, today)
    return kept


def is_valid(waiver: Waiver, today: date) -> bool:
    """Whether the waiver applies today."""
    lasts = today <= waiver.until <= last_day(today)
    return lasts and waiver.rule not in COMPARED and not waiver.rule.startswith(NEVER_WAIVED)


def last_day(today: date) -> date:
    """The latest end date that a waiver may have."""
    year = today.year + LONGEST
    return today.replace(year=year, day=28) if (today.month, today.day) == (2, 29) else today.replace(year=year)


def _about(waiver: Waiver, used: bool, today: date) -> list[Diagnostic]:
    if waiver.rule not in RULES:
        message = f"Unntaket gjelder regelen «{waiver.rule}», som ikke finnes."
        return [RULES["AV511"].diagnostic(Finding(waiver.at, message, nearest_hint(waiver.rule.upper(), RULES)))]
    if waiver.rule.startswith(NEVER_WAIVED):
        message = f"{waiver.rule} verner personer og lesere, og kan ikke settes til side."
        hint = "Rett det som er galt, og slett linjen under «unntak»."
        return [RULES["AV516"].diagnostic(Finding(waiver.at, message, hint))]
    if waiver.rule in COMPARED:
        message = f"{waiver.rule} sier hva et forslag endrer, og kan ikke settes til side."
        hint = "Slett linjen under «unntak». Er endringen ment, lar du advarselen stå: den blir borte når forslaget er tatt inn."
        return [RULES["AV516"].diagnostic(Finding(waiver.at, message, hint))]
    if waiver.until > last_day(today):
        message = f"Unntaket fra {waiver.rule} varer til {waiver.until}. Lenger enn {LONGEST} år kan ingen vite at det trengs."
        hint = f"Skriv en dato som ikke er senere enn {last_day(today)}."
        return [RULES["AV523"].diagnostic(Finding(waiver.at, message, hint))]
    if waiver.until < today:
        message = f"Unntaket fra {waiver.rule} gjaldt til {waiver.until}."
        hint = f"Rett det som {waiver.rule} peker på, og slett linjen. Hvis unntaket trengs ennå, setter du en ny dato i «til» etter en ny vurdering."
        if not used:
            hint = f"Slett linjen: {waiver.rule} har ikke noe å si her lenger."
        return [RULES["AV510"].diagnostic(Finding(waiver.at, message, hint))]
    if not used:
        message = f"Unntaket fra {waiver.rule} trengs ikke: det er ikke noe å unnta."
        return [RULES["AV511"].diagnostic(Finding(waiver.at, message, "Slett linjen under «unntak»."))]
    return []


def lowered_severities(root: Path) -> tuple[dict[str, Severity], list[Diagnostic]]:
    """The table `[tool.avtaleverk.severity]` of `pyproject.toml`, and what is wrong with it."""
    path = root / SETTINGS
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8")).get("tool", {}) if path.is_file() else {}
        ours = table.get("avtaleverk", {})
        settings = dict(ours.get("severity", {}))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, AttributeError, TypeError, ValueError):
        return {}, [_setting("Filen kan ikke leses.", "Se at den følger TOML-formatet.")]
    good: dict[str, Severity] = {}
    other = [name for name in ours if name != "severity"]
    bad = [_setting(f"Tabellen «{name}» leses ikke.", "Skriv [tool.avtaleverk.severity].") for name in other]
    for code, word in settings.items():
        if code not in RULES or word not in set(WEIGHT):
            message = f"«{code} = {word}» er ikke en regel og en alvorlighet."
            bad.append(_setting(message, 'Skriv for eksempel: AV611 = "merknad".'))
        elif code.startswith(NEVER_WAIVED):
            bad.append(_setting(f"{code} verner personer og lesere, og kan ikke senkes.", "Slett linjen."))
        elif WEIGHT.index(Severity(word)) > WEIGHT.index(RULES[code].severity):
            bad.append(_setting(f"{code} kan ikke settes opp til «{word}».", "Alvorligheten kan bare senkes."))
        else:
            good[code] = Severity(word)
    return good, bad


def _setting(message: str, hint: str) -> Diagnostic:
    return RULES["AV013"].diagnostic(Finding(Location(SETTINGS), f"[tool.avtaleverk.severity]: {message}", hint))
