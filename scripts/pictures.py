"""Pictures of the site for the README, taken from the site as it is built: `python scripts/pictures.py`.

Needs the development packages and Chromium on the PATH. Writes to `docs/bilder/`.
"""

import shutil
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "docs" / "bilder"
PHONE, DESKTOP = (390, 844), (1280, 860)

# name: the pages side by side, each with its screen and theme
SHOTS = {
    "forside": [("", DESKTOP, "light")],
    "oversikt": [
        ("innlandet/p-melding-utskrivningsklar/", PHONE, "light"),
        ("innlandet/da05/", DESKTOP, "light"),
    ],
    "telefon": [
        ("", PHONE, "light"),
        ("innlandet/rolle/sykepleier-sengepost/", PHONE, "light"),
        ("fonna/", PHONE, "dark"),
        ("akutt/", PHONE, "light"),
    ],
}


def main() -> None:
    """Take every picture from the site in `site/`."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(SimpleHTTPRequestHandler, directory=str(ROOT / "site")))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/"
    PICTURES.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for name, shots in SHOTS.items():
            take(browser, address, name, shots)
        browser.close()
    server.shutdown()


def take(browser: Browser, address: str, name: str, shots: list[tuple[str, tuple[int, int], str]]) -> None:
    """One picture: the pages in frames beside each other, photographed together."""
    frames = "".join(
        f'<iframe src="{address}{path}" style="width:{w}px;height:{h}px;border:1px solid #999;border-radius:12px;'
        f'color-scheme:{theme}"></iframe>'
        for path, (w, h), theme in shots
    )
    width = sum(w for _, (w, _), _ in shots) + 24 * (len(shots) + 1)
    page = browser.new_page(viewport={"width": width, "height": max(h for _, (_, h), _ in shots) + 48})
    page.set_content(f'<body style="margin:24px;display:flex;gap:24px;background:#e9edf1">{frames}')
    page.wait_for_load_state("networkidle")
    page.screenshot(path=PICTURES / f"{name}.png")
    page.close()


if __name__ == "__main__":
    main()
