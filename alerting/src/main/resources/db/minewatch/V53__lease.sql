-- What only one of several instances may do at a time. beat: grows while the holder lives.
create table lease (
  name text primary key,
  holder text not null,
  beat bigint not null
);
