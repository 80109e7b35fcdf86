#!/usr/bin/env bash
# Makes the secrets that these manifests name, from the files of deploy/compose/secrets.sh, which it runs first. KUBECTL: how to reach your cluster.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/../.."
deploy/compose/secrets.sh
dir=deploy/compose/secrets
secret() { # secret NAME FILE…: what one program needs and no more
  local name=$1 file
  shift
  local from=()
  for file in "$@"; do from+=("--from-file=$file=$dir/$file"); done
  ${KUBECTL:-kubectl} -n minewatch create secret generic "$name" "${from[@]}" --dry-run=client -o yaml | ${KUBECTL:-kubectl} apply -f -
}
secret minewatch-broker accounts broker_key broker_key_password
secret minewatch-judge broker_trust broker_trust_password broker_judge_password
secret minewatch-archive broker_trust broker_trust_password broker_archive_password influx_token root_key
secret minewatch-alerting broker_trust broker_trust_password broker_alerting_password postgres_password series_read_token root_key metrics_token \
  dispatcher_password leader_password regulator_password administrator_password
