/** Which of two readings of a point tells more of the present. */

/** What was measured later than this after it came was measured by a clock that is ahead. */
export const AHEAD_MS = 5 * 60_000;

const wasAhead = ({measured, received}) => Date.parse(measured) > Date.parse(received) + AHEAD_MS;

/** By the measured time; against what a clock that was ahead has measured, by its coming. */
const lead = (fresh, known) => (wasAhead(known) ? Date.parse(fresh.received) - Date.parse(known.received)
  : Date.parse(fresh.measured) - Date.parse(known.measured));

export const isOlder = (fresh, known) => lead(fresh, known) < 0;
export const isNewer = (fresh, known) => lead(fresh, known) > 0;
