-- How long a withdrawal took and how many came out is reckoned otherwise: all steps are counted anew from the journal at the next start.
delete from step_taken;
