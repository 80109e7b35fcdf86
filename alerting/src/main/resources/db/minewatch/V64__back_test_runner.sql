-- Back-tests of several instances: whose it is, when that was last seen to live (milliseconds since 1970), and whether a person wants it stopped.
alter table back_test add column runner text not null default '';
alter table back_test add column beat bigint not null default 0;
alter table back_test add column stopping integer not null default 0;
