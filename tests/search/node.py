"""The node that runs browser code outside a browser: the one bundled with Playwright, so that none need be installed."""

from pathlib import Path

import playwright

NODE = Path(playwright.__file__).parent / "driver" / "node"
