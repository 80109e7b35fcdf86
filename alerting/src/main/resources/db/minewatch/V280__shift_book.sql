-- The books of a mine's shifts (班台账): one value for each factor, point and shift, brought in a table or seen in points and positions. what: a factor, or UNPLANNED with a place as its point: hours that people stood there. brought_by: the account that brought the newest value, or the service.
create table shift_book (
  mine text not null,
  what text not null,
  point text not null,
  shift bigint not null,
  value double precision not null,
  brought_by text not null,
  brought_at bigint not null,
  primary key (mine, what, point, shift)
);
create index shift_book_mine on shift_book (mine, shift);
create index shift_book_brought on shift_book (brought_at);
create index shift_book_shift on shift_book (shift);
