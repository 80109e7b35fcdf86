-- A question about a day looks back two days: what had ended before it is told by the index, without its row.
drop index four_line_onset;
create index four_line_onset on four_line (onset, ended);
