#!/bin/sh
# What some tests need of the machine: Debian's Chromium (browser tests), Caddy (many processes) and clamd (virus scan). As root they are installed when they are
# missing; otherwise this says what to install.
updated=
have() {
  for name in "$@"; do
    command -v "$name" >/dev/null 2>&1 && return 0
  done
  return 1
}
need() {
  package=$1 tests=$2
  shift 2
  have "$@" && return 0
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing the package $package for the $tests." >&2
    [ -n "$updated" ] || apt-get update -qq >/dev/null 2>&1
    updated=yes
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$package" >/dev/null 2>&1 && return 0
  fi
  echo "There is no $package: the $tests will be SKIPPED. Install the package $package to run them." >&2
  [ "${CI:-}" != true ]
}
need chromium "browser tests" chromium chromium-browser google-chrome || exit 1
need caddy "tests with many processes" caddy || exit 1
need clamav-daemon "tests with a real virus scanner" clamd /usr/sbin/clamd || exit 1
