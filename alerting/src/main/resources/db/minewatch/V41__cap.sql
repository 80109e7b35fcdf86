-- Alerts of ours as CAP messages; append-only by use.
create table cap_message (
  identifier text primary key,
  mine text not null,
  incident text not null,
  title text not null,
  sent text not null,
  body text not null,
  place bigint not null
);
create index cap_incident on cap_message (incident);
create index cap_place on cap_message (place);

-- Warnings of others, each message once.
create table cap_warning (
  sender text not null,
  identifier text not null,
  sent text not null,
  root text not null, -- sender and identifier of the first of those that refer to each other
  kind text not null,
  body text not null,
  mines text not null, -- codes of the mines for which it is open, parted by commas
  expires bigint not null, -- milliseconds, UTC; when the mines it names are told that it is over
  ended integer not null,
  taken text not null,
  primary key (sender, identifier, sent)
);
create index cap_warning_open on cap_warning (ended, expires);
