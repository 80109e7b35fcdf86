-- What is seen of mines behind an electronic seal (电子封条), from tables that are brought: one value for each window of a quarter of an hour. watched: what it is of; brought_by: the account that brought the newest value of it.
create table seal_course (
  mine text not null,
  watched text not null,
  point text not null,
  at bigint not null,
  value double precision not null,
  brought_by text not null,
  brought_at bigint not null,
  primary key (mine, watched, point, at)
);
create index seal_course_at on seal_course (at);
