-- When the store was last held against the roots of an hour, in milliseconds UTC; null where nobody looks any more.
alter table data_root add column looked bigint;
-- Of the last eight days alone: nobody looks at older ones.
update data_root set looked = hour where hour >= (select max(hour) from data_root) - 691200000;
create index data_root_looked on data_root (looked) where looked is not null;
create index data_root_looked_hour on data_root (hour) where looked is not null;
-- The measures that were told and that nobody compared in time.
alter table data_root add column unseen text;
create index data_root_unseen on data_root (hour) where unseen is not null;
