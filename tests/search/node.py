"""The node that runs the browser's code outside a browser: the one that Playwright carries, so none need be installed."""

from playwright._impl._driver import compute_driver_executable

NODE = compute_driver_executable()[0]
