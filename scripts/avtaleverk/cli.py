"""The command `avtaleverk`: English words, Norwegian help and output."""

import os
import sys
from argparse import Namespace
from contextlib import suppress
from importlib import import_module
from pkgutil import iter_modules
from typing import NoReturn

from avtaleverk import VERSION, commands
from avtaleverk.arguments import Parser
from avtaleverk.system_errors import in_norwegian


def main(argv: list[str]) -> int:
    """Run a command; 0 when all is well, 1 when there are findings, 2 when the command cannot be run."""
    return run(read(argv))


def read(words: list[str]) -> Namespace:
    """Parse the command line."""
    parser = Parser(prog="avtaleverk", description="Kontroller, koble sammen og publiser samarbeidsavtaler.")
    parser.add_argument("--root", default=".", metavar="MAPPE", help="prosjektets rotmappe (standard: her)")
    parser.add_argument(
        "--version", action="version", version=f"avtaleverk {VERSION}", help="vis hvilken utgave dette er"
    )
    subparsers = parser.add_subparsers(dest="command", metavar="kommando", required=True)
    modules = {m.name.replace("_", "-"): m.name for m in iter_modules(commands.__path__)}
    # Only the command that is asked for is imported: the others need the whole program.
    for name in [name for name in modules if name in words] or modules:
        command = import_module(f"{commands.__name__}.{modules[name]}")
        subparser = subparsers.add_parser(name, help=command.HELP, description=command.HELP)
        command.configure(subparser)
        subparser.set_defaults(run=command.run)
    return parser.parse_args(words)


def run(args: Namespace) -> int:
    """Run the parsed command; return its exit code. When nobody reads what it says, it is 1: all was not said."""
    try:
        return int(args.run(args))
    except BrokenPipeError:
        sys.stderr.close()
        return 1
    except OSError as error:
        print(in_norwegian(error), file=sys.stderr)
        return 2


def program() -> NoReturn:
    """Entry point of the program. It exits without freeing memory, which would only take time."""
    args = read(sys.argv[1:])
    status = run(args)
    with suppress(BrokenPipeError):  # nobody reads it any more
        sys.stdout.flush()
    if not sys.stderr.closed:
        sys.stderr.flush()
    os._exit(status)


if __name__ == "__main__":
    program()
