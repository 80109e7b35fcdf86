-- The least number that a plan or an order book may have: set by a restore, for broker and judging may know numbers that the restored database does not.
create table number_floor (
  id integer primary key,
  lowest bigint not null
);
