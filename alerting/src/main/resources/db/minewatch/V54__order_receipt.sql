-- What the systems underground say they did with an order, the newest of each.
create table order_receipt (
  mine text not null,
  order_id text not null,
  system text not null,
  kind text not null,
  state text not null,
  at bigint not null,
  detail text not null,
  primary key (order_id, system)
);
