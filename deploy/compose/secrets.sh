#!/usr/bin/env bash
# Makes the secrets that docker-compose.yml names, once: deploy/compose/secrets/. What is there already is kept. Needs our image (./minewatch image).
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/../.."
umask 077
dir=deploy/compose/secrets
image=${MINEWATCH_IMAGE:-minewatch:0.1.0}
mkdir -p "$dir"

random() { [ -s "$dir/$1" ] || head -c 24 /dev/urandom | base64 | tr '+/' '-_' | tr -d '\n' >"$dir/$1"; }
for name in postgres_password influx_password influx_token grafana_password root_key metrics_token broker_key_password broker_trust_password \
  dispatcher_password leader_password regulator_password administrator_password; do
  random "$name"
done
# One token for writing and reading so far: Grafana could write. A token of its own for reading has to be made in InfluxDB and put here.
ln -sf influx_token "$dir/series_read_token"

# in_image PROGRAM ARGUMENTS…: runs it where a Java is, with the secrets in /secrets.
in_image() {
  local program=$1
  shift
  docker run --rm --pull never --network none -u "$(id -u):$(id -g)" -v "$PWD/$dir:/secrets" --entrypoint "$program" "$image" "$@"
}

# The broker's key, signed by itself, and the store of whom its clients trust: that key's certificate alone.
if [ ! -s "$dir/broker_trust" ]; then
  rm -f "$dir/broker_key"
  in_image keytool -genkeypair -alias broker -keyalg EC -groupname secp256r1 -validity 825 -dname CN=broker \
    -ext san=dns:broker,dns:mosquitto,dns:localhost,ip:127.0.0.1 -storetype PKCS12 -keystore /secrets/broker_key -storepass:file /secrets/broker_key_password 2>/dev/null
  in_image keytool -exportcert -alias broker -keystore /secrets/broker_key -storepass:file /secrets/broker_key_password -file /secrets/broker.crt 2>/dev/null
  in_image keytool -importcert -noprompt -alias broker -file /secrets/broker.crt -storetype PKCS12 -keystore /secrets/broker_trust \
    -storepass:file /secrets/broker_trust_password 2>/dev/null
fi

# The broker's accounts: the program makes each password and prints it once.
touch "$dir/accounts"
account() { # account USER ROLE [MINE]
  [ -s "$dir/broker_$1_password" ] && return
  in_image sh /opt/minewatch/entrypoint.sh broker add-account /secrets/accounts "$@" | tail -n 1 | awk '{print $NF}' | tr -d '\n' >"$dir/broker_$1_password"
}
account judge JUDGE
account archive ARCHIVE
account alerting ALERTING
account gateway GATEWAY 140921021337

# The same for Mosquitto (profile mosquitto), made anew each time: rights of the accounts, passwords, key and certificate in its forms.
broker() { in_image sh /opt/minewatch/entrypoint.sh broker "$@"; }
broker mosquitto-acl /secrets/accounts >"$dir/mosquitto_acl"
broker mosquitto-passwords judge=/secrets/broker_judge_password archive=/secrets/broker_archive_password \
  alerting=/secrets/broker_alerting_password gateway=/secrets/broker_gateway_password >"$dir/mosquitto_passwords"
broker mosquitto-key /secrets/broker_key /secrets/broker_key_password >"$dir/mosquitto_key"
in_image keytool -exportcert -rfc -alias broker -keystore /secrets/broker_key -storepass:file /secrets/broker_key_password 2>/dev/null >"$dir/broker_certificate"

# The containers run as another user and see the files one by one; on this machine nobody else enters the folder.
chmod 644 "$dir"/*
chmod 700 "$dir"
echo "secrets are in $dir; keep that folder to yourself"
