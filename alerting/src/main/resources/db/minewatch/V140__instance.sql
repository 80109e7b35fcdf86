-- The instances that share this database, and whether each has a connection to the broker. beat: grows while it lives.
create table instance (
  name text primary key,
  beat bigint not null,
  line text not null
);
