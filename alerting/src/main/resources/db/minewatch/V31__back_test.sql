-- Back-tests: what was tried, how far it has come, and what came of it.
create table back_test (
  id text primary key,
  mine text not null,
  n bigint not null,
  asked_at text not null,
  asked_by text not null,
  span_from text not null,
  span_to text not null,
  document text not null, -- digest of the registry that was tried
  state text not null,
  percent integer not null,
  readings bigint not null,
  outcome text not null, -- empty while there is none
  problem text not null
);
create unique index back_test_of on back_test (mine, n);
