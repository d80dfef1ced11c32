#!/bin/sh
# Browser tests use Debian's Chromium. As root it is installed when it is missing; otherwise this says what to install.
for name in chromium chromium-browser google-chrome; do
  command -v "$name" >/dev/null 2>&1 && exit 0
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "Installing Chromium for the browser tests." >&2
  apt-get update -qq >/dev/null 2>&1
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null 2>&1 && exit 0
fi
echo "There is no Chromium: the browser tests will be SKIPPED. Install the package chromium to run them." >&2
[ "${CI:-}" = true ] && exit 1
exit 0
