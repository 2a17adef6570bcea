"""Serving: what the command starts it also stops, and it starts nothing on a port that is taken."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from avtaleverk.site.generator import serve
from tests.conftest import ROOT

GENERATOR = "import time\nprint('her', flush=True)\ntime.sleep(60)\n"


def test_the_generator_ends_with_the_command(tmp_path: Path) -> None:
    """Otherwise the port stays taken. The generator here only reports that it runs, and holds on to the pipe."""
    (tmp_path / "mkdocs").mkdir()
    (tmp_path / "mkdocs" / "__init__.py").touch()
    (tmp_path / "mkdocs" / "__main__.py").write_text(GENERATOR)
    environment = os.environ | {"PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT / 'scripts'}"}
    command = [sys.executable, "-m", "avtaleverk", "--root", str(tmp_path), "serve"]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as serving:
        assert serving.stdout and "her\n" in iter(serving.stdout.readline, "")
        serving.terminate()
        assert serving.communicate(timeout=20) == ("", None)
        assert serving.returncode == 0


def test_an_address_that_is_taken_is_told_before_anything_is_built(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        address = f"127.0.0.1:{other.getsockname()[1]}"
        assert serve(tmp_path, address) == 2
    assert capsys.readouterr().err.startswith(f"Et annet program bruker {address}.")
