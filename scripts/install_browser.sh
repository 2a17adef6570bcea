#!/bin/sh
# Install Debian's Chromium, which the browser tests need; they fail without it.
set -eu
run=""
[ "$(id -u)" = 0 ] || run="sudo"
if ! command -v apt-get >/dev/null; then
    echo "Install Chromium so that the command 'chromium' is found, and run 'make test' again." >&2
    exit 1
fi
$run apt-get update -qq
$run env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core
