/** Which of two readings of a point tells more of the present: the law of Latest on the server. */

/** What was measured later than this after it came was measured by a clock that is ahead. */
export const AHEAD_MS = 5 * 60_000;

/** Less than this puts no clock back: so long a message may have been on its way. */
const STEP_MS = 60_000;

const offset = ({measured, received}) => Date.parse(measured) - Date.parse(received);
const wasAhead = (reading) => offset(reading) > AHEAD_MS;

/** Whether the clock that was ahead was put back since, wholly or in part. */
const wasPutBack = (fresh, known) => wasAhead(known)
  && (!wasAhead(fresh) || offset(known) - offset(fresh) > STEP_MS);

/** By the measured time; against what a clock told before it was put back, by its coming. */
const lead = (fresh, known) => (wasPutBack(fresh, known) ? Date.parse(fresh.received) - Date.parse(known.received)
  : Date.parse(fresh.measured) - Date.parse(known.measured));

export const isOlder = (fresh, known) => lead(fresh, known) < 0;
export const isNewer = (fresh, known) => lead(fresh, known) > 0;
