#!/usr/bin/env bash
# Makes the secrets that docker-compose.yml names, once: deploy/compose/secrets/. What is there already is kept.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/../.."
umask 077
dir=deploy/compose/secrets
mkdir -p "$dir"

random() { [ -s "$dir/$1" ] || head -c 24 /dev/urandom | base64 | tr '+/' '-_' | tr -d '\n' >"$dir/$1"; }
for name in postgres_password influx_password influx_token grafana_password dispatcher_password leader_password regulator_password administrator_password; do
  random "$name"
done
# One token for writing and reading so far: Grafana could write. A token of its own for reading has to be made in InfluxDB and put here.
ln -sf influx_token "$dir/series_read_token"

# The broker's accounts: the program makes each password and prints it once.
touch "$dir/accounts"
account() { # account USER ROLE [MINE]
  [ -s "$dir/broker_$1_password" ] && return
  ./minewatch broker add-account "$dir/accounts" "$@" | tail -n 1 | awk '{print $NF}' | tr -d '\n' >"$dir/broker_$1_password"
}
account judge JUDGE
account archive ARCHIVE
account alerting ALERTING
account gateway GATEWAY 140921021337
# The containers run as another user and see the files one by one; on this machine nobody else enters the folder.
chmod 644 "$dir"/*
chmod 700 "$dir"
echo "secrets are in $dir; keep that folder to yourself"
