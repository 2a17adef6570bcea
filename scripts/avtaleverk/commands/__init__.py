"""The commands, a module each: its help, its options, and what it does.

A command module has `HELP` (one Norwegian line), `configure(parser)` and `run(args) -> int`.
"""
