"""The command line in Norwegian: help texts and error messages."""

import argparse
import re
from datetime import date
from typing import NoReturn

_HELP = (
    (r"^usage: ", "bruk: "),
    (r"^positional arguments:", "argumenter:"),
    (r"^options:", "valg:"),
    (r"show this help message and exit", "vis denne hjelpen"),
)
_ERRORS = (
    (r"unrecognized arguments: (.+)", r"Kommandoen kjenner ikke «\1»."),
    (r"the following arguments are required: (.+)", r"Her mangler \1."),
    (
        r"argument kommando: invalid choice: '(.*)' \(choose from (.*)\)",
        r"Det finnes ingen kommando «\1». Velg en av: \2.",
    ),
    (r"argument (.+?): invalid choice: '(.*)' \(choose from (.*)\)", r"\1 kan ikke være «\2». Velg en av: \3."),
    (r"argument (.+?): expected (?:one|at least one) argument", r"\1 mangler en verdi."),
    (r"argument (.+?): ignored explicit argument '(.*)'", r"\1 skal ikke ha noen verdi («\2»)."),
    (r"argument (.+?): invalid int value: '(.*)'", r"\1 må være et tall, ikke «\2»."),
    (r"ambiguous option: (\S+) could match (.+)", r"\1 kan bety flere ting: \2."),
    (r"argument (.+?): (.+)", r"\1: \2"),
)


class Parser(argparse.ArgumentParser):
    """A parser whose help and error messages are in Norwegian."""

    def format_help(self) -> str:
        return _in_norwegian(super().format_help())

    def format_usage(self) -> str:
        return _in_norwegian(super().format_usage())

    def error(self, message: str) -> NoReturn:
        """Print what is wrong and how to get help; exit with code 2."""
        matches = ((re.search(pattern, message, re.DOTALL), words) for pattern, words in _ERRORS)
        said = next((found.expand(words).replace("'", "") for found, words in matches if found), message)
        self.exit(2, f"{said}\nSkriv «{self.prog} --help» for å se hva som kan skrives.\n")


def _in_norwegian(text: str) -> str:
    for pattern, words in _HELP:
        text = re.sub(pattern, words, text, flags=re.MULTILINE)
    return text


def address(text: str) -> str:
    """A machine and a port on the command line, such as 127.0.0.1:8000. Raises ArgumentTypeError."""
    found = re.fullmatch(r"(?:[\w.-]+|\[[\da-fA-F:]+\]):(\d{1,5})", text)
    if not found or not 0 < int(found[1]) < 1 << 16:
        raise argparse.ArgumentTypeError(f"«{text}» er ingen adresse. Skriv maskin og tall slik: 127.0.0.1:8000.")
    return text


def given(text: str) -> str:
    """A text that is not empty, as the value of an unset variable is. Raises ArgumentTypeError."""
    if not text.strip():
        raise argparse.ArgumentTypeError("Her mangler en verdi. Er en variabel tom?")
    return text


def day(text: str) -> date:
    """Parse a date on the command line, written ÅÅÅÅ-MM-DD. Raises ArgumentTypeError."""
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
            return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"«{text}» finnes ikke i kalenderen.") from None
    found = re.fullmatch(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})", text)
    example = f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}" if found else "2027-09-30"
    raise argparse.ArgumentTypeError(f"«{text}» er ingen dato. Skriv år, måned og dag slik: {example}.")
