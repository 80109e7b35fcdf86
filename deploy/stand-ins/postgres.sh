#!/bin/sh
# Starts PostgreSQL by the settings of the public image that we use: POSTGRES_USER, POSTGRES_DB, POSTGRES_PASSWORD_FILE or POSTGRES_HOST_AUTH_METHOD=trust.
set -eu
data=/var/lib/postgresql/data
bin=$(echo /usr/lib/postgresql/*/bin)
user=${POSTGRES_USER:-postgres}
as_postgres() { su postgres -s /bin/sh -c "$1"; }

if [ ! -s "$data/PG_VERSION" ]; then
  mkdir -p "$data" && chown postgres "$data" && chmod 700 "$data"
  if [ "${POSTGRES_HOST_AUTH_METHOD:-}" = trust ]; then
    as_postgres "$bin/initdb -A trust -U $user -E UTF8 -D $data"
    method=trust
  else
    install -o postgres -m 600 "$POSTGRES_PASSWORD_FILE" /tmp/password
    as_postgres "$bin/initdb -A scram-sha-256 --pwfile=/tmp/password -U $user -E UTF8 -D $data"
    rm /tmp/password
    method=scram-sha-256
  fi
  echo "host all all all $method" >>"$data/pg_hba.conf"
  if [ "${POSTGRES_DB:-postgres}" != postgres ]; then
    as_postgres "echo 'create database $POSTGRES_DB' | $bin/postgres --single -D $data postgres"
  fi
fi
exec su postgres -s /bin/sh -c "exec $bin/postgres -D $data -c listen_addresses='*' -k /tmp"
