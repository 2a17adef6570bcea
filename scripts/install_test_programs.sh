#!/bin/sh
# Install the programs that the tests need: Chromium, nginx, and a font.
set -eu
missing=""
command -v chromium >/dev/null || missing="chromium fonts-dejavu-core"
PATH="$PATH:/usr/sbin" command -v nginx >/dev/null || missing="$missing nginx-light"
# Tests measure printed pages in Arial, which Windows has; Liberation Sans has the same widths.
[ -n "$(find /usr/share/fonts -name 'LiberationSans-Regular*' 2>/dev/null)" ] || missing="$missing fonts-liberation"
[ -n "$missing" ] || exit 0
if ! command -v apt-get >/dev/null; then
    command -v chromium >/dev/null && exit 0
    echo "Install Chromium so that the command 'chromium' is found, and run 'make test' again." >&2
    exit 1
fi
run=""
[ "$(id -u)" = 0 ] || run="sudo"
$run apt-get update -qq
# shellcheck disable=SC2086
$run env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing
