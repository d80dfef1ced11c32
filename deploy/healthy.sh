#!/usr/bin/env bash
# Ends well if http://127.0.0.1:PORT/PATH answers 200 within four seconds: healthy.sh PORT PATH. Bash alone, as the images carry no curl.
exec 3<>"/dev/tcp/127.0.0.1/$1" || exit 1
printf 'GET %s HTTP/1.0\r\nHost: localhost\r\n\r\n' "$2" >&3
read -r -t 4 _ status _ <&3 && [ "$status" = 200 ]
