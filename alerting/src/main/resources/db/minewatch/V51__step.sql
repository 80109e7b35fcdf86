-- Steps of incidents that count; made from the journal in the same transaction, and anew from it when the table is empty.
create table step_taken (
  incident text not null,
  n bigint not null,
  kind text not null,
  at bigint not null,
  mine text not null,
  drill integer not null,
  took bigint,
  in_time text not null,
  people integer not null,
  primary key (incident, n)
);
create index step_mine on step_taken (mine, at);
