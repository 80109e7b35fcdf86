-- What the store gave back of an hour otherwise than the archive job wrote it: measure, found and written; null for nothing.
alter table data_root add column altered text;
-- The row of the ledger that says what came of the last comparison, where it is not the one with the roots.
alter table data_root add column checked bigint;
create index data_root_altered on data_root (hour) where altered is not null;
