-- Troubles of the platform that were called out and last, so that no restart calls them again.
create table trouble (
  kind text primary key,
  about text not null,
  since bigint not null
);
