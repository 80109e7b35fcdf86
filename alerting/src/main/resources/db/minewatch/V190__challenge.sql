-- Who asked for an exercise: the mine itself (OWN) or a regulator from afar (CHALLENGE).
alter table drill add column origin text not null default 'OWN';
