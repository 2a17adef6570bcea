"""The pipelines: they check, build, verify and publish, and what comes from a proposal is given no secrets."""

import argparse
import re
import subprocess
import sys
from importlib import import_module
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT

PROPOSAL = ".github/workflows/pull-request.yml"
RELEASE = ".github/workflows/publish.yml"
GITLAB = ".gitlab-ci.yml"
FILES = (PROPOSAL, RELEASE, GITLAB)


def read(name: str) -> Any:
    """The pipeline; YAML reads GitHub's key `on` as true."""
    return yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))


def scripts(job: dict[str, Any]) -> str:
    """All shell lines of a job, in order."""
    steps = [step.get("run", "") for step in job.get("steps", ())]
    return "\n".join([*steps, *job.get("before_script", ()), *job.get("script", ())])


JOBS = {(name, job): content for name in FILES[:2] for job, content in read(name)["jobs"].items()} | {
    (GITLAB, job): read(GITLAB)[job] for job in ("check", "publish")
}


@pytest.mark.parametrize("name", FILES)
def test_a_pipeline_follows_the_published_schema(name: str) -> None:
    schema = "vendor.gitlab-ci" if name == GITLAB else "vendor.github-workflows"
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(ROOT / name)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("name", FILES)
def test_a_pipeline_holds_no_secrets_and_installs_only_what_is_pinned(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert not re.search(r"secrets\.|TOKEN|PASSWORD|pull_request_target", text)
    assert "--require-hashes" in text


@pytest.mark.parametrize("job", JOBS.values(), ids=map(str, JOBS))
def test_every_command_of_a_pipeline_exists_with_its_options(job: dict[str, Any]) -> None:
    lines = re.findall(r"avtaleverk ([a-z-]+)([^\n;|>]*)", scripts(job))
    assert lines
    for command, options in lines:
        parser = argparse.ArgumentParser(exit_on_error=False)
        import_module(f"avtaleverk.commands.{command.replace('-', '_')}").configure(parser)
        parser.parse_args(options.split())


@pytest.mark.parametrize("job", JOBS.values(), ids=map(str, JOBS))
def test_every_script_of_a_pipeline_is_sound_shell(job: dict[str, Any]) -> None:
    done = subprocess.run(["sh", "-n"], input=scripts(job), text=True, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("name", FILES[:2])
def test_a_workflow_may_only_read(name: str) -> None:
    workflow = read(name)
    assert workflow["permissions"] == {"contents": "read"}
    assert all("permissions" not in job for job in workflow["jobs"].values())


def test_a_proposal_is_never_published() -> None:
    assert set(read(PROPOSAL)[True]) == {"pull_request"}
    assert set(read(RELEASE)[True]) == {"push", "schedule"}
    assert read(RELEASE)[True]["push"] == {"branches": ["main"]}
    assert all("self-hosted" not in str(job["runs-on"]) for job in read(PROPOSAL)["jobs"].values())
    assert "publish " not in scripts(JOBS[PROPOSAL, "check"]) + scripts(JOBS[GITLAB, "check"])
    [rule] = JOBS[GITLAB, "publish"]["rules"]
    assert rule == {"if": "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH && $PUBLISH_TARGET"}
    assert JOBS[RELEASE, "publish"]["if"] == "vars.PUBLISH_TARGET != ''"


@pytest.mark.parametrize(("name", "job"), [(PROPOSAL, "check"), (RELEASE, "release"), (GITLAB, "check")])
def test_what_is_proposed_and_what_is_published_is_verified(name: str, job: str) -> None:
    made = re.findall(r"avtaleverk ([a-z-]+)", scripts(JOBS[name, job]))
    assert [word for word in made if word != "check"] == ["addresses", "build", "verify"]


@pytest.mark.parametrize("name", [RELEASE, GITLAB])
def test_what_is_published_was_verified_and_loses_no_address(name: str) -> None:
    last = JOBS[name, "publish"]
    done = re.findall(r"avtaleverk ([a-z-]+)", scripts(last))
    assert done == ["addresses", "publish", "check-live"]
    assert "current/manifest.json" in scripts(last)
    assert last["needs"] in ("release", ["check"])
