#!/usr/bin/env bash
# build.sh: makes minewatch/stand-in:{influxdb,mosquitto,postgres,java} from Debian's packages. Needs root, debootstrap and an engine. Nothing is pulled.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")"
export DOCKER_BUILDKIT=0 # the builder that every engine has

if ! docker image inspect minewatch/stand-in:base >/dev/null 2>&1; then
  # shellcheck disable=SC1091 # its VERSION_CODENAME
  suite=$(. /etc/os-release && echo "$VERSION_CODENAME")
  mirror=$(sed -n -E 's/^(URIs: |deb (\[[^]]*\] )?)(http[^ ]*).*/\3/p' /etc/apt/sources.list /etc/apt/sources.list.d/*.{list,sources} 2>/dev/null | head -n 1 || true)
  [ -n "$mirror" ] || { echo "no Debian mirror is named in /etc/apt" >&2; exit 1; }
  root=$(mktemp -d)
  trap 'rm -rf "$root"' EXIT
  debootstrap --variant=minbase --include=default-jre-headless,mosquitto,influxdb,postgresql "$suite" "$root" "$mirror" >"$root.log" 2>&1 \
    || { tail -n 5 "$root.log" >&2; exit 1; }
  rm -rf "$root.log" "$root"/var/cache/apt/archives/*.deb "$root"/usr/share/{doc,man,locale} "$root"/var/lib/postgresql/*/main
  tar -C "$root" -c . | docker import - minewatch/stand-in:base >/dev/null
fi
for name in influxdb mosquitto postgres java; do
  said=$(docker build -q --target "$name" -t "minewatch/stand-in:$name" . 2>&1) || { printf '%s\n' "$said" >&2; exit 1; }
done
