-- Every alarm that was told to people once, for the figures of the load. alarm: what is the same when it comes again.
create table annunciation (
  finding text primary key,
  at bigint not null,
  mine text not null,
  alarm text not null
);
create index annunciation_mine on annunciation (mine, at);

-- Exceptions of the ledger are listed by kind.
create index ledger_type on ledger (type, seq);
