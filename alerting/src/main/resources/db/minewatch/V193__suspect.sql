-- Facts that are a reason for a clue, from the moment they are kept until the clue is.
create table suspect (
  finding text not null,
  feature text not null,
  mine text not null,
  subject text not null,
  words text not null,
  primary key (finding, feature)
);
