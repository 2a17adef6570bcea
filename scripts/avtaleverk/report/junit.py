"""Findings as a JUnit report: one test case per finding; only errors are failures."""

import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from avtaleverk.diagnostics import Diagnostic, Severity

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def report(found: Sequence[Diagnostic], documents: int) -> str:
    """One suite; without findings it holds one test that passed."""
    failures = sum(d.severity is Severity.FEIL for d in found)
    suites = Element("testsuites")
    suite = SubElement(
        suites, "testsuite", name="avtaleverk", tests=str(len(found) or 1), failures=str(failures), errors="0"
    )
    for d in found:
        case = SubElement(suite, "testcase", classname=_xml(d.at.path), name=f"{d.code} {d.at.line}:{d.at.column}")
        text = _xml(f"{d.at}: {d.sentence}")
        if d.severity is Severity.FEIL:
            SubElement(case, "failure", message=_xml(d.message), type=d.code).text = text
        else:
            SubElement(case, "system-out").text = text
    if not found:
        SubElement(suite, "testcase", classname="avtaleverk", name=f"{documents} dokumenter")
    indent(suites)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(suites, encoding="unicode")


def _xml(text: str) -> str:
    return _NOT_XML.sub("?", text)
