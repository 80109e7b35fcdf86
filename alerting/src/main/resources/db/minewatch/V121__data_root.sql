-- Which row of the ledger holds the roots of the readings of a mine's hour (milliseconds since 1970 UTC).
create table data_root (
  mine text not null,
  hour bigint not null,
  seq bigint not null,
  primary key (mine, hour)
);
