-- Incidents that are declared accidents, and the reports that each owes. The rule of a report stands in its row: the clock runs by what was in force when it was declared.
create table accident (
  incident text primary key,
  mine text not null,
  drill integer not null,
  declared bigint not null,
  actor text not null,
  what text not null
);
create index accident_mine on accident (mine, declared);
create table accident_report (
  incident text not null,
  place integer not null,
  report text not null,
  form text not null,
  sender text not null,
  sender_english text not null,
  receiver text not null,
  receiver_english text not null,
  within bigint not null,
  due bigint not null,
  made bigint,
  actor text,
  note text,
  missed bigint,
  primary key (incident, report)
);
create index accident_report_due on accident_report (due);
