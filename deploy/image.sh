#!/usr/bin/env bash
# image.sh [TAG]: makes the image of all programs from what Maven has built (`./minewatch image` builds first). BASE names the image with a Java 17 runtime.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/.."
tag=${1:-minewatch:0.1.0}
libraries=standalone/target/classpath.libraries
[ -s "$libraries" ] || { echo "image.sh: $libraries is missing: build first (mvn package)" >&2; exit 1; }
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
mkdir "$out/lib" "$out/flink"
{ tr ':' '\n' <"$libraries"; echo; ls standalone/target/minewatch-standalone-*.jar; } | grep -v -- '-tests\.jar$' | while read -r jar; do
  [ -z "$jar" ] || cp "$jar" "$out/lib/"
done
cp ingest/gateway/target/minewatch-gateway-*-all.jar "$out/gateway.jar"
cp ingest/gateway/jvm.options "$out/gateway.options"
cp -r rules "$out/rules"
cp -r deploy/demo "$out/mines"
cp deploy/compose/{entrypoint,healthy}.sh "$out/"
chmod -R a+rX "$out"
docker build --pull=false ${BASE:+--build-arg "BASE=$BASE"} -q -t "$tag" -f deploy/Dockerfile "$out"
