#!/usr/bin/env bash
# Ends well if MongoDB is a primary and the hub's own user can sign in to it.
exec mongosh --quiet --port "${MONGODB_PORT:-27017}" --eval '
  quit(db.getSiblingDB("hearth").auth("hearth", process.env.MONGODB_PASSWORD).ok === 1 && db.hello().isWritablePrimary ? 0 : 1)'
