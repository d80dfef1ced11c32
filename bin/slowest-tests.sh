#!/bin/sh
# Runs the tests by the command that is given, then says which ten classes took longest, in seconds; ends as the command ended.
set -u
began=$(mktemp)
trap 'rm -f "$began"' EXIT
status=0
"$@" || status=$?

echo "The test classes that took longest, in seconds:"
find . -name 'TEST-*.xml' \( -path '*/target/surefire-reports/*' -o -path '*/target/failsafe-reports/*' \) -newer "$began" \
  -exec sed -n 's/.*<testsuite .* name="\([^"]*\)" time="\([^"]*\)".*/\2 \1/p' {} + |
  tr -d , | sort -rn | head -10 | while read -r seconds name; do printf '%9.1f  %s\n' "$seconds" "$name"; done
exit "$status"
