#!/bin/bash
# healthy.sh port HOST PORT | http HOST PORT PATH | job HOST PORT NAME: for the health checks of docker-compose.yml; the image has no curl.
# Ends with 0 when somebody listens there; when PATH is answered with 200; when that job manager says that the job NAME is running.
set -eu
what=$1 host=$2 port=$3
exec 3<>"/dev/tcp/$host/$port"
ask() { printf 'GET %s HTTP/1.0\r\nHost: %s\r\nConnection: close\r\n\r\n' "$1" "$host" >&3; }
case $what in
  port) ;;
  http) ask "$4" && head -n 1 <&3 | grep -q ' 200 ' ;;
  job)
    # One flat object for each job, as far as its name and state. Running says that it is at work, not that it judges: that the test reading tells.
    ask /jobs/overview && grep -o "[^{}]*\"name\":\"$4\"[^{}]*" <&3 | grep -q '"state":"RUNNING"'
    ;;
  *) echo "healthy.sh: no such question: $what" >&2; exit 64 ;;
esac
