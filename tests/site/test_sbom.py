"""The bill of materials says what readers get and what the site was built with."""

import json

from avtaleverk.site.sbom import sbom
from tests.conftest import ROOT


def test_what_is_shipped_and_what_only_builds() -> None:
    bill = json.loads(sbom((ROOT / "requirements.lock").read_text("utf-8")))
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    scopes = {part["name"]: part["scope"] for part in bill["components"]}
    assert {name for name, scope in scopes.items() if scope == "required"} == {"lunr.js", "mkdocs-material"}
    assert {"markdown-it-py", "nh3", "mkdocs", "jinja2"} <= scopes.keys()
    references = [part["bom-ref"] for part in bill["components"]]
    assert bill["dependencies"][0]["dependsOn"] == references
    assert len(references) == len(set(references))
