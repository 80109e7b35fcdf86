-- One schema for SQLite and PostgreSQL. Times that are compared are milliseconds since 1970 UTC.
create table ledger_head (
  id integer primary key,
  seq bigint not null,
  hash text not null
);
insert into ledger_head (id, seq, hash) values (1, 0, '');

-- Append-only: every step and refusal of every incident, hash-chained over all of them.
create table journal (
  seq bigint primary key,
  incident text not null,
  n integer not null,
  at text not null,
  type text not null,
  body text not null,
  previous text not null,
  hash text not null,
  unique (incident, n)
);

-- What lists need; made from the journal in the same transaction.
create table incident (
  id text primary key,
  mine text not null,
  opened text not null,
  stage text not null,
  severity text not null,
  is_open integer not null
);
create index incident_open on incident (is_open, mine);

create table finding (
  id text not null,
  fingerprint text not null,
  mine text not null,
  body text not null,
  primary key (id, fingerprint)
);
create table finding_incident (
  id text primary key,
  incident text not null
);

-- When time must next be told to an incident.
create table due (
  incident text primary key,
  at bigint not null,
  claims integer not null
);
create index due_at on due (at);

-- The outbox of calls; each attempt is a row.
create table call_attempt (
  id text primary key,
  incident text not null,
  rung integer not null,
  severity text not null,
  channel text not null,
  queued text not null,
  placed text,
  answered text,
  outcome text not null
);
create index call_incident on call_attempt (incident);
create index call_outcome on call_attempt (outcome);

create table account (
  name text primary key,
  display text not null,
  role text not null,
  scope text not null,
  hash text not null,
  failures integer not null,
  locked_until bigint not null
);

create table plan (
  mine text not null,
  version bigint not null,
  body text not null,
  primary key (mine, version)
);

create table order_book (
  mine text primary key,
  version bigint not null
);

-- Retained messages to publish: the newest of a topic is the one that counts.
create table outbox (
  topic text primary key,
  payload text not null,
  version bigint not null,
  sent bigint not null
);
