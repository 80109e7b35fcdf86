-- Keys that every instance must share, each made once by whoever was first. Never told to anybody.
create table kept_key (
  name text primary key,
  value text not null
);
