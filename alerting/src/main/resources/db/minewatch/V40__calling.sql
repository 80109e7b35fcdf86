-- An attempt knows whom it calls, how far it has come and when it is tried again.
alter table call_attempt add column mine text not null default '';
alter table call_attempt add column version bigint not null default 0;
alter table call_attempt add column why text not null default 'INCIDENT';
alter table call_attempt add column scope text not null default '';
alter table call_attempt add column person text not null default '';
alter table call_attempt add column name text not null default '';
alter table call_attempt add column account text not null default '';
alter table call_attempt add column address text not null default '';
alter table call_attempt add column code text not null default '00';
alter table call_attempt add column words text not null default '';
alter table call_attempt add column words_english text not null default '';
alter table call_attempt add column state_at text not null default '';
alter table call_attempt add column detail text not null default ''; -- who confirmed, or why it failed
alter table call_attempt add column proof text not null default '';
alter table call_attempt add column tries integer not null default 0;
alter table call_attempt add column wrong integer not null default 0; -- codes that did not fit
alter table call_attempt add column next_try bigint not null default 0; -- milliseconds, UTC
update call_attempt set state_at = coalesce(answered, placed, queued);
create index call_next on call_attempt (outcome, next_try);
create index call_address on call_attempt (address);

-- Every version of every roster; the newest of a scope counts.
create table roster (
  scope text not null,
  version bigint not null,
  body text not null,
  primary key (scope, version)
);

-- When a number was last answered by a human.
create table number_proof (
  scope text not null,
  person text not null,
  address text not null,
  at text not null,
  attempt text not null,
  primary key (scope, person, address)
);
