-- What could not be worked, once under the hash of topic and payload. Settled: worked after all.
create table parked_message (
  id text primary key,
  topic text not null,
  payload text not null, -- base64
  reason text not null,
  times integer not null,
  first_failed bigint not null,
  last_failed bigint not null,
  settled bigint,
  settled_by text
);
create index parked_waiting on parked_message (settled, first_failed);

-- In which order messages were put; a newer version of a topic takes a new place.
alter table outbox add column place bigint not null default 0;

-- Who failed to sign in is remembered by address, in memory: a name is no longer locked.
alter table account drop column failures;
alter table account drop column locked_until;
