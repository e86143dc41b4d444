#!/usr/bin/env bash
# Replaces the running bot by another image, on the host itself: replace-container.sh IMAGE
# When the new one is not healthy within WAIT_SECONDS, the former image is started again and the exit code is 1.
set -euo pipefail

image=${1:?Usage: replace-container.sh IMAGE}
name=${NAME:-chat-your-interview}
volume=${VOLUME:-cyi-data}
env_file=${ENV_FILE:-$HOME/chat-your-interview.env}
wait_seconds=${WAIT_SECONDS:-90}

[ -r "$env_file" ] || { echo "There is no readable $env_file: put the settings there, see .env.example." >&2; exit 1; }

start() {
  docker run --detach --name "$name" --restart unless-stopped --init \
    --read-only --tmpfs /tmp --cap-drop ALL --security-opt no-new-privileges \
    --stop-timeout 15 --env-file "$env_file" --volume "$volume:/app/data" "$1" > /dev/null
}

remove() {
  docker stop --time 15 "$name" > /dev/null 2>&1 || true
  docker rm --force "$name" > /dev/null 2>&1 || true
}

health() {
  docker inspect --format '{{.State.Health.Status}}' "$name" 2> /dev/null || echo gone
}

is_healthy() {
  for _ in $(seq "$wait_seconds"); do
    case $(health) in
      healthy) return 0 ;;
      unhealthy | gone) return 1 ;;
    esac
    sleep 1
  done
  return 1
}

docker pull "$image"
former=$(docker inspect --format '{{.Image}}' "$name" 2> /dev/null || true)
remove
start "$image"
if is_healthy; then
  echo "$name runs $image."
  exit 0
fi

echo "$image did not become healthy; its last words:" >&2
docker logs --tail 50 "$name" >&2 || true
remove
if [ -z "$former" ]; then
  echo "There is no former image to go back to." >&2
  exit 1
fi
start "$former"
is_healthy && echo "Rolled back to $former." >&2 || echo "The former image $former does not become healthy either." >&2
exit 1
