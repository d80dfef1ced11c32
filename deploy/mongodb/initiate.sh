#!/usr/bin/env bash
# Makes a new MongoDB a replica set and creates its two people: "admin", who may do all (backups), and "hearth", who may use the hub's
# database. Can be run again: what is there already stays, and the passwords become what the environment says.
set -euo pipefail
export MONGODB_HOST=${MONGODB_HOST:-mongodb:27017}
until mongosh --quiet --port "${MONGODB_PORT:-27017}" --eval 'db.hello().ok' >/dev/null 2>&1; do sleep 1; done
exec mongosh --quiet --port "${MONGODB_PORT:-27017}" --file "$(dirname "$0")/initiate.js"
