-- Every version of every mine's registry document; the newest is the one that holds.
create table registry_version (
  mine text not null,
  version bigint not null,
  at text not null,
  actor text not null,
  approved_by text not null, -- empty where nobody had to
  origin text not null,
  why text not null,
  document text not null,
  changes text not null, -- what differs from the version before
  lowered text not null, -- in what it lowered protection
  plan_version bigint not null,
  back_test text not null, -- empty for none
  primary key (mine, version)
);

-- Changes that wait for a person, and what became of them.
create table registry_change (
  id text primary key,
  mine text not null,
  n bigint not null,
  base bigint not null, -- the version that it changes
  origin text not null,
  state text not null,
  asked_at text not null,
  asked_by text not null,
  why text not null,
  document text not null,
  changes text not null,
  lowered text not null,
  problems text not null, -- what a person has to complete first
  back_test text not null, -- empty for none
  decided_at text not null, -- empty while it waits
  decided_by text not null,
  reason text not null
);
create unique index registry_change_of on registry_change (mine, n);

-- The mine file that was taken in last.
create table registry_file (
  mine text primary key,
  digest text not null
);
