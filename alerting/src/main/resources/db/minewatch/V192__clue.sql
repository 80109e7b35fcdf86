-- Clues (问题线索) as they stand; what became of each, and its words, are in the ledger, from which these rows follow. path: where the mine lay when it was raised. due: when the next stage is owed. said_overdue: the due of which the ledger says already that it has passed.
create table clue (
  id text primary key,
  mine text not null,
  path text not null,
  feature text not null,
  subject text not null,
  stage text not null,
  opened bigint not null,
  since bigint not null,
  due bigint,
  assignee text not null,
  outcome text,
  evidence integer not null,
  reopened integer not null,
  late integer not null,
  said_overdue bigint,
  version bigint not null
);
create index clue_mine on clue (mine, stage);
create index clue_path on clue (path);
create index clue_due on clue (due);
create index clue_about on clue (mine, feature, subject);
create unique index ledger_clue on ledger (subject, n) where kind = 'CLUE';
create index ledger_clue_note on ledger (subject, seq) where kind = 'CLUE_NOTE';
