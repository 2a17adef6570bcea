"""The two pipelines: they check, build and hold no secrets."""

import re

import pytest
import yaml

from avtaleverk.cli import main
from tests.conftest import ROOT

FILES = (".github/workflows/pull-request.yml", ".gitlab-ci.yml")


@pytest.mark.parametrize("name", FILES)
def test_pipeline_is_yaml_without_secrets(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert yaml.safe_load(text)
    assert not re.search(r"secrets\.|TOKEN|PASSWORD|pull_request_target", text)
    assert "--require-hashes" in text


@pytest.mark.parametrize("name", FILES)
def test_pipeline_uses_options_that_exist(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    with pytest.raises(SystemExit):
        main(["check", "--help"])
    known = capsys.readouterr().out
    used = set(re.findall(r"avtaleverk check (.*)", text)) and set(
        re.findall(r"(--(?:format|changed-since|fix))\b", text)
    )
    assert used
    assert all(option in known for option in used)


def test_pull_request_may_only_read() -> None:
    workflow = yaml.safe_load((ROOT / FILES[0]).read_text(encoding="utf-8"))
    assert workflow["permissions"] == {"contents": "read"}
    assert all("permissions" not in job for job in workflow["jobs"].values())
