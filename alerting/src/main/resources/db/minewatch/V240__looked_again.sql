-- When the store was last held against the roots of an hour, in milliseconds UTC; null where nobody looks any more.
alter table data_root add column looked bigint;
update data_root set looked = hour;
create index data_root_looked on data_root (looked) where looked is not null;
-- The measures that were told and that nobody compared in time.
alter table data_root add column unseen text;
create index data_root_unseen on data_root (hour) where unseen is not null;
