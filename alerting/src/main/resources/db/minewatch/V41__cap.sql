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

-- Warnings of others, once each, with the mines that they reached.
create table cap_warning (
  sender text not null,
  identifier text not null,
  sent text not null,
  kind text not null,
  body text not null,
  mines text not null,
  taken text not null,
  primary key (sender, identifier, sent)
);
