-- Shifts handed over: what was open when it was given is kept as it was seen. Times in milliseconds.
create table shift_handover (
  id text primary key,
  scope text not null,
  giver text not null,
  given bigint not null,
  receiver text not null, -- who is expected to take it; empty where nobody was named
  notes text not null,
  matters text not null, -- JSON
  taker text, -- who has taken it
  taken bigint,
  remarks text not null, -- of who took it
  withdrawn bigint -- called back by who gave it
);
create index shift_given on shift_handover (given, id);
create index shift_scope on shift_handover (scope, given);
