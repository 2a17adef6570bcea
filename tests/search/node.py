"""The node that runs browser code outside a browser: the one bundled with Playwright, so that none need be installed."""

from playwright._impl._driver import compute_driver_executable

NODE = compute_driver_executable()[0]
