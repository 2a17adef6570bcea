"""The picture for the README, taken from the built site: `python scripts/pictures.py`.

Needs the development packages and Chromium on the PATH. Writes `docs/bilder/oversikt.png`.
"""

import shutil
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parent.parent
PICTURE = ROOT / "docs" / "bilder" / "oversikt.png"
PHONE, DESKTOP = (390, 844), (1280, 860)

# The pages to show side by side, each with the size of its screen.
SHOTS = (("innlandet/p-melding-utskrivningsklar/", PHONE), ("innlandet/da05/", DESKTOP))


def main() -> None:
    """Take the picture from the site in `site/`."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(SimpleHTTPRequestHandler, directory=str(ROOT / "site")))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        take(browser, address)
        browser.close()
    server.shutdown()


def take(browser: Browser, address: str) -> None:
    """Take one screenshot of the pages in frames side by side."""
    frames = "".join(
        f'<iframe src="{address}{path}" style="width:{w}px;height:{h}px;border:1px solid #999;border-radius:12px"></iframe>'
        for path, (w, h) in SHOTS
    )
    width = sum(w for _, (w, _) in SHOTS) + 24 * (len(SHOTS) + 1)
    page = browser.new_page(viewport={"width": width, "height": max(h for _, (_, h) in SHOTS) + 48})
    page.set_content(f'<body style="margin:24px;display:flex;gap:24px;background:#e9edf1">{frames}')
    page.wait_for_load_state("networkidle")
    page.screenshot(path=PICTURE)
    page.close()


if __name__ == "__main__":
    main()
