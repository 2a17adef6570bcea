"""The generated configuration, in the real nginx, while releases come and go under the readers."""

import gzip
import http.client
import re
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from avtaleverk.cli import main
from avtaleverk.publish.publish import publish, roll_back
from avtaleverk.site.policy import security_headers
from avtaleverk.site.server.nginx import quoted
from tests.small_site import AGREEMENT, make_site

NGINX = shutil.which("nginx", path="/usr/sbin:/usr/bin:/usr/local/sbin:/usr/local/bin")
NOW = 1_800_000_000
MOVED = {"prove/ta5": "da05", "gammel": "da05"}


class Server:
    """A running nginx that shows a target under /avtaler/."""

    def __init__(self, target: Path, port: int) -> None:
        self.target, self.port = target, port

    def get(self, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, body


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def sites(folder: Path) -> tuple[Path, Path]:
    """Two builds whose pages have the same size."""
    later = AGREEMENT.replace("24 timer", "48 timer")
    return (
        make_site(folder / "a", build="a", style="p{color:#001}", redirects=MOVED),
        make_site(folder / "b", build="b", agreement=later, style="p{color:#002}", redirects=MOVED),
    )


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """nginx with the generated location, and around it only what a test needs."""
    target, port = tmp_path / 'mine "avtaler"', free_port()
    publish(sites(tmp_path)[0], target, NOW, path="/avtaler/")
    tmp_path.chmod(0o755)
    http, location = (quoted(str(target / "server/nginx" / name)) for name in ("http.conf", "location.conf"))
    main = tmp_path / "nginx.conf"
    user = "user root;" if tmp_path.owner() == "root" else ""
    main.write_text(
        f"daemon off; {user} pid {tmp_path}/pid; error_log {tmp_path}/error.log warn; worker_processes 2;\n"
        f"events {{}}\nhttp {{ access_log off; include {http};\n"
        f"client_body_temp_path {tmp_path}/b; proxy_temp_path {tmp_path}/p; fastcgi_temp_path {tmp_path}/f;\n"
        f"uwsgi_temp_path {tmp_path}/u; scgi_temp_path {tmp_path}/s;\n"
        f"server {{ listen 127.0.0.1:{port}; server_tokens off; include {location}; }} }}\n"
    )
    with started(main, tmp_path / "error.log"):
        running = Server(target, port)
        wait_until_up(running)
        yield running


@contextmanager
def started(configuration: Path, log: Path) -> Iterator[None]:
    """A running nginx; the test fails if its error log is not empty in the end."""
    assert NGINX, "nginx is not installed: see scripts/install_test_programs.sh"
    process = subprocess.Popen([NGINX, "-e", str(log), "-c", str(configuration)])
    try:
        yield
    finally:
        process.terminate()
        process.wait(timeout=10)
    assert "[warn]" not in log.read_text()


def wait_until_up(server: Server) -> None:
    for _ in range(100):
        try:
            server.get("/avtaler/")
            return
        except OSError:
            time.sleep(0.05)
    raise AssertionError("nginx did not start")


def wait_for_page(server: Server, words: bytes, **headers: str) -> bytes:
    """The page when it has the words, since each of nginx's workers may cache an open file for a second."""
    for _ in range(200):
        body = server.get("/avtaler/da05/", **headers)[2]
        if words in body:
            return body
        time.sleep(0.05)
    raise AssertionError(f"{words!r} never came")


def test_every_answer_carries_the_headers(server: Server) -> None:
    for path in ("/avtaler/", "/avtaler/da05/", "/avtaler/finnes-ikke/", "/avtaler/status.json"):
        _, headers, _ = server.get(path)
        assert {name: headers.get(name.lower()) for name in security_headers()} == security_headers(), path
        assert headers["cache-control"] == "no-cache"
        assert "nginx/" not in headers["server"]


def test_kinds_of_files_and_how_long_they_are_kept(server: Server) -> None:
    (style,) = (server.target / "current/assets").glob("stil.*.css")
    status, headers, _ = server.get(f"/avtaler/assets/{style.name}")
    assert (status, headers["content-type"]) == (200, "text/css; charset=utf-8")
    assert headers["cache-control"] == "public, max-age=31536000, immutable"
    assert server.get("/avtaler/da05/")[1]["content-type"] == "text/html; charset=utf-8"
    assert server.get("/avtaler/assets/borte.0123456789ab.css")[1]["cache-control"] == "no-cache"


def test_the_twin_made_in_advance_is_sent(server: Server) -> None:
    _, headers, body = server.get("/avtaler/da05/", Accept_Encoding="gzip")
    assert headers["content-encoding"] == "gzip"
    assert headers["vary"] == "Accept-Encoding"
    assert gzip.decompress(body) == (server.target / "current/da05/index.html").read_bytes()


def test_who_is_lost_finds_a_page_with_style_and_search(server: Server) -> None:
    for path in ("/avtaler/x", "/avtaler/da05/x/y/", "/avtaler/assets/", "/avtaler/web.config"):
        status, _, body = server.get(path)
        assert status == 404, path
        if path != "/avtaler/web.config":
            assert b'href="/avtaler/assets/stil.' in body


def test_addresses_without_a_slash_lead_on(server: Server) -> None:
    assert server.get("/avtaler")[:2][1]["location"] == "/avtaler/"
    assert server.get("/avtaler/da05")[1]["location"] == "/avtaler/da05/"


def test_former_addresses_lead_on(server: Server) -> None:
    for path in ("prove/ta5", "prove/ta5/", "gammel/"):
        status, headers, _ = server.get(f"/avtaler/{path}")
        assert (status, headers["location"]) == (301, "/avtaler/da05/")
        assert {name: headers.get(name.lower()) for name in security_headers()} == security_headers()
        assert headers["cache-control"] == "no-cache"
    assert server.get("/gammel/")[0] == 404
    assert server.get("/avtaler/gammel/x")[0] == 404


def test_a_page_of_the_same_size_is_never_called_unchanged(server: Server, tmp_path: Path) -> None:
    _, headers, before = server.get("/avtaler/da05/")
    assert server.get("/avtaler/da05/", If_None_Match=headers["etag"])[0] == 304
    publish(tmp_path / "b", server.target, NOW)
    assert len(wait_for_page(server, b"48 timer", If_None_Match=headers["etag"])) == len(before)
    wait_for_page(server, b"48 timer", If_Modified_Since=headers["last-modified"])


@pytest.mark.parametrize("symlinks", [True, False], ids=["symlink", "rename"])
def test_readers_notice_nothing_while_releases_come_and_go(server: Server, tmp_path: Path, symlinks: bool) -> None:
    if not symlinks:
        (server.target / "current").unlink()
    whole = {(tmp_path / s / "da05/index.html").read_bytes() for s in "ab"}
    wrong: list[object] = []
    read = 0
    stop = threading.Event()

    def reader() -> None:
        nonlocal read
        while not stop.is_set():
            status, _, page = server.get("/avtaler/da05/")
            if status != 200 or page not in whole:
                wrong.append((status, page))
                continue
            style = page.split(b'href="../assets/')[1].split(b'"')[0].decode()
            status, _, body = server.get(f"/avtaler/assets/{style}")
            if status != 200 or not body:
                wrong.append((status, style))
            read += 1

    publish(tmp_path / "a", server.target, NOW, symlinks=symlinks)
    threads = [threading.Thread(target=reader) for _ in range(4)]
    for thread in threads:
        thread.start()
    for n in range(20):
        publish(tmp_path / "ba"[n % 2], server.target, NOW, symlinks=symlinks)
        if n % 5 == 4:
            roll_back(server.target, symlinks)
    stop.set()
    for thread in threads:
        thread.join()
    assert wrong == []
    assert read > 20


def test_a_running_site_is_compared_with_what_was_published(
    server: Server, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    address = f"http://127.0.0.1:{server.port}/avtaler"
    current = str(server.target / "current")
    assert main(["check-live", address]) == 0
    assert main(["check-live", address, "--site", current]) == 0
    assert main(["check-live", address, "--site", str(tmp_path / "b")]) == 1
    assert "da05/index.html: har et annet innhold" in capsys.readouterr().out
    assert main(["check-live", f"{address}/finnes-ikke/"]) == 2
    assert main(["check-live", "file:///etc/"]) == 2


def test_the_configuration_of_the_container_shows_the_site(tmp_path: Path) -> None:
    """The paths that the image has under /etc and /srv are replaced by those of the published files, and Debian's modules
    are left out."""
    target, port = tmp_path / "target", free_port()
    publish(sites(tmp_path)[0], target, NOW, path="/avtaler/")
    release = re.search(r"COPY (\S+)/ /srv", (target / "server/Containerfile").read_text(encoding="utf-8"))
    assert release
    inside = tmp_path / "etc"
    shutil.copytree(target / "server/container", inside)
    (inside / "lokalt/brotli.conf").unlink()
    places = {
        "/etc/avtaleverk": str(inside), "/srv/avtaleverk": str(target / release[1]), "/tmp/": f"{tmp_path}/",
        "/dev/stderr": f"{tmp_path}/error.log", "listen 8080": f"listen 127.0.0.1:{port}",
        "/etc/nginx/modules-enabled": f"{tmp_path}/none",
    }  # fmt: skip
    for file in inside.glob("*.conf"):
        text = file.read_text(encoding="utf-8")
        file.write_text(re.sub("|".join(places), lambda found: places[found[0]], text), encoding="utf-8")
    tmp_path.chmod(0o755)
    if tmp_path.owner() == "root":
        (inside / "nginx.conf").write_text(f"user root; {(inside / 'nginx.conf').read_text('utf-8')}", "utf-8")
    with started(inside / "nginx.conf", tmp_path / "error.log"):
        server = Server(target, port)
        wait_until_up(server)
        status, headers, body = server.get("/avtaler/da05/")
        assert (status, body) == (200, (target / release[1] / "da05/index.html").read_bytes())
        assert security_headers().items() <= {n: headers.get(n.lower()) for n in security_headers()}.items()
        assert server.get("/avtaler/gammel/")[1]["location"] == "/avtaler/da05/"
        assert server.get("/avtaler/finnes-ikke")[0] == 404
