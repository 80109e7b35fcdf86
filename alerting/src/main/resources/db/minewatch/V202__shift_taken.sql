-- What was open when a shift was taken, as who took it saw it: JSON, empty while nobody has.
alter table shift_handover add column taken_matters text not null default '';
