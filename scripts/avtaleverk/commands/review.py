"""`avtaleverk review`: note that documents were reviewed, and stamp what they rest on."""

import argparse
import sys
from pathlib import Path

from avtaleverk import whole_file
from avtaleverk.arguments import day
from avtaleverk.corpus.model import Document, Reference
from avtaleverk.day import today
from avtaleverk.examine import Examined, examine
from avtaleverk.links.review import Reviewed, state_file, state_path, unstamped, with_review

HELP = "Før inn en gjennomgang, og merk hva dokumentene bygger på nå."


def configure(parser: argparse.ArgumentParser) -> None:
    """The documents, and what the review says."""
    parser.add_argument(
        "documents",
        nargs="*",
        metavar="ID",
        help="dokumentene, for eksempel innlandet/p-tidligmelding; uten id merkes bare det som er gjennomgått for hånd",
    )
    parser.add_argument(
        "--by", default="", metavar="HVEM", help="hvem som gikk gjennom, for eksempel «FSU utskrivning»"
    )
    parser.add_argument(
        "--conclusion",
        default="",
        metavar="TEKST",
        help="hva de kom fram til, for eksempel «Videreføres uten endring.»",
    )
    parser.add_argument("--date", type=day, default=today(), metavar="ÅÅÅÅ-MM-DD", help="dagen")


def run(args: argparse.Namespace) -> int:
    """0 when done, 2 when a document does not exist, or the review lacks who, what or a possible day."""
    root = Path(args.root)
    examined = examine(root, args.date)
    chosen = {id: examined.corpus.document(Reference.parse(id, "")) for id in args.documents}
    if missing := [id for id, document in chosen.items() if document is None]:
        like = [str(d.reference) for d in examined.corpus.documents if d.id in missing]
        hint = f"Mente du {' eller '.join(like)}?" if like else "Skriv helsefellesskapet og id-en: innlandet/da05."
        print(f"Finner ikke {', '.join(missing)}. {hint}", file=sys.stderr)
        return 2
    documents = list(filter(None, chosen.values()))
    if (documents or args.by or args.conclusion) and (wrong := _wrong(args, documents)):
        print(wrong, file=sys.stderr)
        return 2
    for document in documents:
        if _is_entered(document, args):
            print(f"{document.reference} har denne gjennomgangen fra før.")
        else:
            _enter(root / document.path, Reviewed(args.date, args.by, args.conclusion))
    _stamp(root, examine(root, args.date), [document.path for document in documents])
    return 0


def _is_entered(document: Document, args: argparse.Namespace) -> bool:
    same = (args.date, args.by, args.conclusion)
    return any((review.held, review.by, review.conclusion) == same for review in document.reviews)


def _enter(path: Path, review: Reviewed) -> None:
    """Add the review to a document, whose lines end as they did."""
    text = path.read_bytes().decode("utf-8")
    end = "\r\n" if "\r\n" in text else "\n"
    after = with_review(text.replace("\r\n", "\n"), review)
    whole_file.write(path, after.replace("\n", end).encode())


def _wrong(args: argparse.Namespace, documents: list[Document]) -> str:
    """What the review lacks, in words for the editor; "" when it is whole."""
    if not documents:
        return "Skriv hvilke dokumenter de gikk gjennom: avtaleverk review innlandet/p-tidligmelding …"
    if not args.by:
        return 'Skriv hvem som gikk gjennom: --by "FSU utskrivning".'
    if not args.conclusion:
        return 'Skriv hva de kom fram til: --conclusion "Videreføres uten endring.".'
    if args.date > today():
        return f"{args.date} har ikke vært ennå. Skriv dagen da de gikk gjennom: --date ÅÅÅÅ-MM-DD."
    later = [d for d in documents if d.last_review and d.last_review > args.date]
    if later:
        return f"{later[0].reference} har en senere gjennomgang, fra {later[0].last_review}. Skriv den nye dagen: --date ÅÅÅÅ-MM-DD."
    return ""


def _stamp(root: Path, examined: Examined, paths: list[str]) -> None:
    """Stamp the documents just reviewed, or all that lack a stamp of their last review."""
    fresh: list[Document] = [d for d in examined.corpus.documents if d.path in paths] or unstamped(examined.corpus)
    if not fresh:
        print("Alle gjennomganger er merket fra før.")
    for space in sorted({document.home for document in fresh}):
        text = state_file(examined.corpus, examined.web, space, fresh)
        whole_file.write(root / state_path(space), text.encode())
    for document in fresh:
        print(f"{document.reference} er merket.")
