-- Exercises on the real path. next_step: the first step of the script that has not been told yet.
create table drill (
  id text primary key,
  mine text not null,
  title text not null,
  starter text not null,
  announced integer not null,
  starts bigint not null,
  script text not null,
  next_step integer not null,
  next_at bigint,
  incident text
);
create index drill_next on drill (next_at);
