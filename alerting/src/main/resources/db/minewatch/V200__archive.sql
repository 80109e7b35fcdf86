-- What incidents are searched by: one row each, made from the journal in the same transaction, and
-- anew at a start where one is missing. Times in milliseconds since 1970 UTC.
create table archive (
  incident text primary key,
  mine text not null,
  opened bigint not null,
  closed bigint,
  stage text not null,
  severity text not null,
  hazards text not null, -- each between commas
  how text not null, -- how it was closed; empty while it is open
  drill integer not null,
  people integer not null, -- those who were inside at or after the onset
  worst text not null, -- the finding that decides how bad it is; empty before there is one
  about text not null -- ids of points, zones, gateways and rules, each between blanks
);
create index archive_opened on archive (opened, incident);
create index archive_mine on archive (mine, opened, incident);
