-- The four lines (断网、断线、平线、缺线), made from the facts in table finding and made anew from them at need. points: one a line. found and end_found: when judging said so. county and county_mines: where the mine lay then; null until it is noted. is_long: it lasts, or lasted for days: found by another index than by its onset.
create table four_line (
  finding text primary key,
  mine text not null,
  line text not null,
  subject text not null,
  points text not null,
  behind integer not null,
  onset bigint not null,
  ended bigint,
  rule text not null,
  found bigint not null,
  end_found bigint,
  how text not null,
  is_long integer not null,
  county text,
  county_mines integer
);
create index four_line_onset on four_line (onset);
create index four_line_mine on four_line (mine, onset);
create index four_line_long on four_line (is_long, onset);
create index four_line_found on four_line (found);
create index four_line_nowhere on four_line (finding) where county is null;
-- The first and the newest time at which the platform knew that it watches (first, newest), and the times between in which it did not.
create table watched (
  which text primary key,
  at bigint not null
);
create table unwatched (
  since bigint primary key,
  until bigint not null
);
-- Which tables have been made from others once, when they were new.
create table made (
  name text primary key,
  at bigint not null
);
