"""A whole project around some content: what the generator needs beside it, and how to run commands in it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT


def put_around(root: Path) -> None:
    """Copy the real configuration, hook and theme to the folder of the content."""
    shutil.copytree(ROOT / "scripts/theme", root / "scripts/theme")
    for name in ("mkdocs.yml", "scripts/mkdocs_hook.py"):
        shutil.copy(ROOT / name, root / name)


def run(root: Path, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a Python module in the project."""
    variables = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT / "scripts")} | environment
    return subprocess.run(
        [sys.executable, "-m", *command], cwd=root, env=variables, capture_output=True, text=True, check=False
    )
