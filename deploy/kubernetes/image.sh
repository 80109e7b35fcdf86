#!/usr/bin/env bash
# image.sh [TAG]: makes the image of both jobs for the Flink operator from what Maven has built (`./minewatch build` builds first). BASE names Flink's image.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/../.."
libraries=stream-jobs/target/classpath.libraries
[ -s "$libraries" ] || { echo "image.sh: $libraries is missing: build first (mvn package)" >&2; exit 1; }
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
tr ':' '\n' <"$libraries" | while read -r jar; do
  [ -z "$jar" ] || cp "$jar" "$out/"
done
cp stream-jobs/target/minewatch-stream-jobs-0.1.0-SNAPSHOT.jar "$out/minewatch-stream-jobs.jar"
chmod -R a+rX "$out"
docker build --pull=false ${BASE:+--build-arg "BASE=$BASE"} -q -t "${1:-minewatch-flink:0.1.0}" -f deploy/kubernetes/Dockerfile "$out"
