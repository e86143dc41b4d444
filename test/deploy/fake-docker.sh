#!/usr/bin/env bash
# What replace-container.sh uses of docker, over files in $FAKE_DOCKER: "running" holds the image of the one container,
# "calls" every call. An image whose name contains "broken" never becomes healthy; one with "missing" cannot be pulled.
set -euo pipefail
echo "$*" >> "$FAKE_DOCKER/calls"
case $1 in
  pull) [[ $2 != *missing* ]] ;;
  run) echo "${*: -1}" > "$FAKE_DOCKER/running" ;;
  stop | logs) ;;
  rm) rm -f "$FAKE_DOCKER/running" ;;
  inspect)
    running=$(cat "$FAKE_DOCKER/running")
    case $3 in
      *Health*) [[ $running == *broken* ]] && echo unhealthy || echo healthy ;;
      *Image*) echo "$running" ;;
    esac
    ;;
esac
