-- The newest texts to a number are looked at whenever one more is sent or one comes back: they are read from this index in its order, none of the older ones. It serves what asked for the address alone, too.
create index call_newest on call_attempt (address, queued, id);
drop index call_address;
