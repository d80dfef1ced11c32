#!/usr/bin/env bash
# MongoDB as a replica set of one, with passwords. The first process of its container: writes the key file, then becomes mongod, which
# another process beside it makes ready on the first start (initiate.sh).
set -euo pipefail
data=${MONGODB_DATA:-/data/db}
if [ "$(id -u)" = 0 ]; then
  chown -R mongodb: "$data"
  exec gosu mongodb bash "$0"
fi
umask 077
key=$(mktemp -d)/key
printf '%s' "$MONGODB_KEY" >"$key"
bash "$(dirname "$0")/initiate.sh" &
# The passwords are for initiate.sh alone.
unset MONGODB_KEY MONGODB_ADMIN_PASSWORD MONGODB_PASSWORD
exec mongod --replSet hearth --keyFile "$key" --bind_ip_all --dbpath "$data" --port "${MONGODB_PORT:-27017}" --setParameter transactionLifetimeLimitSeconds=5
