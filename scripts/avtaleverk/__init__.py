"""Avtaleverk: check, cross-link and build a searchable site from cooperation agreements."""

VERSION = "0.1.0"
