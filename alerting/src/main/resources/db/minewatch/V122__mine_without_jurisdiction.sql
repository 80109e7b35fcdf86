-- A mine without a jurisdiction once lay under '/CODE'; it lies under 'CODE'. The accounts of its staff, its roster and the proofs of its numbers go with it, unless there is a roster already.
update account set scope = substr(scope, 2) where scope like '/%';
update number_proof set scope = substr(scope, 2)
where scope like '/%' and not exists (
  select 1 from number_proof known
  where known.scope = substr(number_proof.scope, 2) and known.person = number_proof.person and known.address = number_proof.address);
update roster set scope = substr(scope, 2), body = replace(body, '"scope":"/', '"scope":"')
where scope like '/%' and not exists (select 1 from roster known where known.scope = substr(roster.scope, 2));
