#!/usr/bin/env bash
# with-engine.sh COMMAND…: runs it where the servers of tests can be containers. An engine that answers is used as it is; else, as root with apt-get,
# one is installed and started for this run alone, with stand-in images; else the command runs without, and its servers are local processes.
# An engine leaves its bridge docker0 and its rules of iptables on the machine until the next start; TEST_ENGINE=none does without any engine.
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
say() { printf '%s\n' "minewatch: $*" >&2; }
without() {
  say "no container engine: $*; servers of tests run as local processes"
  unset DOCKER_HOST
}
answers() { command -v docker >/dev/null && timeout 20 docker info >/dev/null 2>&1; }

engine= # its process id, when it is ours
run= # its folder
stop_engine() {
  [ -n "$engine" ] || return 0
  docker ps -aq | xargs -r docker rm -f >/dev/null 2>&1 || true
  kill "$engine" 2>/dev/null || true
  wait "$engine" 2>/dev/null || true
  engine=
  rm -rf "$run" || say "could not remove all of $run"
}
child= # the command; waited for in the background, so that a signal is heard at once
trap stop_engine EXIT
trap '[ -z "$child" ] || kill "$child" 2>/dev/null; exit 130' INT TERM

start_engine() {
  run=$(mktemp -d /tmp/minewatch-engine.XXXXXX) || return 1
  export DOCKER_HOST=unix://$run/socket
  dockerd -H "$DOCKER_HOST" --data-root "$run/data" --exec-root "$run/exec" -p "$run/pid" >"$run/log" 2>&1 &
  engine=$!
  local tries
  for tries in $(seq 60); do
    answers && return 0
    kill -0 "$engine" 2>/dev/null || break
    sleep 0.5 # an engine takes some seconds
  done
  tail -n 5 "$run/log" >&2
  stop_engine
  return 1
}

if [ "${TEST_ENGINE:-auto}" = none ]; then
  without "TEST_ENGINE=none"
elif answers; then
  say "a container engine answers; images are not fetched unless TEST_IMAGE_PULL=true"
elif ! command -v dockerd >/dev/null || ! command -v debootstrap >/dev/null; then
  without "it needs dockerd and debootstrap (as root: apt-get install docker.io debootstrap iptables)"
elif ! start_engine; then
  without "dockerd could not be started here"
elif ! "$here/build.sh"; then
  stop_engine
  without "the stand-in images could not be made"
else
  say "a container engine of this run's own, with images made of Debian's packages"
  export TEST_IMAGE_INFLUXDB=minewatch/stand-in:influxdb TEST_IMAGE_MOSQUITTO=minewatch/stand-in:mosquitto
  export TEST_IMAGE_POSTGRES=minewatch/stand-in:postgres TEST_IMAGE_JAVA=minewatch/stand-in:java
  # Without its helper images, which cannot be fetched; this script ends what tests leave.
  export TESTCONTAINERS_RYUK_DISABLED=true TESTCONTAINERS_HOST_OVERRIDE=127.0.0.1 TESTCONTAINERS_CHECKS_DISABLE=true
fi
"$@" &
child=$!
status=0
wait "$child" || status=$?
exit "$status"
