from avtaleverk.cli import program

program()
