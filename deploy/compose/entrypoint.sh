#!/bin/sh
# entrypoint.sh PROGRAM ARGUMENTS… : a file named in VARIABLE__FILE becomes the value of VARIABLE, so that secrets stay files.
set -eu
for name in $(env | sed -n 's/^\([A-Z_]*\)__FILE=.*/\1/p'); do
  file=$(printenv "${name}__FILE")
  [ -f "$file" ] || { echo "$file is no file: run deploy/compose/secrets.sh, which makes what is missing" >&2; exit 78; }
  export "$name=$(cat "$file")"
  unset "${name}__FILE"
done
program=$1
shift
case $program in
  broker) main=io.minewatch.broker.app.BrokerMain ;;
  jobs) main=io.minewatch.jobs.app.JobsMain ;;
  alerting) main=io.minewatch.alerting.app.AlertingMain ;;
  watchdog) main=io.minewatch.alerting.app.WatchdogMain ;;
  verify) main=io.minewatch.alerting.app.VerifyMain ;;
  backup) main=io.minewatch.alerting.app.BackupMain; set -- make "$@" ;;
  restore) main=io.minewatch.alerting.app.BackupMain; set -- restore "$@" ;;
  doctor)
    main=io.minewatch.standalone.app.DoctorMain
    export MINEWATCH_RULES="${MINEWATCH_RULES:-/opt/minewatch/rules}" MINEWATCH_MINES="${MINEWATCH_MINES:-/opt/minewatch/mines}"
    ;;
  fleet) main=io.minewatch.ingest.app.FleetMain ;;
  replay) main=io.minewatch.ingest.app.ReplayMain ;;
  gateway)
    # shellcheck disable=SC2086 # a list of words
    exec env MALLOC_ARENA_MAX="${MALLOC_ARENA_MAX:-1}" java @/opt/minewatch/gateway.options ${JAVA_OPTS:-} -jar /opt/minewatch/gateway.jar "$@"
    ;;
  jobmanager) main=org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint ;;
  taskmanager) main=org.apache.flink.runtime.taskexecutor.TaskManagerRunner ;;
  simulator) main=io.minewatch.ingest.app.SimulatorMain ;;
  *) echo "no such program: $program" >&2; exit 64 ;;
esac
case $program in
  jobmanager | taskmanager)
    set -- -c /opt/minewatch/flink "$@"
    JAVA_OPTS="-Dlogback.configurationFile=minewatch-jobs-logback.xml ${JAVA_OPTS:-}"
    ;;
esac
opens=
for package in java.lang java.util java.util.concurrent java.util.concurrent.atomic java.net java.io java.nio sun.nio.ch \
  java.lang.reflect java.text java.time; do
  opens="$opens --add-opens=java.base/$package=ALL-UNNAMED"
done
# shellcheck disable=SC2086 # lists of words
exec java -XX:MaxRAMPercentage=70 -XX:+ExitOnOutOfMemoryError -Duser.timezone=UTC $opens ${JAVA_OPTS:-} -cp '/opt/minewatch/lib/*' "$main" "$@"
