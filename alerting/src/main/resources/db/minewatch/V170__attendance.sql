-- When a page of each account last said that its sound is on. Bounded by the accounts; times in milliseconds.
create table attendance (
  account text primary key,
  at bigint not null
);
